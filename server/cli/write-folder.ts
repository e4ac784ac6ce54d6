/** The files of a dossier's folder. */
import { createReadStream, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import type { DossierDocument } from "../../graph-data/dossier/records.ts";
import { sha256 } from "../stores/entry.ts";

/** The text of a document in a file of its own, under a name that every system takes; with a hash, unless it has one. */
export function storeText(
  { text, ...document }: DossierDocument,
  folder: string,
  number: number,
): DossierDocument {
  if (typeof text !== "string") return text === undefined ? document : { ...document, text };
  const file = `documents/d${number}.txt`;
  writeFileSync(join(folder, file), text);
  return { sha256: sha256(text), ...document, file };
}

/** `statements`: a file with the records as they stand in the list. */
export async function writeMain(
  path: string,
  statements: string,
  head: object,
  documents: readonly object[],
  actors: readonly object[],
): Promise<void> {
  const list = (entries: readonly object[]) =>
    `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  const fields = Object.entries(head).filter(([, value]) => value !== undefined);
  const rows = fields.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  rows.push(`  "documents": ${list(documents)}`, `  "actors": ${list(actors)}`);
  writeFileSync(path, `{\n${rows.join(",\n")},\n  "statements": [\n`);
  for await (const bytes of createReadStream(statements)) await appendFile(path, bytes);
  await appendFile(path, "\n  ]\n}\n");
}
