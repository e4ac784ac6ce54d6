/** Whether the build is older than its sources, told from names, sizes and times without reading any file. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What the bundles are made from. Dossiers and views are read when they are asked for, not bundled. */
const SOURCES = [
  "client",
  "graph-data",
  "server",
  "scripts/bundles.js",
  "scripts/one-file.js",
  "package.json",
  "package-lock.json",
];
const SKIPPED = new Set(["graph-data/dossiers"]);

/**
 * A digest of every source file's path, size and time of change.
 * @param {string} root
 * @param {readonly string[]} [sources] files and folders, relative to `root`
 */
export function fingerprintSources(root, sources = SOURCES) {
  const hash = createHash("sha256");
  for (const source of sources) addEntry(hash, root, source);
  return hash.digest("hex");
}

function addEntry(hash, root, path) {
  if (SKIPPED.has(path)) return;
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(`${root}/${path}`).sort()) addEntry(hash, root, `${path}/${name}`);
  } else {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
}

const stampFile = (root) => `${root}/dist/.stamp`;

/** Whether the last finished build was made from the sources as they are. */
export function isBuilt(root) {
  try {
    return readFileSync(stampFile(root), "utf8") === fingerprintSources(root);
  } catch {
    return false;
  }
}

/** Records that the build was made from the sources with this fingerprint, taken before the build began. */
export function markBuilt(root, fingerprint) {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), fingerprint);
}
