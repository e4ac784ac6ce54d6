/**
 * What reading a format is: bytes go in portion by portion, records come out, and at the end a report of what was read,
 * mapped, guessed and left out. Portions and records keep a file of a million rows out of memory.
 */
import type { Actor, Dossier, DossierDocument, Statement } from "../dossier/records.ts";

/** Takes what is read. Each id of a list comes once; what a record refers to may come after it. */
export interface Sink {
  document(document: DossierDocument): void;
  actor(actor: Actor): void;
  statement(statement: Statement): void;
  /** Title, codebook, phases, narratives, positions; a later part replaces the same part. */
  frame(part: Partial<Omit<Dossier, "documents" | "actors" | "statements">>): void;
}

export interface Note {
  /** `left out` and `guessed` want the reader's eye. */
  readonly kind: "read" | "mapped" | "guessed" | "left out";
  /** A sentence without its count: "rows without a second actor". */
  readonly what: string;
  readonly count: number;
  /** Where, the first few: "row 12", "line 40, column 3", "elements.nodes[3]". */
  readonly places: readonly string[];
}

export interface Report {
  /** The format's id. */
  readonly format: string;
  readonly notes: readonly Note[];
}

/** What a reader cannot make by itself: given in the options under this name. `sqlite` is an `OpenSqlite`. */
export type Need = "sqlite";

export interface ReadOptions {
  /** The file's name, without its folder: of the dossier, unless the file has a title. */
  readonly name: string;
  /** Of a table: which column is what. Proposed from the header when absent. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly [parameter: string]: unknown;
}

/** One file being read. Throws `InvalidDataError` with a place for what is not in the format; nothing is kept then. */
export interface Reading {
  push(bytes: Uint8Array): void;
  end(): Report;
}

/** What a table's columns seem to be. */
export interface Proposal {
  readonly header: readonly string[];
  /** The first rows after it. */
  readonly rows: readonly (readonly string[])[];
  /** A column's name → what it is taken for; a column that nothing is known of is absent. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Reader {
  readonly id: string;
  readonly label: string;
  /** Without dots, in lower case. */
  readonly extensions: readonly string[];
  readonly describe: string;
  /** How surely a file is in this format, 0 to 1, from its name and its first `HEAD_BYTES`: 1 = it says so itself. */
  recognise(name: string, head: Uint8Array): number;
  open(sink: Sink, options: ReadOptions): Reading;
  /** Of tables: proposed from the first bytes, to be confirmed or corrected, and given as `columns`. */
  propose?(head: Uint8Array): Proposal;
  /** Of tables: what a column can be. */
  readonly fields?: readonly string[];
  /** Options without which it cannot read. */
  readonly needs?: readonly Need[];
}

/** As many first bytes of a file as its format is told by. */
export const HEAD_BYTES = 65_536;

export interface Recognised<R> {
  readonly reader: R;
  /** The file says so itself. */
  readonly surely: boolean;
}

/** The reader that is surest that a file is its own, the first of equals; `null` where none thinks so. */
export function recogniseReader<R extends Pick<Reader, "recognise">>(
  readers: readonly R[],
  name: string,
  head: Uint8Array,
): Recognised<R> | null {
  const sure = readers.map((reader) => reader.recognise(name, head));
  const most = Math.max(0, ...sure);
  return most === 0 ? null : { reader: readers[sure.indexOf(most)]!, surely: most === 1 };
}
