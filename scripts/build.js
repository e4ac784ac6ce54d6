/** Builds client, page and server into `dist/`. */
import { rmSync } from "node:fs";
import { clientBundle, pageBundle, serverBundle } from "./bundles.js";
import { isMain, ROOT } from "./paths.js";
import { fingerprintSources, markBuilt } from "./stamp.js";

/** @param {{ root?: string }} [options] */
export async function buildAll({ root = ROOT } = {}) {
  const { build } = await import("vite");
  const fingerprint = fingerprintSources(root);
  rmSync(`${root}/dist/.stamp`, { force: true });
  await Promise.all([clientBundle, pageBundle, serverBundle].map((bundle) => build(bundle({ root }))));
  markBuilt(root, fingerprint);
}

if (isMain(import.meta.url)) {
  const start = performance.now();
  try {
    await buildAll();
    console.log(`built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(`the build failed: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
