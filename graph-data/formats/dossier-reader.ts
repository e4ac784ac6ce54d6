/** A dossier as one JSON file: read as it is. */
import { locateJson } from "../dossier/json.ts";
import { parseDossier } from "../dossier/parse.ts";
import type { Dossier } from "../dossier/records.ts";
import { FORMAT } from "../dossier/schema.ts";
import { InvalidDataError } from "../errors.ts";
import { refuse } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import type { Note, Reader, Sink } from "./reader.ts";
import { createDecoder, glance } from "./text.ts";

export const dossierReader: Reader = {
  id: "dossier",
  label: "Dossier JSON",
  extensions: ["json"],
  describe: "A dossier as one JSON file, with the texts inline.",
  recognise: (_name, head) => (jsonKeys(head).has("format") && glance(head).includes(`"${FORMAT}"`) ? 1 : 0),
  open(sink) {
    const decoder = createDecoder();
    const portions: string[] = [];
    return {
      push: (bytes) => void portions.push(decoder.push(bytes)),
      end() {
        portions.push(decoder.end());
        const json = locateJson(portions.splice(0).join(""));
        if ("what" in json) return refuse(json.place ?? "", `not JSON: ${json.what}`);
        const { dossier, problems } = parseDossier(json.value);
        if (!dossier) throw new InvalidDataError("this is no dossier", problems);
        return { format: "dossier", notes: emitDossier(dossier, sink) };
      },
    };
  },
};

/** Hands a dossier's records over. */
export function emitDossier(dossier: Dossier, sink: Sink): Note[] {
  const { documents, actors, statements, ...frame } = dossier;
  sink.frame(frame);
  for (const document of documents) sink.document(document);
  for (const actor of actors) sink.actor(actor);
  for (const statement of statements) sink.statement(statement);
  const read = (what: string, count: number): Note => ({ kind: "read", what, count, places: [] });
  return [
    read("documents", documents.length),
    read("actors", actors.length),
    read("statements", statements.length),
  ];
}
