/** Reads the archive of tables that the format `csv` writes: statements.csv, with actors.csv beside it. */

import { ACTOR_KINDS, LIMITS } from "../dossier/limits.ts";
import type { Actor } from "../dossier/records.ts";
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
  describe: "statements.csv and actors.csv as Narrascope writes them, in one archive.",
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
  const files = readArchive(bytes, ["actors.csv", "statements.csv"]);
  const statements = files.get("statements.csv");
  if (!statements) {
    const message = "the archive holds no statements.csv";
    throw new InvalidDataError(message, [errorAt("statements.csv", message)]);
  }
  const actors = readActors(files.get("actors.csv"));
  for (const actor of actors.values()) sink.actor(actor);
  const table = openTable(sink, options, { knowsActors: (id) => actors.has(id) });
  table.push(statements);
  return { ...table.end(), format: "csv" };
}

function readActors(bytes: Uint8Array | undefined): ReadonlyMap<string, Actor> {
  const actors = new Map<string, Actor>();
  if (!bytes) return actors;
  let header: string[] | null = null;
  const rows = new RowParser(",", (cells, row) => {
    if (header === null) {
      header = cells;
      return;
    }
    const actor = readActor(new Map(header.map((name, at) => [name, undefuse(cells[at] ?? "")])));
    if (!isValidId(actor.id) || actor.id === "author" || actor.label === "" || actors.has(actor.id))
      throw new InvalidDataError("actors.csv is not a table of actors.", [
        errorAt(`actors.csv, row ${row}`, "needs a label and a valid id of its own"),
      ]);
    actors.set(actor.id, actor);
  });
  const decoder = createDecoder("utf-8");
  rows.push(decoder.push(bytes) + decoder.end());
  rows.end();
  const known = (id: string) => actors.has(id);
  return new Map(
    [...actors].map(([id, { partOf, ...actor }]) => [id, withWholes(actor as Actor, partOf?.filter(known))]),
  );
}

function readActor(cells: ReadonlyMap<string, string>): Actor {
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
