/** The client's built files, as Vite's manifest names them. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a page must load. Addresses begin with `/`. */
export interface Bundle {
  readonly script: string | null;
  readonly styles: readonly string[];
  /** Modules that the script imports. */
  readonly imports: readonly string[];
}

export interface Assets {
  readonly explorer: Bundle;
  /** The page that opens a file. */
  readonly open: Bundle;
  readonly page: Bundle;
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

const NOTHING: Bundle = { script: null, styles: [], imports: [] };
export const NO_ASSETS: Assets = { explorer: NOTHING, open: NOTHING, page: NOTHING };

/** Without a built client the pages still say what they say, unadorned. */
export function readAssets(folder: string): Assets {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8"));
  } catch {
    return NO_ASSETS;
  }
  return {
    explorer: bundleOf(manifest, "main.tsx"),
    open: bundleOf(manifest, "open.tsx"),
    page: bundleOf(manifest, "page.ts"),
  };
}

/** Reads the manifest again when a build has replaced it: its hashed names would lead nowhere. */
export function followAssets(folder: string): () => Assets {
  const file = join(folder, ".vite", "manifest.json");
  let known: { assets: Assets; written: number } | null = null;
  return () => {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.written !== written) known = { assets: readAssets(folder), written };
    return known.assets;
  };
}

function bundleOf(manifest: Manifest, entry: string): Bundle {
  const chunk = manifest[entry];
  if (!chunk) return NOTHING;
  const needed = collectImports(manifest, chunk);
  const styles = [...needed, chunk].flatMap(({ css = [] }) => css);
  return {
    script: chunk.file.endsWith(".js") ? `/${chunk.file}` : null,
    styles: [...new Set(styles)].map((file) => `/${file}`),
    imports: needed.map(({ file }) => `/${file}`),
  };
}

/** Modules that a chunk imports over any number of steps, each before those that import it. Circles occur. */
function collectImports(manifest: Manifest, chunk: Chunk, seen = new Set([chunk])): Chunk[] {
  return (chunk.imports ?? []).flatMap((name) => {
    const imported = manifest[name];
    if (!imported || seen.has(imported)) return [];
    seen.add(imported);
    return [...collectImports(manifest, imported, seen), imported];
  });
}
