/** A real server on a free port, over dossiers held in memory or whatever store is given. */
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import { pino } from "pino";
import { type AppOptions, createApp } from "../../server/app.ts";
import { listen } from "../../server/http/listen.ts";
import { createMemoryStore } from "../../server/stores/memory.ts";
import type { Layout } from "../../server/stores/positions.ts";
import type { DossierStore } from "../../server/stores/store.ts";
import { createTasks } from "../../server/work/tasks.ts";
import { createWork } from "../../server/work/work.ts";
import type { Json } from "./json.ts";
import { TOOLS } from "./tools.ts";

const VIEWS = fileURLToPath(new URL("../../views", import.meta.url));

/** A place for every actor, at no cost. The real layout has tests of its own. */
export const layoutInRow: Layout = async ({ dossier }) =>
  Object.fromEntries(dossier.actors.map(({ id }, at) => [id, [at * 90, (at % 5) * 60]]));

export interface RunningServer {
  readonly address: string;
  /** Lines of the log, parsed. */
  readonly log: Record<string, unknown>[];
  /** Follows no redirect. Every answer is checked for what no answer may have. */
  get(path: string, init?: RequestInit): Promise<Response>;
  text(path: string): Promise<string>;
  json(path: string): Promise<Json>;
}

/** Serves until the test file ends. */
export async function startTestServer(
  dossiers: readonly unknown[] | DossierStore,
  options: Partial<AppOptions> = {},
): Promise<RunningServer> {
  const stores = isStore(dossiers) ? dossiers : createMemoryStore(dossiers, layoutInRow);
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => log.push(JSON.parse(line)) });
  const work = createWork(createTasks(TOOLS));
  const app = createApp({ stores, work, log: logger, version: "0.0.0-test", viewsFolder: VIEWS, ...options });
  const listening = await listen(app, "127.0.0.1", 0);
  afterAll(() => listening.close(500));
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(listening.address + path, { redirect: "manual", ...init });
    const body = await response.clone().text();
    if (/\n\s+at .*\(?.*:\d+:\d+\)?/.test(body)) throw new Error(`${path} answers with a stack trace`);
    return response;
  };
  return {
    address: listening.address,
    log,
    get,
    text: async (path) => (await get(path)).text(),
    json: async (path) => (await get(path)).json(),
  };
}

function isStore(value: readonly unknown[] | DossierStore): value is DossierStore {
  return "list" in value && "get" in value;
}
