/** How the halves are bundled with Vite: the client for browsers, also as one page, and the server for Node. */
import { existsSync, readFileSync } from "node:fs";
import { onePage } from "./one-file.js";
import { ROOT } from "./paths.js";

/** A machine that has much to do makes slow plugins: no news. */
const QUIET = { pluginTimings: false };

/** Files of their own: browsers read several at the same time, and keep those that a new version did not change. */
const LIBRARIES = [
  { name: "cytoscape", test: /node_modules[\\/]cytoscape[\\/]/ },
  // What only an export needs comes with it, not before.
  { name: "libraries", test: /node_modules[\\/](?!graphology|obliterator|events)/ },
];

/**
 * Hashed files under `dist/client/assets`; the server finds their names in the manifest. Nothing is inlined (CSP).
 * @param {{ dev?: boolean, root?: string }} [options] `dev` compiles `__DEV__` blocks in and leaves names readable.
 * @returns {import("vite").InlineConfig}
 */
export function clientBundle({ dev = false, root = ROOT } = {}) {
  return {
    ...common(dev, root),
    root: `${root}/client`,
    base: "/",
    // What the client has of Markdown runs in a worker: there is no page to ask what `&eacute;` means.
    resolve: { conditions: ["worker", "module", "browser", "development|production"] },
    // The server knows the one that opens files by the beginning of its name; modules load what they need when they need it.
    worker: { format: "es", rolldownOptions: { output: { entryFileNames: "assets/[name]-[hash].js" } } },
    build: {
      outDir: `${root}/dist/client`,
      emptyOutDir: true,
      manifest: true,
      target: "es2022",
      sourcemap: dev,
      minify: !dev,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        checks: QUIET,
        input: entries(`${root}/client`, ["main.tsx", "open.tsx", "page.ts"]),
        output: { codeSplitting: { groups: LIBRARIES } },
      },
    },
  };
}

/**
 * `dist/page/explorer.html`: the explorer with all that it needs, and a place for a dossier.
 * @param {{ dev?: boolean, root?: string }} [options]
 * @returns {import("vite").InlineConfig}
 */
export function pageBundle({ dev = false, root = ROOT } = {}) {
  const version = readVersion(root);
  return {
    ...common(dev, root),
    root: `${root}/client`,
    base: "/",
    plugins: [onePage({ name: "explorer.html", version })],
    build: {
      outDir: `${root}/dist/page`,
      emptyOutDir: true,
      target: "es2022",
      minify: true,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        // One script loads no other: what Vite would load others with is left empty.
        checks: { ...QUIET, emptyImportMeta: false },
        input: entries(`${root}/client`, ["embedded.tsx"]),
        output: { format: "iife", codeSplitting: false },
      },
    },
  };
}

/**
 * `dist/server/main.js` and the worker that it starts, `dist/server/work/worker.js`. Packages stay outside, in node_modules.
 * @param {{ dev?: boolean, root?: string }} [options]
 * @returns {import("vite").InlineConfig}
 */
export function serverBundle({ dev = false, root = ROOT } = {}) {
  return {
    ...common(dev, root),
    root,
    build: {
      outDir: `${root}/dist/server`,
      emptyOutDir: true,
      ssr: true,
      target: "node20",
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        checks: QUIET,
        input: entries(`${root}/server`, ["main.ts", "work/worker.ts"]),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** @returns {import("vite").InlineConfig} */
function common(dev, root) {
  return {
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
    define: { __DEV__: JSON.stringify(dev), __VERSION__: JSON.stringify(readVersion(root)) },
  };
}

function readVersion(root) {
  return JSON.parse(readFileSync(`${root}/package.json`, "utf8")).version;
}

/** The entry files that exist, by name. */
function entries(folder, files) {
  const found = files.filter((file) => existsSync(`${folder}/${file}`));
  if (found.length === 0) throw new Error(`nothing to build: ${folder} has none of ${files.join(", ")}`);
  return Object.fromEntries(found.map((file) => [file.replace(/\.\w+$/, ""), `${folder}/${file}`]));
}
