/** Workers start from built files: those of the program, and one with tasks that go wrong. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import { createPool, type Pool, type PoolOptions } from "../../server/work/pool.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const opened: Pool[] = [];
afterAll(() => Promise.all(opened.map((pool) => pool.close())));

/** Builds entries of the package, given as paths, into a folder below `node_modules/.cache` that is removed at the end. */
export function buildForTests<N extends string>(
  folder: string,
  entries: Readonly<Record<N, string>>,
): Record<N, string> {
  const built = join(ROOT, "node_modules", ".cache", folder);
  const script = `
    import { build } from "vite";
    import { serverBundle } from "./scripts/bundles.js";
    const bundle = serverBundle();
    bundle.build.outDir = ${JSON.stringify(built)};
    bundle.build.rolldownOptions.input = ${JSON.stringify(entries)};
    await build(bundle);`;
  const { NODE_OPTIONS: _jests, ...env } = process.env;
  execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT, env });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  const names = Object.keys(entries) as N[];
  return Object.fromEntries(names.map((name) => [name, join(built, `${name}.js`)])) as Record<N, string>;
}

export interface WatchedPool extends Pool {
  /** Tasks that it was given, in order. */
  readonly jobs: string[];
}

/** Closed when the test file ends. */
export function watchPool(options: PoolOptions): WatchedPool {
  const pool = createPool(options);
  const jobs: string[] = [];
  opened.push(pool);
  return {
    ...pool,
    jobs,
    run(job, signal) {
      jobs.push(job.task);
      return pool.run(job, signal);
    },
  };
}
