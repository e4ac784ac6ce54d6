/**
 * Statements as a table: RFC 4180 with a header row, UTF-8, one statement a row. Several narratives or pieces of
 * evidence share a cell, set apart by " | ".
 *
 * A cell that begins with = + - @, a tab or a carriage return gets a leading apostrophe, so that a spreadsheet shows
 * it and does not run it as a formula. Who reads the file by program takes one leading apostrophe off such cells.
 */
import { actorLabel } from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import type { Format } from "./format.ts";
import { type PlainStatement, plainStatement } from "./plain.ts";

export const csv: Format = {
  id: "csv",
  label: "Statements as CSV",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  describe: "A table with one statement a row: who, what, whom, in whose voice, when, in which words.",
  units: ["statements"],
  write: ({ narrative, statements }) => ({
    content: [HEADER, ...statements.map((statement) => writeStatement(statement, narrative))]
      .map((row) => `${row.map(writeCell).join(",")}\r\n`)
      .join(""),
    omitted: [],
  }),
};

type Cell = string | number | null;
type Column = readonly [name: string, read: (row: PlainStatement, narrative: NarrativeGraph) => Cell];

const BETWEEN = " | ";

const COLUMNS: readonly Column[] = [
  ["id", ({ id }) => id],
  ["source", ({ source }) => source],
  ["source_label", ({ source }, narrative) => actorLabel(source, narrative)],
  ["type", ({ type }) => type],
  ["reads_as", ({ label }) => label],
  ["family", ({ family }) => family],
  ["target", ({ target }) => target],
  ["target_label", ({ target }, narrative) => actorLabel(target, narrative)],
  ["about", ({ about }) => about],
  ["voice", ({ voice }) => voice],
  ["voice_label", ({ voiceLabel }) => voiceLabel],
  ["modality", ({ modality }) => modality],
  ["phase", ({ phase }) => phase],
  ["date", ({ date }) => date],
  ["date_basis", ({ dateBasis }) => dateBasis],
  ["credibility", ({ credibility }) => credibility],
  ["grade", ({ grade }) => grade],
  ["narratives", ({ narratives }) => narratives.map(({ id, role }) => `${role}:${id}`).join(BETWEEN)],
  ["document", ({ evidence }) => evidence.map(({ document }) => document).join(BETWEEN)],
  ["quotation", ({ evidence }) => evidence.map(({ exact }) => exact ?? "").join(BETWEEN)],
  ["start", ({ evidence }) => evidence.map(({ start }) => start ?? "").join(BETWEEN)],
  ["end", ({ evidence }) => evidence.map(({ end }) => end ?? "").join(BETWEEN)],
  ["evidence", ({ evidence }) => evidence.map(({ state }) => state).join(BETWEEN)],
  ["note", ({ note }) => note],
];

const HEADER = COLUMNS.map(([name]) => name);

function writeStatement(statement: StatementEdge, narrative: NarrativeGraph): Cell[] {
  const row = plainStatement(statement, narrative);
  return COLUMNS.map(([, read]) => read(row, narrative));
}

function writeCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
