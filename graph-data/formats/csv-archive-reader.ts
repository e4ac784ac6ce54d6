/** Reads the archive of tables that the format `csv` writes: statements.csv, with actors.csv and documents.csv beside it. */

import { ACTOR_KINDS, LIMITS, RELIABILITIES } from "../dossier/limits.ts";
import type { Actor, DossierDocument } from "../dossier/records.ts";
import { errorAt, InvalidDataError } from "../errors.ts";
import { holdsFile, readArchive } from "./archive.ts";
import { BETWEEN, undefuse } from "./cells.ts";
import { openTable } from "./csv-reader.ts";
import { isValidId } from "./ids.ts";
import { joinPortions } from "./portions.ts";
import type { Reader, ReadOptions, Sink } from "./reader.ts";
import { RowParser } from "./rows.ts";
import { createDecoder } from "./text.ts";

export const csvArchiveReader: Reader = {
  id: "csv",
  label: "Tables as CSV in an archive",
  extensions: ["zip"],
  describe: "statements.csv, actors.csv and documents.csv as Narrascope writes them, in one archive.",
  recognise: (_name, head) => (holdsFile(head, "statements.csv") || holdsFile(head, "actors.csv") ? 0.9 : 0),
  open(sink, options) {
    const portions: Uint8Array[] = [];
    return {
      push: (bytes) => void portions.push(bytes.slice()),
      end: () => readTables(joinPortions(portions), sink, options),
    };
  },
};

function readTables(bytes: Uint8Array, sink: Sink, options: ReadOptions) {
  const files = readArchive(bytes, ["actors.csv", "statements.csv", "documents.csv"]);
  const statements = files.get("statements.csv");
  if (!statements) {
    const message = "the archive holds no statements.csv";
    throw new InvalidDataError(message, [errorAt("statements.csv", message)]);
  }
  const actors = readActors(files.get("actors.csv"));
  for (const actor of actors.values()) sink.actor(actor);
  const documents = readDocuments(files.get("documents.csv"));
  for (const document of documents.values()) sink.document(document);
  const table = openTable(sink, options, {
    knowsActors: (id) => actors.has(id),
    knowsDocuments: (id) => documents.has(id),
  });
  table.push(statements);
  return { ...table.end(), format: "csv" };
}

type Cells = ReadonlyMap<string, string>;

/** Rows of a table as cells by their column; `read` gives a record, or `null` for a row that is none. */
function readRecords<T extends { readonly id: string }>(
  bytes: Uint8Array | undefined,
  name: string,
  read: (cells: Cells) => T | null,
): Map<string, T> {
  const records = new Map<string, T>();
  if (!bytes) return records;
  let header: string[] | null = null;
  const rows = new RowParser(",", (cells, row) => {
    if (header === null) {
      header = cells;
      return;
    }
    const record = read(new Map(header.map((column, at) => [column, undefuse(cells[at] ?? "")])));
    if (record === null || !isValidId(record.id) || records.has(record.id))
      throw new InvalidDataError(`${name} cannot be read.`, [
        errorAt(`${name}, row ${row}`, "needs a label or title and a valid id of its own"),
      ]);
    records.set(record.id, record);
  });
  const decoder = createDecoder("utf-8");
  rows.push(decoder.push(bytes) + decoder.end());
  rows.end();
  return records;
}

function readActors(bytes: Uint8Array | undefined): ReadonlyMap<string, Actor> {
  const actors = readRecords(bytes, "actors.csv", (cells) => {
    const actor = readActor(cells);
    return actor.label === "" || actor.id === "author" ? null : actor;
  });
  const known = (id: string) => actors.has(id);
  return new Map(
    [...actors].map(([id, { partOf, ...actor }]) => [id, withWholes(actor as Actor, partOf?.filter(known))]),
  );
}

const DOCUMENT_FIELDS = ["author", "publisher", "published", "url", "language", "text"] as const;

/** What is wrong with a date or an address is told when the dossier is checked. */
function readDocuments(bytes: Uint8Array | undefined): ReadonlyMap<string, DossierDocument> {
  return readRecords(bytes, "documents.csv", (cells) => {
    const cell = (name: string) => cells.get(name) ?? "";
    const given = DOCUMENT_FIELDS.filter((name) => cell(name) !== "").map((name) => [name, cell(name)]);
    const reliability = RELIABILITIES.find((known) => known === cell("reliability"));
    if (cell("title") === "") return null;
    return {
      id: cell("id"),
      title: cell("title"),
      ...Object.fromEntries(given),
      ...(reliability && { reliability }),
    };
  });
}

function readActor(cells: Cells): Actor {
  const cell = (name: string) => cells.get(name) ?? "";
  const list = (name: string) =>
    cell(name)
      .split(BETWEEN)
      .filter((part) => part !== "");
  const kind = ACTOR_KINDS.find((known) => known === cell("kind")) ?? "other";
  const [aliases, partOf] = [list("aliases"), list("part_of")];
  const label = cell("label").slice(0, LIMITS.labelLength);
  return {
    id: cell("id"),
    label,
    kind,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(partOf.length > 0 ? { partOf } : {}),
    ...(cell("description") === "" ? {} : { description: cell("description") }),
  };
}

function withWholes(actor: Actor, partOf: string[] | undefined): Actor {
  return partOf && partOf.length > 0 ? { ...actor, partOf } : actor;
}
