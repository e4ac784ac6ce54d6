/** A dossier's folder that was just written, read as the server will read it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { writeDossier } from "../../graph-data/dossier/write.ts";
import { InvalidDataError, type Problem } from "../../graph-data/errors.ts";
import { sha256 } from "../stores/entry.ts";
import { LARGEST_DOSSIER } from "../stores/reading.ts";
import { hasErrors, readFiles } from "./open.ts";

export interface Checked {
  /** The dossier as one file; `null` where it is too large to be opened, and was not checked. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Throws `InvalidDataError` with all problems when one of them is an error. */
export async function checkFolder(folder: string): Promise<Checked> {
  const location = { name: "", file: join(folder, "dossier.json"), folder, source: "" };
  const { value, problems } = await readFiles(location);
  if (value === undefined && weigh(folder) > LARGEST_DOSSIER) return { text: null, problems };
  const parsed = parseDossier(value, { hash: sha256 });
  const all = value === undefined ? problems : [...problems, ...parsed.problems];
  if (!parsed.dossier || hasErrors(all))
    throw new InvalidDataError("What was read does not make a dossier.", all);
  return { text: writeDossier(parsed.dossier), problems: all };
}

/** Bytes of all files in it. */
function weigh(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sizes = names.map((name) => statSync(join(folder, name))).filter((found) => found.isFile());
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
