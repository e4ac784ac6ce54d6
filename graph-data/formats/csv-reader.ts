/**
 * Reads tables: CSV and its like with `,` `;` tab or `|` between cells (RFC 4180), in UTF-8, UTF-16, Windows-1251 or
 * -1252, all recognised from the first bytes. Which column is what is proposed from the header (`proposeColumns`) and
 * can be given: `columns` in the options, a column's name → a field of `FIELDS`. A row is a statement.
 */
import { errorAt, InvalidDataError } from "../errors.ts";
import { undefuse } from "./cells.ts";
import { FIELDS, type Field, nameColumns, type Proposal, proposeColumns } from "./csv-columns.ts";
import { encodingIn } from "./encodings.ts";
import { joinPortions } from "./portions.ts";
import { HEAD_BYTES, type Reader, type Reading, type ReadOptions, type Sink } from "./reader.ts";
import { RowParser } from "./rows.ts";
import { type ReadField, type TableOptions, TableRecorder } from "./table-recorder.ts";
import { createDecoder, type Decoder } from "./text.ts";

export const csvReader: Reader = {
  id: "table",
  label: "Table (CSV, TSV)",
  extensions: ["csv", "tsv", "tab", "txt"],
  describe:
    "A table with one statement a row: columns for source and target at least; any delimiter, any encoding.",
  recognise,
  open: (sink, options) => openTable(sink, options),
  propose: proposeColumns,
  fields: FIELDS,
};

function recognise(name: string, head: Uint8Array): number {
  const named = /\.(?:csv|tsv|tab|txt)$/i.test(name);
  try {
    const { header, columns } = proposeColumns(head);
    if (isOwn(header)) return 1;
    const fields = Object.values(columns);
    const usable = fields.includes("source") && fields.includes("target");
    if (header.length < 2 || /^[\s\uFEFF]*[<{[]/.test(header[0]!)) return 0;
    return usable ? (named ? 0.8 : 0.5) : named ? 0.3 : 0;
  } catch {
    return 0;
  }
}

/** Columns that only a table of Narrascope has together. */
const OWN = ["id", "source_label", "reads_as", "voice_label", "evidence"];

function isOwn(header: readonly string[]): boolean {
  return OWN.every((name) => header.includes(name));
}

/** `more`: what another format that holds tables knows beside them. */
export function openTable(sink: Sink, options: ReadOptions, more: Partial<TableOptions> = {}): Reading {
  let head: Uint8Array = new Uint8Array(0);
  let table: OpenTable | null = null;
  const begin = () => {
    table = startTable(head, sink, options, more);
    return table;
  };
  return {
    push(bytes) {
      if (table) {
        table.push(bytes);
        return;
      }
      head = joinPortions([head, bytes]);
      if (head.length >= HEAD_BYTES) begin();
    },
    end: () => (table ?? begin()).end(),
  };
}

type OpenTable = Reading;

function startTable(
  head: Uint8Array,
  sink: Sink,
  options: ReadOptions,
  more: Partial<TableOptions>,
): OpenTable {
  const proposal = proposeColumns(head.subarray(0, HEAD_BYTES));
  const own = isOwn(proposal.header);
  const recorder = new TableRecorder(sink, { name: options.name, own, ...more });
  const decoder: Decoder = createDecoder(encodingIn(options) ?? proposal.encoding);
  let columns: Columns | null = null;
  const rows = new RowParser(delimiterIn(options) ?? proposal.delimiter, (cells, row) => {
    if (columns === null) columns = readHeader(cells, options, proposal);
    else if (cells.length < columns.needed) recorder.leaveOut("rows with too few cells", row);
    else recorder.record(own ? ownField(cells, columns.places) : plainField(cells, columns.places), row);
  });
  rows.push(decoder.push(head));
  return {
    push: (bytes) => rows.push(decoder.push(bytes)),
    end() {
      rows.push(decoder.end());
      rows.end();
      columns ??= readHeader([], options, proposal);
      return recorder.end("table", columns.unread);
    },
  };
}

function delimiterIn({ delimiter }: ReadOptions): string | undefined {
  return typeof delimiter === "string" && delimiter.length === 1 ? delimiter : undefined;
}

interface Columns {
  readonly places: ReadonlyMap<Field, number>;
  /** Cells up to the last that a row cannot do without. */
  readonly needed: number;
  readonly unread: readonly string[];
}

/** What `reads_as`, `grade` and `evidence` say follows from the rest. */
const DERIVED: ReadonlySet<string> = new Set(["grade", "evidence"]);

function readHeader(cells: readonly string[], options: ReadOptions, proposal: Proposal): Columns {
  const header = nameColumns(cells);
  const chosen = new Map(Object.entries(options.columns ?? proposal.columns));
  const places = new Map<Field, number>();
  for (const [at, name] of header.entries()) {
    const field = chosen.get(name);
    if (field !== undefined && isField(field) && !places.has(field)) places.set(field, at);
  }
  const [source, target] = [places.get("source"), places.get("target")];
  if (source === undefined || target === undefined)
    refuseHeader(header, source === undefined ? "source" : "target");
  const read = new Set(places.values());
  const unread = header.filter((name, at) => !read.has(at) && !DERIVED.has(name));
  return { places, needed: Math.max(source, target) + 1, unread };
}

function refuseHeader(header: readonly string[], missing: string): never {
  const names = header.slice(0, 20).join(", ");
  throw new InvalidDataError(`The table has no column for the ${missing}.`, [
    errorAt(
      "row 1",
      `no column is the ${missing}; there are ${names || "none"}. Say which is which with columns.`,
    ),
  ]);
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

function plainField(cells: readonly string[], places: ReadonlyMap<Field, number>): ReadField {
  return (field) => {
    const at = places.get(field);
    return at === undefined ? "" : (cells[at] ?? "");
  };
}

/** Without the apostrophe that keeps a spreadsheet from running a cell as a formula. */
function ownField(cells: readonly string[], places: ReadonlyMap<Field, number>): ReadField {
  const read = plainField(cells, places);
  return (field) => undefuse(read(field));
}
