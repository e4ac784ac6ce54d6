/** Reads a dossier in one file, texts inline. A text that lies in a file of its own cannot be read from here. */
import { locateJson } from "../dossier/json.ts";
import { FORMAT } from "../dossier/limits.ts";
import type { Actor, Dossier, DossierDocument, Statement } from "../dossier/records.ts";
import { fieldsAt, recordsAt, refuse } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import type { Attributes, Value } from "./network.ts";
import { Notes } from "./notes.ts";
import type { Reader, Sink } from "./reader.ts";
import { createDecoder, glance } from "./text.ts";

export const dossierReader: Reader = {
  id: "dossier",
  label: "Dossier JSON",
  extensions: ["json"],
  describe: "A dossier of Narrascope in one file, with the texts it rests on.",
  recognise: (_, head) => (jsonKeys(head).has("format") && OWN.test(glance(head)) ? 1 : 0),
  open(sink) {
    const decoder = createDecoder();
    const portions: string[] = [];
    return {
      push: (bytes) => void portions.push(decoder.push(bytes)),
      end() {
        portions.push(decoder.end());
        const notes = new Notes();
        giveDossier(readDossierText(portions.splice(0).join(""), notes), sink, notes);
        return { format: "dossier", notes: notes.list() };
      },
    };
  },
};

/** The format's name, which every dossier says of itself. */
const OWN = new RegExp(`"format"\\s*:\\s*"${FORMAT}"`);

/** Throws `InvalidDataError` with the place for what is not JSON. */
export function readDossierText(text: string, notes: Notes): Value {
  const result = locateJson(text);
  if ("what" in result) return refuse(result.place ?? "", `not JSON: ${result.what}`);
  for (const { path } of result.problems)
    notes.add("left out", "names that stand twice in one object", () => path);
  return result.value as Value;
}

/** What the records hold is checked by `parseDossier`, as of any dossier. Fields keep their order. */
export function giveDossier(value: Value, sink: Sink, notes: Notes): void {
  const fields = fieldsAt(value, "");
  for (const name of ["documents", "actors", "statements"]) recordsAt(fields[name], name);
  for (const [name, field] of Object.entries(fields)) {
    const give = LISTS.get(name);
    // A list, too, has its place among the fields, though it be empty.
    sink.frame({ [name]: give ? [] : field } as Partial<Dossier>);
    if (!give) continue;
    for (const record of recordsAt(field, name)) {
      give(record, sink, notes);
      notes.add("read", name);
    }
  }
}

type Give = (record: Attributes, sink: Sink, notes: Notes) => void;

const LISTS: ReadonlyMap<string, Give> = new Map<string, Give>([
  ["documents", giveDocument],
  ["actors", (record, sink) => sink.actor(record as unknown as Actor)],
  ["statements", (record, sink) => sink.statement(record as unknown as Statement)],
]);

function giveDocument(record: Attributes, sink: Sink, notes: Notes): void {
  const document = record as unknown as DossierDocument;
  const { file, text } = document;
  if (file !== undefined && text === undefined)
    notes.add("left out", "texts in files of their own: quotations from them are not checked", () =>
      String(file),
    );
  sink.document(document);
}
