/** Reads a file as the program does, portion by portion, and keeps what comes out. */
import { type ParsedDossier, parseDossier } from "../../graph-data/dossier/parse.ts";
import type { Actor, Dossier, DossierDocument, Statement } from "../../graph-data/dossier/records.ts";
import type { Note, Reader, ReadOptions, Report } from "../../graph-data/formats/reader.ts";

export interface Read {
  readonly documents: readonly DossierDocument[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly frame: Partial<Dossier>;
  readonly report: Report;
  /** All of it as a dossier, parsed. */
  readonly parsed: ParsedDossier;
}

interface How extends Partial<ReadOptions> {
  /** Bytes at a time; all at once when absent. */
  readonly portion?: number;
}

export function readWith(
  reader: Reader,
  content: string | Uint8Array,
  { portion, ...options }: How = {},
): Read {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const documents: DossierDocument[] = [];
  const actors: Actor[] = [];
  const statements: Statement[] = [];
  const frame: Partial<Dossier> = {};
  const reading = reader.open(
    {
      document: (document) => documents.push(document),
      actor: (actor) => actors.push(actor),
      statement: (statement) => statements.push(statement),
      frame: (part) => Object.assign(frame, part),
    },
    { name: "file", ...options },
  );
  const step = portion ?? Math.max(bytes.length, 1);
  for (let at = 0; at < bytes.length; at += step) reading.push(bytes.subarray(at, at + step));
  const report = reading.end();
  const value = { format: "narrascope-dossier/1", id: "read", title: "Read", ...frame };
  const parsed = parseDossier({ ...value, documents, actors, statements });
  return { documents, actors, statements, frame, report, parsed };
}

/** Notes of a kind as "count × what", to compare at a glance. */
export function notesOf({ notes }: Report, kind: Note["kind"]): string[] {
  return notes.filter((note) => note.kind === kind).map(({ what, count }) => `${count} × ${what}`);
}

export function placesOf({ notes }: Report, what: string): readonly string[] {
  return notes.find((note) => note.what === what)?.places ?? [];
}
