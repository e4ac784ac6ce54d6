/**
 * Reads a dossier's folder packed as a ZIP archive: `dossier.json` with the texts it names beside it, at the top or in
 * one folder. Nothing else in the archive is unpacked.
 */
import { errorAt, InvalidDataError } from "../errors.ts";
import { holdsFile, isArchive, listArchive, unpackFiles } from "./archive.ts";
import { isFields } from "./attributes.ts";
import { giveDossier, readDossierText } from "./dossier-reader.ts";
import { refuse } from "./json-file.ts";
import type { Attributes, Value } from "./network.ts";
import { Notes } from "./notes.ts";
import { joinPortions } from "./portions.ts";
import type { Reader, Report, Sink } from "./reader.ts";
import { createDecoder } from "./text.ts";

/** Bytes of the archive, and of what is read from it. */
const LARGEST = 256 * 2 ** 20;
const MAIN_FILE = "dossier.json";

export const dossierZipReader: Reader = {
  id: "dossier-zip",
  label: "Dossier in an archive",
  extensions: ["zip"],
  describe: "A dossier's folder as a ZIP archive: dossier.json and the texts of its documents.",
  recognise: (name, head) =>
    holdsFile(head, MAIN_FILE) ? 0.95 : isArchive(head) && /\.zip$/i.test(name) ? 0.1 : 0,
  open(sink) {
    const portions: Uint8Array[] = [];
    let length = 0;
    return {
      push(bytes) {
        length += bytes.length;
        if (length > LARGEST) refuse("", `the archive is larger than ${LARGEST / 2 ** 20} MB`);
        portions.push(bytes.slice());
      },
      end: () => readPacked(joinPortions(portions), sink),
    };
  },
};

function readPacked(bytes: Uint8Array, sink: Sink): Report {
  const paths = listArchive(bytes);
  for (const path of paths) if (!staysInside(path)) refuse(path, "leads out of the archive");
  const main = findMain(paths);
  const folder = main.slice(0, -MAIN_FILE.length);
  const notes = new Notes();
  const read = (path: string) =>
    decode(unpackFiles(bytes, (name) => name === path, LARGEST).get(path)!, path);
  const value = readDossierText(read(main), notes);
  giveDossier(withTexts(value, folder, bytes), sink, notes);
  return { format: "dossier-zip", notes: notes.list() };
}

/** The one that lies highest. */
function findMain(paths: readonly string[]): string {
  const found = paths.filter((path) => path === MAIN_FILE || path.endsWith(`/${MAIN_FILE}`));
  const depth = (path: string) => path.split("/").length;
  const highest = Math.min(...found.map(depth));
  const [first, ...others] = found.filter((path) => depth(path) === highest);
  if (first === undefined) return refuse("", `the archive holds no ${MAIN_FILE}`);
  if (others.length > 0)
    refuse("", `the archive holds ${others.length + 1} dossiers: ${[first, ...others].join(", ")}`);
  return first;
}

/** Each document that names a file gets its text; throws with every file that is not there. */
function withTexts(value: Value, folder: string, bytes: Uint8Array): Value {
  const documents = isFields(value) ? value.documents : undefined;
  if (!isFields(value) || !Array.isArray(documents)) return value;
  const named = new Set(documents.flatMap((document) => fileOf(document) ?? []).map((file) => folder + file));
  const files = unpackFiles(bytes, (path) => named.has(path), LARGEST);
  const missing = documents.flatMap((document, at) => {
    const file = fileOf(document);
    if (file === undefined || files.has(folder + file)) return [];
    const why = staysInside(file) ? "is not in the archive" : "leads out of the archive";
    return [errorAt(`documents[${at}].file`, `"${file}" ${why}`)];
  });
  if (missing.length > 0) throw new InvalidDataError("The archive lacks texts of its documents.", missing);
  const withText = (document: Value): Value => {
    const file = fileOf(document);
    const path = folder + file;
    return file === undefined
      ? document
      : { ...(document as Attributes), text: decode(files.get(path)!, path) };
  };
  return { ...value, documents: documents.map(withText) };
}

/** What a document names in place of its text. */
function fileOf(document: Value): string | undefined {
  if (!isFields(document) || document.text !== undefined) return undefined;
  const file = document.file;
  return typeof file === "string" ? file : undefined;
}

/** A way inside of where it starts, the same on every system. */
function staysInside(path: string): boolean {
  return !/^\/|^[a-z]:|\\|\0/i.test(path) && !path.split("/").includes("..");
}

function decode(bytes: Uint8Array, path: string): string {
  const decoder = createDecoder();
  try {
    return decoder.push(bytes) + decoder.end();
  } catch (error) {
    if (error instanceof InvalidDataError) refuse(path, error.message);
    throw error;
  }
}
