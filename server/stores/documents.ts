/** The texts of a dossier's documents, each in a file of its own inside the dossier's folder. */
import { readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import { describeFailure, inspectFile } from "./files.ts";
import { checkText, decodeText } from "./text.ts";

export interface TextFile {
  readonly at: number;
  readonly path: string;
  readonly shown: string;
  readonly size: number;
  readonly problem: Problem | null;
}

/** The format's own limit: a longer list is refused when it is parsed. */
const MOST_DOCUMENTS = 100_000;

/** The files that documents without inline text name; nothing is read yet. `folder` is `null` for a single file. */
export async function inspectDocuments(value: unknown, folder: string | null): Promise<TextFile[]> {
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
      return refuse("is not a way inside the dossier's folder, such as documents/d1.txt", "");
    const path = join(folder, shown);
    const inspected = await inspectFile(path, folder, where);
    if ("problem" in inspected) return refuse(inspected.problem.message, path);
    return [{ at, path, shown, size: inspected.size, problem: null }];
  });
  return (await Promise.all(found)).flat();
}

/** Relative, without `..`, and the same on every system. */
function isPlainWay(file: string): boolean {
  return file !== "" && !/[\\\0]/.test(file) && !isAbsolute(file) && !file.split("/").includes("..");
}

export interface ReadText {
  readonly at: number;
  readonly shown: string;
  readonly text: string | null;
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

export async function readText({ at, path, shown, problem }: TextFile): Promise<ReadText> {
  if (problem) return { at, shown, text: null, bytes: null, problems: [problem] };
  const bytes = await readFile(path).catch(describeFailure);
  if (typeof bytes === "string") {
    const problems = [errorAt(`documents[${at}].file`, bytes)];
    return { at, shown, text: null, bytes: null, problems };
  }
  const decoded = decodeText(bytes, shown);
  if ("problem" in decoded) return { at, shown, text: null, bytes, problems: [decoded.problem] };
  return { at, shown, text: decoded.text, bytes, problems: checkText(decoded.text, shown) };
}

/** The value with the texts in their documents. */
export function withTexts(value: unknown, texts: readonly ReadText[]): unknown {
  const found = new Map(texts.flatMap(({ at, text }) => (text === null ? [] : [[at, text] as const])));
  if (found.size === 0) return value;
  const dossier = value as { documents: unknown[] };
  const documents = dossier.documents.map((document, at) =>
    found.has(at) ? { ...(document as object), text: found.get(at) } : document,
  );
  return { ...dossier, documents };
}
