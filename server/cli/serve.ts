/** `narrascope serve`: environment and paths → dossiers → application → a listening server. */
import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { destination, type Logger, pino } from "pino";
import { countWords } from "../../graph-data/display/words.ts";
import { describeProblem, UsageError } from "../../graph-data/errors.ts";
import { createApp } from "../app.ts";
import { type Config, readConfig, SERVE_HELP } from "../config.ts";
import { followAssets } from "../http/assets.ts";
import { type Listening, listen } from "../http/listen.ts";
import { combineStores } from "../stores/combined.ts";
import { createFolderStore } from "../stores/folder.ts";
import type { DossierStore, Entry } from "../stores/store.ts";
import { createTools, readTemplate } from "../tools.ts";
import { layoutBeside, readBeside } from "../work/beside.ts";
import { createPool } from "../work/pool.ts";
import { createTasks, type ServerWork } from "../work/tasks.ts";
import { createWork } from "../work/work.ts";
import type { Command, Invocation, Surroundings } from "./command.ts";

export const serve: Command = {
  name: "serve",
  summary: "Serves dossiers as pages and as an API.",
  words: "[path …]",
  options: [],
  more: SERVE_HELP,
  run: runServer,
};

/** Returns when the server listens; it goes on until a signal stops it. */
async function runServer({ words, around }: Invocation): Promise<0> {
  const config = readConfig(around.environment, words, around.terminal);
  const log = pino({ level: config.logLevel, base: null }, destination({ dest: 2, sync: false }));
  const work = openWork(around);
  const stores = openStores(config, around, work);
  const app = createApp({
    stores,
    work,
    log,
    version: around.version,
    ...locate(around),
    hostNames: config.hostNames,
    started: new Date().toISOString(),
  });
  const listening = await listenOrExplain(app, config);
  await around.print(`Narrascope ${around.version} serves at ${listening.address}\n`);
  work.warm();
  stopOnSignal(listening, work, log);
  for (const entry of await stores.list()) await around.print(describeEntry(entry, listening.address));
  return 0;
}

/** A worker is started from a file that the build makes: from sources all is done in this thread. */
function openWork({ root }: Surroundings): ServerWork {
  const file = fileURLToPath(new URL("work/worker.js", import.meta.url));
  return createWork(createTasks(createTools(root)), existsSync(file) ? createPool({ file }) : null);
}

function openStores({ paths }: Config, { root }: Surroundings, work: ServerWork): DossierStore {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new UsageError(`There is no file or folder ${missing.map((path) => `"${path}"`).join(", ")}.`);
  }
  const means = { layout: layoutBeside(work), read: readBeside(work) };
  const own = join(root, "graph-data", "dossiers");
  const given = [...new Set(paths.map((path) => resolve(path)))].filter((path) => path !== own);
  return combineStores([
    ...(existsSync(own) ? [createFolderStore(own, { ...means, shown: "dossiers" })] : []),
    ...given.map((path) => createFolderStore(path, { ...means, shown: shownPath(path) })),
  ]);
}

/** As it was given, when it lies below the current folder; else its name alone. */
function shownPath(path: string): string {
  const way = relative(process.cwd(), path);
  return way === "" || way.startsWith("..") || resolve(way) === way
    ? basename(path)
    : way.split(sep).join("/");
}

function locate({ root, environment }: Surroundings) {
  const developing = environment.NODE_ENV === "development";
  const clientFolder = join(root, "dist", "client");
  return {
    viewsFolder: join(root, "views"),
    clientFolder: existsSync(clientFolder) ? clientFolder : null,
    assets: followAssets(clientFolder),
    template: readTemplate(root),
    cacheViews: !developing,
  };
}

async function listenOrExplain(
  app: Parameters<typeof listen>[0],
  { host, port }: Config,
): Promise<Listening> {
  try {
    return await listen(app, host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: `Port ${port} of ${host} is taken. Choose another: PORT=4281 npm start`,
      EACCES: `Port ${port} of ${host} may not be used by this user. Choose one from 1024 up.`,
      EADDRNOTAVAIL: `This machine has no address ${host}; see HOST.`,
      ENOTFOUND: `There is no host ${host}; see HOST.`,
    };
    throw new Error(reasons[code ?? ""] ?? `Cannot listen on ${host}:${port} (${code}).`, { cause: error });
  }
}

function describeEntry({ id, title, source, narrative, problems }: Entry, address: string): string {
  const path = `${address}/d/${encodeURIComponent(id)}`;
  if (!narrative) {
    const told = problems.slice(0, 3).map((problem) => `      ${describeProblem(problem)}`);
    const more = problems.length > 3 ? [`      and ${problems.length - 3} more: ${path}/problems`] : [];
    return `${[`  ✗ ${title} (${source}) cannot be opened:`, ...told, ...more].join("\n")}\n`;
  }
  const counts = `${countWords(narrative.actors.size, "actor")}, ${countWords(narrative.statements.length, "statement")}`;
  const flaws = problems.length > 0 ? `, ${countWords(problems.length, "problem")}` : "";
  return `  ${title}: ${counts}${flaws}\n    ${path}\n`;
}

/** The first signal lets requests in flight finish; a second one does not wait. */
function stopOnSignal(listening: Listening, work: ServerWork, log: Logger): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      log.info({ signal }, "stopping");
      await listening.close();
      await work.close();
      log.flush(() => process.exit(0));
    });
  }
}
