/** A path → where the dossiers under it lie. */
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import { describeFailure } from "./files.ts";
import type { Location } from "./reading.ts";

const MOST_DOSSIERS = 1_000;
const MAIN_FILE = "dossier.json";

export interface Found {
  readonly locations: readonly Location[];
  readonly problem: Problem | null;
}

/** `label` is how the path may be shown. Never throws: what cannot be read is a problem. */
export async function findDossiers(root: string, label: string): Promise<Found> {
  const nothing = (message: string): Found => ({ locations: [], problem: errorAt("", message) });
  try {
    if (!(await stat(root)).isDirectory()) return { locations: [locateFile(root, label)], problem: null };
    if (await exists(join(root, MAIN_FILE))) return { locations: [locateFolder(root, label)], problem: null };
    const names = (await readdir(root)).filter((name) => !name.startsWith(".")).sort();
    const found = await Promise.all(names.map((name) => locateChild(root, label, name)));
    const locations = found.filter((location) => location !== null);
    if (locations.length === 0)
      return nothing(`no dossier: neither ${MAIN_FILE} nor folders or JSON files with one`);
    if (locations.length <= MOST_DOSSIERS) return { locations, problem: null };
    const { problem } = nothing(`has ${locations.length} dossiers; the first ${MOST_DOSSIERS} are opened`);
    return { locations: locations.slice(0, MOST_DOSSIERS), problem };
  } catch (error) {
    return nothing(describeFailure(error));
  }
}

async function locateChild(root: string, label: string, name: string): Promise<Location | null> {
  const path = join(root, name);
  const source = `${label}/${name}`;
  if (extname(name) === ".json") return (await isFile(path)) ? locateFile(path, source) : null;
  // One that is no file is found, too, so that reading it says so.
  return (await exists(join(path, MAIN_FILE))) ? locateFolder(path, source) : null;
}

/** True of a link that leads nowhere, too. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function locateFolder(folder: string, source: string): Location {
  return { name: basename(folder), file: join(folder, MAIN_FILE), folder, source };
}

/** A path to `dossier.json` itself means the folder it is in. */
function locateFile(file: string, source: string): Location {
  if (basename(file) === MAIN_FILE) return locateFolder(dirname(file), source);
  return { name: basename(file, extname(file)), file, folder: null, source };
}
