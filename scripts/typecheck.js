/** Type-checks each TypeScript project; the compiler holds the walls between them. */
import { existsSync } from "node:fs";
import { isMain, ROOT } from "./paths.js";
import { runQuietly } from "./run.js";

const PROJECTS = ["graph-data", "server", "client", "tests"];

/** @returns {Promise<boolean>} whether every project is free of errors */
export async function typecheck(root = ROOT, projects = PROJECTS) {
  const present = projects.filter((project) => existsSync(`${root}/${project}/tsconfig.json`));
  const results = await Promise.all(present.map((project) => check(root, project)));
  for (const { project, code, output, seconds } of results) {
    console.log(`  ${code === 0 ? "✓" : "✗"} ${project} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output.trimEnd());
  }
  return results.every(({ code }) => code === 0);
}

async function check(root, project) {
  const start = performance.now();
  const tsc = `${root}/node_modules/typescript/bin/tsc`;
  const result = await runQuietly(process.execPath, [tsc, "-p", project, "--pretty", "false"], { cwd: root });
  return { project, ...result, seconds: (performance.now() - start) / 1000 };
}

if (isMain(import.meta.url)) process.exitCode = (await typecheck()) ? 0 : 1;
