/** Dossier → its single-file JSON. Written, read and written again, it is the same text. */
import type { Dossier } from "./records.ts";

/** Documents' texts inline; `file` is left out, since there is no folder to find it in. Two spaces, a final line end. */
export function writeDossier(dossier: Dossier): string {
  const documents = dossier.documents.map(({ file, ...document }) =>
    document.text === undefined && file !== undefined ? { ...document, file } : document,
  );
  return `${JSON.stringify({ ...dossier, documents }, null, 2)}\n`;
}
