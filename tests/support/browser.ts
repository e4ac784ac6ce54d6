/**
 * A real browser on the real server: `useStage` starts both for a test file and ends every test with the question
 * whether anything went wrong on the way: console errors and warnings, exceptions, breaches of the content security
 * policy, requests that failed.
 */
import { afterAll, afterEach, beforeAll, expect, jest } from "@jest/globals";
import playwright, {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

export const DOSSIER = "kremlin-moscow-suburb";

export const DESK = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;
export const WALL = { width: 1920, height: 1080 } as const;

/** Longest wait for a page, a state or a file, and for a test; only what fails waits so long. */
const PATIENCE = 20_000;
const WHOLE_TEST = 180_000;

interface Server {
  readonly address: string;
  output(): string;
  stop(): Promise<number | null>;
}

type StartServer = (options: {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  timeout?: number;
}) => Promise<Server>;

export interface OpenOptions extends BrowserContextOptions {
  /** Messages, failed answers and the like that the test provokes; all others fail it. */
  readonly expected?: readonly RegExp[];
}

export interface Stage {
  readonly address: string;
  /** A page of its own context (storage, clipboard), not yet on any address. */
  blank(options?: OpenOptions): Promise<Page>;
  /** A fresh page on a path of the server. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** The JSON at a path of the server. */
  json<T>(path: string): Promise<T>;
}

/** Call at the top of a test file. `paths`: dossiers that the server opens beside its own. */
export function useStage({ paths = [] as readonly string[] } = {}): Stage {
  let server: Server;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const trouble: string[] = [];

  jest.setTimeout(WHOLE_TEST);
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(paths), launch()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(trouble.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    const failures = (server?.output() ?? "").split("\n").filter((line) => /"level":[56]0/.test(line));
    expect(failures).toEqual([]);
  });

  const blank = async ({ expected = [], ...options }: OpenOptions = {}) => {
    const context = await browser.newContext({ viewport: DESK, baseURL: server.address, ...options });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const report = (words: string) => {
      if (!expected.some((pattern) => pattern.test(words))) trouble.push(words);
    };
    await watch(page, server.address, report);
    return page;
  };
  return {
    get address() {
      return server.address;
    },
    blank,
    async open(path, options) {
      const page = await blank(options);
      await page.goto(path);
      return page;
    },
    async json<T>(path: string) {
      const response = await fetch(server.address + path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

async function startServer(args: readonly string[]): Promise<Server> {
  const script = new URL("../../scripts/server.js", import.meta.url).href;
  const { startServer: start }: { startServer: StartServer } = await import(script);
  return start({ args, env: { LOG_LEVEL: "warn" }, timeout: WHOLE_TEST / 2 });
}

interface Chromium {
  readonly CHROMIUM_FLAGS: string[];
  findChromium(): string | null;
}

async function launch(): Promise<Browser> {
  const script = new URL("../../scripts/chromium.js", import.meta.url).href;
  const { CHROMIUM_FLAGS, findChromium }: Chromium = await import(script);
  return playwright.chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
}

/** Reports whatever a page does that it should not. */
async function watch(page: Page, address: string, report: (words: string) => void): Promise<void> {
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`) && !/^(data|blob):/.test(request.url()))
      report(`request to elsewhere: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => report(`exception: ${error.stack ?? error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) report(`answer ${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left, or an answer that becomes a download, ends its request so.
    if (reason !== "net::ERR_ABORTED") report(`request failed: ${request.url()} ${reason}`);
  });
  page.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction("reportBreach", report);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      const reporter = (window as unknown as { reportBreach(words: string): void }).reportBreach;
      reporter(`policy: ${violatedDirective} by ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
}

/** Asks again until the expectations hold; then, or when patience ends, gives what the last try gave. */
export async function eventually<T>(attempt: () => Promise<T> | T, patience = PATIENCE): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
