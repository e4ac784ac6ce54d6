/** One dossier's files → its entry, parsed: in one go, or only as far as it is light work. */
import { basename } from "node:path";
import { SEARCH_BUDGET } from "../../graph-data/dossier/evidence.ts";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import { type ParsedEntry, parseEntry, sha256 } from "./entry.ts";
import { type Location, type Reading, readDossierFiles } from "./reading.ts";

export interface ReadRequest {
  readonly location: Location;
  /** The id it is listed by when it does not say a usable one. */
  readonly fallback: string;
}

export interface ReadEntry extends ParsedEntry {
  /** Every file that it depends on, found or not. */
  readonly watched: readonly string[];
}

/** Never throws for what the files hold. */
export type Reader = (request: ReadRequest) => Promise<ReadEntry>;

export const readEntry: Reader = async (request) => {
  const reading = await readDossierFiles(request.location, Infinity);
  return parseReading(reading!, request);
};

/** `null` when the files have more than `light` bytes, or searching their quotations takes more than `light` steps. */
export async function readLightEntry(request: ReadRequest, light: number): Promise<ReadEntry | null> {
  const reading = await readDossierFiles(request.location, light);
  if (reading === null) return null;
  const budget = { left: Math.min(light, SEARCH_BUDGET) };
  const read = parseReading(reading, request, budget);
  return budget.left < 0 ? null : read;
}

function parseReading(
  reading: Reading,
  { location, fallback }: ReadRequest,
  budget?: { left: number },
): ReadEntry {
  const { value, files, watched } = reading;
  const parts = files.map(({ path, bytes }) => `${path}\0${sha256(bytes)}`);
  const revision = sha256([...parts, ...reading.problems.map(({ message }) => message)].join("\n"));
  const problems = [...reading.problems, ...checkName(value, location)];
  const unparsed = { value, name: fallback, source: location.source, revision, problems };
  return { ...parseEntry(unparsed, budget), watched };
}

/** The folder's name is the dossier's id, so that one is found by the other. */
function checkName(value: unknown, { folder, name }: Location): Problem[] {
  const id = (value as { id?: unknown } | undefined)?.id;
  if (folder === null || typeof id !== "string" || id === name) return [];
  return [{ path: "id", message: `is "${id}", but the folder is named "${name}"`, severity: "warning" }];
}

/** Of a dossier whose reading was broken off. It is read again when its file changes. */
export function failedEntry({ location, fallback }: ReadRequest, error: unknown): ReadEntry {
  const reason = error instanceof Error ? error.message : String(error);
  const problems = [errorAt(basename(location.file), `could not be read: ${reason}`)];
  const facts = {
    id: fallback,
    title: fallback,
    source: location.source,
    revision: sha256(reason),
    problems,
  };
  return { facts, parsed: null, watched: [location.file] };
}
