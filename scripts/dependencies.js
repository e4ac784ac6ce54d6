/** Whether node_modules is what package-lock.json says, told from npm's own record of what it installed. */
import { readFileSync } from "node:fs";

/** @returns {boolean} */
export function areInstalled(root) {
  const wanted = readPackages(`${root}/package-lock.json`);
  const found = readPackages(`${root}/node_modules/.package-lock.json`);
  return wanted !== null && found !== null && firstDifference(wanted, found) === null;
}

/**
 * The first package that is wanted and not there as wanted, or there and not wanted. Optional ones (binaries for one
 * platform) may be absent, or be there beyond the lock file, which may lack those of other platforms than its maker's.
 * @param {Record<string, { version?: string, integrity?: string }>} wanted "packages" of a lock file
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean }>} found
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
  const surplus = Object.entries(found).find(([path, entry]) => !(path in wanted) && !entry.optional);
  return surplus?.[0] ?? null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Installs what the lock file says: with `npm ci`, or where that refuses the lock file with `npm install`, which takes
 * the same versions from it. Newer npm refuses one that lacks other platforms' binaries, and npm itself writes such
 * lock files where a registry does not hold them all.
 */
export async function installDependencies(root) {
  const { runQuietly } = await import("./run.js");
  console.log("Installing dependencies (node_modules is missing or differs from package-lock.json) …");
  const options = { cwd: root, env: { ...process.env, NODE_ENV: "development" } };
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const run = (...args) => runQuietly(...npmCommand([...args, ...quiet]), options);
  const clean = await run("ci");
  if (clean.code === 0) return;
  const repair = clean.output.includes("EUSAGE") ? await run("install", "--no-save") : clean;
  if (repair.code === 0) return;
  console.error(repair.output.trimEnd());
  throw new Error(
    "the dependencies could not be installed (see above): npm needs its registry; check the network and try again",
  );
}

/** The npm that runs us, or else the one on PATH. */
function npmCommand(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return [process.execPath, [npm, ...args]];
  return process.platform === "win32" ? ["cmd.exe", ["/c", "npm", ...args]] : ["npm", args];
}
