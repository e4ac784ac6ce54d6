/**
 * Reads ICEWS Coded Event Data (doi:10.7910/DVN/28075): a header and rows set apart by tabs. An event's number is not
 * its own there, but together with its day it is; a document is all that one publisher is the source of.
 */

import { LIMITS } from "../dossier/limits.ts";
import type { ActorKind } from "../dossier/records.ts";
import { errorAt, InvalidDataError } from "../errors.ts";
import { encodingIn, firstLine } from "./encodings.ts";
import { type CodedActor, EventRecorder } from "./event-recorder.ts";
import { NumberSet } from "./number-set.ts";
import type { Reader, Reading, ReadOptions, Sink } from "./reader.ts";
import { RowParser } from "./rows.ts";
import { createDecoder } from "./text.ts";

export const icewsReader: Reader = {
  id: "icews",
  label: "ICEWS events",
  extensions: ["tab", "tsv", "txt", "csv"],
  describe: "Machine-coded events of ICEWS: one statement a row, by the CAMEO code.",
  recognise: (_name, head) => (missingColumns(firstLine(head).split("\t")).length === 0 ? 1 : 0),
  open: (sink, options) => openIcews(sink, options),
};

const NEEDED = ["Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name"] as const;
const READ = [
  ...NEEDED,
  "Source Sectors",
  "Source Country",
  "Intensity",
  "Target Sectors",
  "Target Country",
  "Story ID",
  "Sentence Number",
  "Publisher",
] as const;
type Column = (typeof READ)[number];
type ReadCell = (column: Column) => string;

const LARGEST_ID = 2 ** 28;

function missingColumns(header: readonly string[]): string[] {
  const names = header.map(plainName);
  return NEEDED.filter((column) => !names.includes(plainName(column)));
}

const plainName = (name: string) => name.trim().toLowerCase();

function openIcews(sink: Sink, options: ReadOptions): Reading {
  const recorder = new EventRecorder(sink, options);
  const seen = new NumberSet();
  let places: ReadonlyMap<Column, number> | null = null;
  let header: string[] = [];
  const readRow = (cells: string[], row: number) => {
    if (places === null) {
      header = cells;
      places = placesOf(cells);
      return;
    }
    if (cells.length !== header.length)
      return recorder.leaveOut(`rows that have not ${header.length} cells`, row);
    const known = places;
    const cell: ReadCell = (column) => cells[known.get(column) ?? -1] ?? "";
    const [number, day] = [cell("Event ID"), cell("Event Date").slice(0, 10)];
    if (!/^\d{1,9}$/.test(number) || Number(number) >= LARGEST_ID || !/^\d{4}-\d\d-\d\d$/.test(day))
      return recorder.leaveOut("rows without the number and the day of an event", row);
    if (!seen.add(Number(day.replaceAll("-", "")) * LARGEST_ID + Number(number)))
      return recorder.leaveOut("rows whose event came before", row);
    recorder.record(readEvent(`${number}.${day}`, day, cell, recorder), row);
  };
  const text = createDecoder(encodingIn(options));
  const rows = new RowParser("\t", readRow, { quotes: false });
  return {
    push: (bytes) => rows.push(text.push(bytes)),
    end: () => {
      rows.push(text.end());
      rows.end();
      if (places === null) placesOf([]);
      return recorder.end("icews", unreadOf(header));
    },
  };
}

function placesOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const missing = missingColumns(header);
  if (missing.length > 0) {
    throw new InvalidDataError("These are no ICEWS events.", [
      errorAt("row 1", `the header has no column ${missing.join(", ")}`),
    ]);
  }
  const names = header.map(plainName);
  return new Map(READ.map((column) => [column, names.indexOf(plainName(column))]));
}

function unreadOf(header: readonly string[]): string[] {
  const read = new Set<string>(READ.map(plainName));
  return header.filter((name) => !read.has(plainName(name))).map((name) => name.trim());
}

function readEvent(id: string, date: string, cell: ReadCell, recorder: EventRecorder) {
  return {
    id,
    source: readActor(cell("Source Name"), cell("Source Sectors"), cell("Source Country"), recorder),
    target: readActor(cell("Target Name"), cell("Target Sectors"), cell("Target Country"), recorder),
    code: cell("CAMEO Code"),
    date,
    publisher: cell("Publisher").trim(),
    fields: {
      intensity: numberOf(cell("Intensity")),
      story: cell("Story ID") || null,
      sentence: numberOf(cell("Sentence Number")),
    },
  };
}

const numberOf = (text: string) => (text === "" || !Number.isFinite(Number(text)) ? null : Number(text));

function readActor(
  name: string,
  sectors: string,
  country: string,
  recorder: EventRecorder,
): CodedActor | null {
  const key = plain(name);
  if (key === "") return null;
  const [whole, roles] = [plain(country), plain(sectors)];
  const describe = () => ({
    label: key.slice(0, LIMITS.labelLength),
    kind: key === whole ? ("state" as const) : kindOf(roles),
    ...(roles === "" ? {} : { description: roles.slice(0, LIMITS.noteLength) }),
    ...(whole === "" || whole === key ? {} : { partOf: [introduceState(whole, recorder)] }),
  });
  return { key, name: "", describe };
}

function introduceState(name: string, recorder: EventRecorder): string {
  const label = name.slice(0, LIMITS.labelLength);
  return recorder.introduce({ key: name, name: "", describe: () => ({ label, kind: "state" }) });
}

/** ICEWS writes NULL for what it does not know. */
function plain(cell: string): string {
  const text = cell.trim();
  return text === "NULL" || text === "None" ? "" : text;
}

const KINDS: readonly (readonly [RegExp, ActorKind])[] = [
  [/rebel|insurgent|separatist|terrorist|armed group/i, "armed-group"],
  [/media|news/i, "media"],
  [/international government organization|IGOs?\b/i, "alliance"],
  [/military|police|intelligence|ministry|agency/i, "agency"],
  [/government|parliament|legislat|judicia|executive/i, "office"],
  [/population|citizen|civilian|ethnic|refugee/i, "population"],
];

function kindOf(sectors: string): ActorKind {
  return KINDS.find(([pattern]) => pattern.test(sectors))?.[1] ?? "other";
}
