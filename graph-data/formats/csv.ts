/**
 * Tables as CSV: RFC 4180 with a header row, UTF-8. Several narratives or pieces of evidence share a cell, set apart
 * by " | ".
 *
 * A cell that begins with = + - @, a tab or a carriage return gets a leading apostrophe, so that a spreadsheet shows
 * it and does not run it as a formula. Who reads the file by program takes one leading apostrophe off such cells.
 */

import type { Slice } from "../lens/slice.ts";
import { writeArchive } from "./archive.ts";
import { defuse } from "./cells.ts";
import type { Format } from "./format.ts";
import { listTableLosses } from "./table-losses.ts";
import { actorTable, type Cell, documentTable, statementTable, type Table, tieTable } from "./tables.ts";

/** All tables, as a data frame, a database or a spreadsheet wants them. */
export const csv: Format = {
  id: "csv",
  label: "Tables as CSV",
  group: "tables",
  extension: "zip",
  mediaType: "application/zip",
  describe:
    "actors.csv, statements.csv, ties.csv and documents.csv in one archive, for spreadsheets, R and Python. Read by Narrascope.",
  units: ["statements"],
  write: (slice) => ({
    content: writeArchive(
      [actorTable, statementTable, tieTable, documentsWithTexts].map((tabulate) => {
        const table = tabulate(slice);
        return [`${table.name}.csv`, writeCsv(table)];
      }),
    ),
    omitted: listTableLosses(slice, ["documentFields"]),
  }),
};

const documentsWithTexts = (slice: Slice) => documentTable(slice, { texts: true });

export const statementsCsv: Format = {
  id: "statements-csv",
  label: "Statements as CSV",
  group: "tables",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  describe: "A table with one statement a row: who, what, whom, in whose voice, when, in which words.",
  units: ["statements"],
  write: (slice) => ({
    content: writeCsv(statementTable(slice)),
    omitted: listTableLosses(slice, [
      "texts",
      "documentRecords",
      "kinds",
      "aliases",
      "memberships",
      "descriptions",
    ]),
  }),
};

export function writeCsv({ header, rows }: Table): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** A number is no formula, also a negative one. */
function writeCell(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = defuse(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
