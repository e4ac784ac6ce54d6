/** The files of one dossier → its value with the documents' texts inline, or problems. Nothing outside it is read. */
import type { Stats } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { parseJson } from "../../graph-data/dossier/json.ts";
import type { Problem } from "../../graph-data/errors.ts";
import { checkText, DEEPEST_JSON, decodeText, nestsTooDeep } from "./text.ts";

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

/** `file`, when given, must be `dossier.json` or a JSON file of its own. Never throws for what the files hold. */
export async function readDossierFiles(location: Location): Promise<Reading> {
  const { file, folder } = location;
  const watched = [file];
  const fail = (...problems: Problem[]): Reading => ({ value: undefined, problems, watched, files: [] });
  const name = basename(file);
  const main = await inspect(file, folder, name);
  if ("problem" in main) return fail(main.problem);
  if (main.size > LARGEST_DOSSIER) return fail(tooLarge(name, main.size));
  const bytes = await readFile(file).catch(describeFailure);
  if (typeof bytes === "string") return fail({ path: name, message: bytes, severity: "error" });
  const json = readJson(bytes, name);
  if ("problem" in json) return { ...fail(json.problem), files: [{ path: name, bytes }] };
  const documents = await inspectDocuments(json.value, location);
  watched.push(...documents.map(({ path }) => path));
  const size = documents.reduce((sum, document) => sum + document.size, main.size);
  if (size > LARGEST_DOSSIER) return fail(tooLarge("the dossier with its documents", size));
  const texts: ReadText[] = [];
  // One after the other: a dossier may have more documents than a process may have open files.
  for (const document of documents) texts.push(await readText(document));
  return {
    value: withTexts(json.value, texts),
    problems: texts.flatMap(({ problems }) => problems),
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
  return { path, message, severity: "error" };
}

function readJson(bytes: Uint8Array, name: string) {
  const decoded = decodeText(bytes, name);
  if ("problem" in decoded) return decoded;
  if (nestsTooDeep(decoded.text)) {
    const message = `nests deeper than ${DEEPEST_JSON} levels`;
    return { problem: { path: name, message, severity: "error" } satisfies Problem };
  }
  return parseJson(decoded.text, name);
}

type Inspected = { readonly size: number } | { readonly problem: Problem };

/** A regular file, inside the folder once links are followed. */
async function inspect(file: string, folder: string | null, path: string): Promise<Inspected> {
  const problem = (message: string): Inspected => ({ problem: { path, message, severity: "error" } });
  let real: string;
  let found: Stats;
  try {
    real = await realpath(file);
    found = await stat(real);
  } catch (error) {
    return problem(describeFailure(error));
  }
  if (folder !== null && !isInside(real, await realpath(folder))) {
    return problem("leads out of the dossier's folder; only files inside it are read");
  }
  return found.isFile() ? { size: found.size } : problem("is not a file");
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function describeFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "may not be read";
  if (code === "ELOOP") return "is a link that leads to itself";
  return `cannot be read (${code ?? "unknown reason"})`;
}

interface TextFile {
  readonly at: number;
  readonly path: string;
  readonly shown: string;
  readonly size: number;
  readonly problem: Problem | null;
}

/** The format's own limit: a longer list is refused when it is parsed. */
const MOST_DOCUMENTS = 100_000;

async function inspectDocuments(value: unknown, { folder }: Location): Promise<TextFile[]> {
  const list = (value as { documents?: unknown } | null)?.documents;
  if (!Array.isArray(list) || list.length > MOST_DOCUMENTS) return [];
  const found = list.map(async (document, at): Promise<TextFile[]> => {
    const { file: shown, text } = (document ?? {}) as { file?: unknown; text?: unknown };
    if (typeof shown !== "string" || text !== undefined) return [];
    const where = `documents[${at}].file`;
    const refuse = (message: string, path: string, severity: Problem["severity"] = "error"): TextFile[] => [
      { at, path, shown, size: 0, problem: { path: where, message, severity } },
    ];
    if (folder === null) {
      return refuse("is not read: a single-file dossier holds its texts inline", "", "warning");
    }
    if (!isPlainWay(shown))
      return refuse("is a way inside the dossier's folder, such as documents/d1.txt", "");
    const path = join(folder, shown);
    const inspected = await inspect(path, folder, where);
    if ("problem" in inspected) return refuse(inspected.problem.message, path);
    return [{ at, path, shown, size: inspected.size, problem: null }];
  });
  return (await Promise.all(found)).flat();
}

/** Relative, without `..`, and the same on every system. */
function isPlainWay(file: string): boolean {
  return file !== "" && !/[\\\0]/.test(file) && !isAbsolute(file) && !file.split("/").includes("..");
}

interface ReadText {
  readonly at: number;
  readonly shown: string;
  readonly text: string | null;
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

async function readText({ at, path, shown, problem }: TextFile): Promise<ReadText> {
  if (problem) return { at, shown, text: null, bytes: null, problems: [problem] };
  const bytes = await readFile(path).catch(describeFailure);
  if (typeof bytes === "string") {
    const problems: Problem[] = [{ path: `documents[${at}].file`, message: bytes, severity: "error" }];
    return { at, shown, text: null, bytes: null, problems };
  }
  const decoded = decodeText(bytes, shown);
  if ("problem" in decoded) return { at, shown, text: null, bytes, problems: [decoded.problem] };
  return { at, shown, text: decoded.text, bytes, problems: checkText(decoded.text, shown) };
}

function withTexts(value: unknown, texts: readonly ReadText[]): unknown {
  const found = new Map(texts.flatMap(({ at, text }) => (text === null ? [] : [[at, text] as const])));
  if (found.size === 0) return value;
  const dossier = value as { documents: unknown[] };
  const documents = dossier.documents.map((document, at) =>
    found.has(at) ? { ...(document as object), text: found.get(at) } : document,
  );
  return { ...dossier, documents };
}

/** What a change of the files shows in, without reading them. */
export async function signFiles(paths: readonly string[]): Promise<string> {
  const signatures = paths.filter(Boolean).map(async (path) => {
    const found = await stat(path, { bigint: true }).catch(() => null);
    return found === null ? "-" : `${found.ino}.${found.size}.${found.mtimeNs}.${found.ctimeNs}`;
  });
  return (await Promise.all(signatures)).join(" ");
}

/** The dossiers' parts of a path for showing: its last names, not where they lie on this machine. */
export function shownPath(path: string): string {
  return join(basename(dirname(path)), basename(path))
    .split(sep)
    .join("/");
}
