/** Documents of Discourse Network Analyzer → documents of a dossier. */
import { LIMITS } from "../dossier/limits.ts";
import type { DossierDocument } from "../dossier/records.ts";
import { dateOf } from "../time/calendar.ts";
import type { Notes } from "./notes.ts";
import type { SqlRow } from "./sqlite.ts";

/** By their number there. */
export function readDocuments(rows: readonly SqlRow[], notes: Notes): ReadonlyMap<number, DossierDocument> {
  return new Map(rows.map((row) => [Number(row.ID), readDocument(row, notes)]));
}

function readDocument(row: SqlRow, notes: Notes): DossierDocument {
  const id = `d${Number(row.ID)}`;
  const text = readText(row, notes);
  const published = dayOf(Number(row.Date));
  return {
    id,
    title: line(row.Title) || id,
    ...named("author", line(row.Author)),
    ...named("publisher", line(row.Source)),
    ...(published === null ? {} : { published }),
    ...named("section", line(row.Section)),
    ...named("type", line(row.Type)),
    ...named("notes", String(row.Notes ?? "").slice(0, LIMITS.noteLength)),
    text,
  };
}

/** The program counts offsets with one line feed at the end of a line, whatever the file had. */
function readText(row: SqlRow, notes: Notes): string {
  const stored = String(row.Text ?? "");
  const text = stored.replace(/\r\n?/g, "\n").slice(0, LIMITS.textLength);
  if (stored.length > LIMITS.textLength)
    notes.add("left out", "ends of texts that are too long", () => `document ${row.ID}`);
  return text;
}

const LAST_YEAR = 253_402_300_799;

/** Seconds since 1970, UTC. */
function dayOf(seconds: number): string | null {
  const fits = Number.isFinite(seconds) && Math.abs(seconds) <= LAST_YEAR && seconds > -62_135_596_800;
  return fits ? dateOf(seconds * 1_000, "day") : null;
}

function line(value: SqlRow[string] | undefined): string {
  return String(value ?? "")
    .trim()
    .slice(0, LIMITS.labelLength);
}

function named(name: string, value: string): Record<string, string> {
  return value === "" ? {} : { [name]: value };
}
