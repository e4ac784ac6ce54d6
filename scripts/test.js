/**
 * All checks in order: format, lint, types, tests. Stops at the first that fails. The last line is always
 * `N passed, N failed`, with `, N skipped` where tests were. Arguments go to Jest: `npm test -- lens -t "round trip"`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./paths.js";
import { runSync } from "./run.js";
import { typecheck } from "./typecheck.js";

const biome = (...args) =>
  runSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", ...args, "--colors=off", "."], {
    cwd: ROOT,
  });

const STAGES = [
  ["Format", () => biome("format")],
  ["Lint", () => biome("check", "--formatter-enabled=false")],
  ["Types", () => typecheck(ROOT)],
];

const ADVICE = { Format: "npm run format mends it", Lint: "npm run format mends some of it", Types: "" };

async function runStages() {
  for (const [name, run] of STAGES) {
    console.log(`${name} …`);
    if (await run()) continue;
    console.log(`${name}: failed. ${ADVICE[name]}`.trimEnd());
    return false;
  }
  return true;
}

/** Runs Jest and gives its counts; a run that fails without a failed test counts as one. */
function runTests(args) {
  console.log("Tests …");
  const folder = mkdtempSync(join(tmpdir(), "narrascope-test-"));
  const file = join(folder, "summary.json");
  // Last, since Jest takes every word that follows for one more reporter.
  const reporters = ["--reporters=default", `--reporters=${ROOT}/scripts/test-reporter.js`];
  const ended = runSync(process.execPath, ["node_modules/jest/bin/jest.js", ...args, ...reporters], {
    cwd: ROOT,
    env: { ...process.env, NARRASCOPE_TEST_SUMMARY: file, NODE_OPTIONS: nodeOptions() },
  });
  const summary = readSummary(file);
  rmSync(folder, { recursive: true, force: true });
  return { ...summary, failed: ended ? summary.failed : Math.max(1, summary.failed) };
}

/** Jest needs the flag to run ESM, and Node says each time that it is experimental. */
function nodeOptions() {
  const given = process.env.NODE_OPTIONS ?? "";
  return `${given} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
}

function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

function report({ passed, failed, skipped }) {
  for (const name of skipped) console.log(`skipped: ${name}`);
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  console.log(`${passed} passed, ${failed} failed${tail}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  const ready = await runStages();
  report(ready ? runTests(process.argv.slice(2)) : { passed: 0, failed: 1, skipped: [] });
} catch (error) {
  console.error(error);
  report({ passed: 0, failed: 1, skipped: [] });
}
