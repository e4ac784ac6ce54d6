/** Runs benchmarks: `npm run bench -- explorer server`; without names, all. Each is a TypeScript file in bench/. */
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "vite";
import { ROOT } from "./paths.js";

/** Files in bench/ that are benchmarks: those that end in `.bench.ts`. */
function listBenchmarks() {
  return readdirSync(`${ROOT}/bench`)
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.replace(/\.bench\.ts$/, ""))
    .sort();
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !existsSync(`${ROOT}/bench/${name}.bench.ts`));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${listBenchmarks().join(", ")}.`);
  process.exit(2);
}

const vite = await createServer({
  configFile: false,
  root: ROOT,
  appType: "custom",
  logLevel: "warn",
  server: { middlewareMode: true, watch: null, ws: false },
});
for (const name of names.length > 0 ? names : listBenchmarks()) {
  console.log(`\n# ${name}\n`);
  const { run } = await vite.ssrLoadModule(`/bench/${name}.bench.ts`);
  await run();
}
await vite.close();
