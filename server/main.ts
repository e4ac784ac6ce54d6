#!/usr/bin/env node
/** The program: environment and arguments → dossiers → application → a listening server. */
import { existsSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { destination, type Logger, pino } from "pino";
import { countWords } from "../graph-data/display/words.ts";
import { describeProblem, UsageError } from "../graph-data/errors.ts";
import { createApp } from "./app.ts";
import { type Config, HELP, readConfig } from "./config.ts";
import { followAssets } from "./http/assets.ts";
import { type Listening, listen } from "./http/listen.ts";
import { findPackage, type Package } from "./root.ts";
import { combineStores } from "./stores/combined.ts";
import { createFolderStore } from "./stores/folder.ts";
import type { DossierStore, Entry } from "./stores/store.ts";
import { layoutBeside, readBeside } from "./work/beside.ts";
import { createPool } from "./work/pool.ts";
import { type ServerWork, TASKS } from "./work/tasks.ts";
import { createWork } from "./work/work.ts";

const FAILED = 1;
const MISUSED = 2;

try {
  await run();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError)
    for (const problem of error.problems) complain(`  ${describeProblem(problem)}`);
  process.exitCode = error instanceof UsageError ? MISUSED : FAILED;
}

async function run(): Promise<void> {
  const home = findPackage(import.meta.url);
  const config = readConfig(process.env, process.argv.slice(2), process.stderr.isTTY);
  if (config.help) return say(HELP.trimEnd());
  if (config.version) return say(home.version);
  const log = pino({ level: config.logLevel, base: null }, destination({ dest: 2, sync: false }));
  const work = openWork();
  const stores = openStores(config, home, work);
  const app = createApp({
    stores,
    work,
    log,
    version: home.version,
    ...locate(home),
    hostNames: config.hostNames,
    started: new Date().toISOString(),
  });
  const listening = await listenOrExplain(app, config);
  say(`Narrascope ${home.version} serves at ${listening.address}`);
  stopOnSignal(listening, work, log);
  for (const entry of await stores.list()) describeEntry(entry, listening.address);
}

/** A worker is started from a file that the build puts beside this one: from sources all is done in this thread. */
function openWork(): ServerWork {
  const file = fileURLToPath(new URL("work/worker.js", import.meta.url));
  return createWork(TASKS, existsSync(file) ? createPool({ file }) : null);
}

function openStores({ paths }: Config, { root }: Package, work: ServerWork): DossierStore {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new UsageError(`There is no file or folder ${missing.map((path) => `"${path}"`).join(", ")}.`);
  }
  const tools = { layout: layoutBeside(work), read: readBeside(work) };
  const own = join(root, "graph-data", "dossiers");
  const given = [...new Set(paths.map((path) => resolve(path)))].filter((path) => path !== own);
  return combineStores([
    ...(existsSync(own) ? [createFolderStore(own, { ...tools, shown: "dossiers" })] : []),
    ...given.map((path) => createFolderStore(path, { ...tools, shown: shownPath(path) })),
  ]);
}

/** As it was given, when it lies below the current folder; else its name alone. */
function shownPath(path: string): string {
  const way = relative(process.cwd(), path);
  return way === "" || way.startsWith("..") || resolve(way) === way
    ? basename(path)
    : way.split(sep).join("/");
}

function locate({ root }: Package) {
  const developing = process.env.NODE_ENV === "development";
  const clientFolder = join(root, "dist", "client");
  return {
    viewsFolder: join(root, "views"),
    clientFolder: existsSync(clientFolder) ? clientFolder : null,
    assets: followAssets(clientFolder),
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

function describeEntry({ id, title, source, narrative, problems }: Entry, address: string): void {
  if (!narrative) {
    say(`  ✗ ${title} (${source}) cannot be opened:`);
    for (const problem of problems.slice(0, 3)) say(`      ${describeProblem(problem)}`);
    if (problems.length > 3)
      say(`      and ${problems.length - 3} more: ${address}/d/${encodeURIComponent(id)}/problems`);
    return;
  }
  const counts = `${countWords(narrative.actors.size, "actor")}, ${countWords(narrative.statements.length, "statement")}`;
  const flaws = problems.length > 0 ? `, ${countWords(problems.length, "problem")}` : "";
  say(`  ${title}: ${counts}${flaws}`);
  say(`    ${address}/d/${encodeURIComponent(id)}`);
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

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
