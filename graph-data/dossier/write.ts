/** Dossier → its single-file JSON. Written, read and written again, it is the same text. */
import type { Dossier, DossierDocument } from "./records.ts";

/** Documents' texts inline. Two spaces, a final line end. */
export function writeDossier(dossier: Dossier): string {
  return `${JSON.stringify({ ...dossier, documents: dossier.documents.map(inlineDocument) }, null, 2)}\n`;
}

/** A document with its text has no `file`: outside of its dossier's folder there is none to find. */
export function inlineDocument({ file, ...document }: DossierDocument): DossierDocument {
  return document.text === undefined && file !== undefined ? { ...document, file } : document;
}
