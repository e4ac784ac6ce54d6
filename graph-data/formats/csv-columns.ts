/** What a table's columns are: proposed from its first bytes, to be shown beside its first rows and corrected. */
import { type Encoding, headText, recogniseEncoding } from "./encodings.ts";
import { RowParser } from "./rows.ts";

/** What a column can be. */
export const FIELDS = [
  "id",
  "source",
  "source_label",
  "type",
  "reads_as",
  "family",
  "target",
  "target_label",
  "about",
  "voice",
  "voice_label",
  "modality",
  "phase",
  "date",
  "date_basis",
  "credibility",
  "grade",
  "narratives",
  "document",
  "url",
  "quotation",
  "start",
  "end",
  "evidence",
  "note",
  "weight",
] as const;

export type Field = (typeof FIELDS)[number];

/** Other names of a column, in the order in which they are believed; the field's own name comes first. */
const SYNONYMS: Partial<Record<Field, string>> = {
  id: "statement_id statement event_id key",
  source:
    "from actor1 actor_1 subject sender source_actor source_name speaker person organization organisation actor",
  source_label: "from_label sourcelabel",
  type: "relation relation_type relationship predicate verb action interaction edge_type category",
  reads_as: "type_label relation_label",
  target: "to actor2 actor_2 object receiver recipient target_actor target_name concept",
  target_label: "to_label targetlabel",
  about: "topic regarding",
  voice: "according_to attributed_to asserted_by quoted",
  phase: "period stage",
  date: "time day when timestamp event_date sqldate published year",
  credibility: "confidence_1_6",
  narratives: "narrative story_line storyline frame",
  document: "doc article publication document_title source_document text_id doc_id",
  url: "link address sourceurl source_url href",
  quotation: "quote text sentence excerpt exact evidence_text passage",
  note: "notes comment comments remark remarks",
  weight: "count n frequency value strength",
};

const DELIMITERS = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof DELIMITERS)[number];

export interface Proposal {
  readonly delimiter: Delimiter;
  readonly encoding: Encoding;
  /** Names of the columns: the first row; a name that comes again has its number behind it. */
  readonly header: readonly string[];
  /** The first rows after it. */
  readonly rows: readonly (readonly string[])[];
  /** A column's name → what it is taken for; columns that nothing is known of are absent. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Rows that are looked at, and of these, those that are given. */
const LOOKED_AT = 50;
const GIVEN = 10;

/** `head`: the first bytes of a table, up to 64 KiB. */
export function proposeColumns(head: Uint8Array): Proposal {
  const encoding = recogniseEncoding(head);
  const text = headText(head, encoding);
  const delimiter = recogniseDelimiter(text);
  const [first = [], ...rows] = firstRows(text, delimiter);
  const header = nameColumns(first);
  return { delimiter, encoding, header, rows: rows.slice(0, GIVEN), columns: mapColumns(header) };
}

/** Names as they stand, trimmed; without a name, or with one that came before, numbered. */
export function nameColumns(first: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [at, cell] of first.entries()) {
    const wanted = cell.trim() || `column ${at + 1}`;
    let name = wanted;
    for (let count = 2; names.has(name); count += 1) name = `${wanted} (${count})`;
    names.add(name);
  }
  return [...names];
}

/** Each field goes to one column at most: the one with the name that is believed most. */
function mapColumns(header: readonly string[]): Record<string, string> {
  const plain = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_"));
  const taken = new Map<string, string>();
  for (const field of FIELDS) {
    const names = [field, ...(SYNONYMS[field]?.split(" ") ?? [])];
    const found = names.map((name) => plain.indexOf(name)).find((at) => at >= 0 && !taken.has(header[at]!));
    if (found !== undefined && !plain.slice(0, found).includes(plain[found]!))
      taken.set(header[found]!, field);
  }
  return Object.fromEntries(taken);
}

/** The one by which most rows have as many cells as the first; of several, the one that makes more cells. */
function recogniseDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter);
    const cells = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === cells).length / Math.max(rows.length, 1);
    return { delimiter, score: cells < 2 ? 0 : alike + Math.min(cells, 100) / 1_000 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** The last row may be cut off where the first bytes end; it counts only if there is no other. */
function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  const parser = new RowParser(delimiter, (cells) => rows.push(cells));
  parser.push(text);
  if (rows.length < LOOKED_AT && !/[\r\n]$/.test(text)) parser.push("\n");
  return rows.slice(0, LOOKED_AT);
}
