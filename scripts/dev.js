/**
 * The development loop: rebuilds what changes, restarts the server, and pages that are open reload (they watch
 * `/healthz`). Arguments go to the server: `npm run dev -- path/to/dossier`.
 */
import { spawn } from "node:child_process";
import { existsSync, rmSync, watch } from "node:fs";
import { build } from "vite";
import { clientBundle, pageBundle, serverBundle } from "./bundles.js";
import { ROOT } from "./paths.js";

/** Changes that come together lead to one restart. */
const PAUSE = 80;

/** Starts the server, and again whenever `restart` is called. */
function keepServer(args) {
  let child = null;
  let timer;
  const begin = () => {
    child = spawn(process.execPath, ["--enable-source-maps", `${ROOT}/dist/server/main.js`, ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NODE_ENV: "development" },
    });
    child.once("exit", (code) => {
      if (code) console.log(`dev: the server ended with code ${code}; waiting for a change`);
      child = null;
    });
  };
  const end = () => {
    if (!child) return Promise.resolve();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    return ended;
  };
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end().then(begin), PAUSE);
  };
  const stop = () => {
    clearTimeout(timer);
    return end();
  };
  return { restart, stop };
}

/** Builds on every change; `onBuilt` after each build that succeeded. */
async function watchBundle(name, bundle, onBuilt) {
  const watcher = await build({ ...bundle, build: { ...bundle.build, watch: {} } });
  let failed = false;
  watcher.on("event", (event) => {
    if (event.code === "START") failed = false;
    if (event.code === "ERROR") {
      failed = true;
      console.error(`dev: the ${name} was not built; waiting for a change`);
    }
    if (event.code === "BUNDLE_END") {
      event.result.close();
      console.log(`dev: ${name} built in ${event.duration} ms`);
    }
    if (event.code === "END" && !failed) onBuilt();
  });
  return watcher;
}

/** Restarts only once both halves have been built. */
function whenAll(names, run) {
  const missing = new Set(names);
  return (name) => () => {
    missing.delete(name);
    if (missing.size === 0) run();
  };
}

rmSync(`${ROOT}/dist/.stamp`, { force: true });
const server = keepServer(process.argv.slice(2));
const built = whenAll(["client", "page", "server"], server.restart);
const watchers = await Promise.all([
  watchBundle("client", clientBundle({ dev: true }), built("client")),
  watchBundle("page", pageBundle({ dev: true }), built("page")),
  watchBundle("server", serverBundle({ dev: true }), built("server")),
]);
const views = existsSync(`${ROOT}/views`)
  ? watch(`${ROOT}/views`, { recursive: true }, server.restart)
  : null;

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    views?.close();
    await Promise.all([server.stop(), ...watchers.map((watcher) => watcher.close())]);
    process.exit(0);
  });
}
