/** The files of one dossier → its value with the documents' texts inline, or problems. Nothing outside it is read. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseJson } from "../../graph-data/dossier/json.ts";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import { inspectDocuments, type ReadText, readText, withTexts } from "./documents.ts";
import { describeFailure, inspectFile } from "./files.ts";
import { decodeText } from "./text.ts";

/** A dossier's files together; beyond it they are refused unread. */
export const LARGEST_DOSSIER = 50 * 2 ** 20;

export interface Location {
  /** The folder's or file's name without its extension: the name it is listed by while its id is not known. */
  readonly name: string;
  /** The JSON file. */
  readonly file: string;
  /** The folder that its documents must lie in, or `null` for a single file, which has none. */
  readonly folder: string | null;
  /** As it may be shown. */
  readonly source: string;
}

export interface FileRead {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Reading {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Every file that the value depends on, found or not, for noticing changes. */
  readonly watched: readonly string[];
  /** What was read, in order. */
  readonly files: readonly FileRead[];
}

/**
 * `null` when its files have more than `most` bytes together, unless they are refused for their size anyway. Never
 * throws for what the files hold.
 */
export async function readDossierFiles(location: Location, most: number): Promise<Reading | null> {
  const { file, folder } = location;
  const watched = [file];
  const fail = (...problems: Problem[]): Reading => ({ value: undefined, problems, watched, files: [] });
  const name = basename(file);
  const main = await inspectFile(file, folder, name);
  if ("problem" in main) return fail(main.problem);
  if (main.size > LARGEST_DOSSIER) return fail(tooLarge(name, main.size));
  if (main.size > most) return null;
  const bytes = await readFile(file).catch(describeFailure);
  if (typeof bytes === "string") return fail(errorAt(name, bytes));
  const json = readJson(bytes, name);
  if ("problem" in json) return { ...fail(json.problem), files: [{ path: name, bytes }] };
  const documents = await inspectDocuments(json.value, folder);
  watched.push(...documents.map(({ path }) => path));
  const size = documents.reduce((sum, document) => sum + document.size, main.size);
  if (size > LARGEST_DOSSIER) return fail(tooLarge("the dossier with its documents", size));
  if (size > most) return null;
  const texts: ReadText[] = [];
  // One after the other: a dossier may have more documents than a process may have open files.
  for (const document of documents) texts.push(await readText(document));
  return {
    value: withTexts(json.value, texts),
    problems: [...json.problems, ...texts.flatMap(({ problems }) => problems)],
    watched,
    files: [
      { path: name, bytes },
      ...texts.flatMap((text) => (text.bytes ? [{ path: text.shown, bytes: text.bytes }] : [])),
    ],
  };
}

function tooLarge(path: string, size: number): Problem {
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1)} MB`;
  const message = `has ${megabytes(size)}; up to ${megabytes(LARGEST_DOSSIER)} are read`;
  return errorAt(path, message);
}

function readJson(bytes: Uint8Array, name: string) {
  const decoded = decodeText(bytes, name);
  return "problem" in decoded ? decoded : parseJson(decoded.text, name);
}
