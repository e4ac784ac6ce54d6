/**
 * Sets up what is missing, before `npm start` and `npm test`; needs nothing but Node. Usage:
 * `node scripts/prepare.js [build] [chromium]`. Installs dependencies always; builds and finds a Chromium when asked.
 * When all is up to date it reads a few files and is done.
 */
import { areInstalled, installDependencies } from "./dependencies.js";
import { ROOT } from "./paths.js";
import { isBuilt } from "./stamp.js";

const LEAST_NODE = [20, 19];

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Error(`Narrascope needs Node ${LEAST_NODE.join(".")} or newer; this is ${process.versions.node}`);
}

async function build() {
  if (isBuilt(ROOT)) return;
  console.log("Building …");
  const { buildAll } = await import("./build.js");
  await buildAll();
}

async function chromium() {
  const { findChromium, installChromium } = await import("./chromium.js");
  if (findChromium()) return;
  await installChromium(ROOT);
  if (!findChromium()) throw new Error("no Chromium was found after installing one; set CHROMIUM_PATH to it");
}

const STEPS = { build, chromium };

async function prepare(names) {
  demandNode();
  const unknown = names.find((name) => !Object.hasOwn(STEPS, name));
  if (unknown !== undefined) throw new Error(`there is no step "${unknown}"; allowed: build, chromium`);
  if (!areInstalled(ROOT)) await installDependencies(ROOT);
  for (const name of names) await STEPS[name]();
}

try {
  await prepare(process.argv.slice(2));
} catch (error) {
  console.error(`narrascope: ${error instanceof Error ? error.message : error}`);
  if (process.env.npm_lifecycle_event === "pretest") console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
