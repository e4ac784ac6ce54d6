/** Whether node_modules is what package-lock.json says, told from npm's own record of what it installed. */
import { readFileSync } from "node:fs";

/** @returns {boolean} */
export function areInstalled(root) {
  const wanted = readPackages(`${root}/package-lock.json`);
  const found = readPackages(`${root}/node_modules/.package-lock.json`);
  return wanted !== null && found !== null && firstDifference(wanted, found) === null;
}

/**
 * The first package that is wanted and not there as wanted. Optional ones (other platforms' binaries) may be absent.
 * @param {Record<string, { version?: string, integrity?: string }>} wanted "packages" of a lock file
 * @param {Record<string, { version?: string, integrity?: string }>} found
 * @returns {string | null}
 */
export function firstDifference(wanted, found) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const installed = found[path];
    if (!installed) {
      if (entry.optional || entry.devOptional) continue;
      return path;
    }
    if (installed.version !== entry.version || installed.integrity !== entry.integrity) return path;
  }
  return Object.keys(found).find((path) => !(path in wanted)) ?? null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** Installs exactly what the lock file says. */
export async function installDependencies(root) {
  const { runSync } = await import("./run.js");
  console.log("Installing dependencies (node_modules is missing or differs from package-lock.json) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, NODE_ENV: "development" };
  const options = { cwd: root, env };
  const done = npm?.endsWith(".js")
    ? runSync(process.execPath, [npm, ...args], options)
    : runSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (!done) {
    throw new Error(
      "npm ci failed (see above). It needs the package registry: check the network, then try again, or run npm ci yourself",
    );
  }
}
