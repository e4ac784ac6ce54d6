/**
 * Attributes as declared columns, as GEXF and GraphML have them: what a format with plain types makes of lists and
 * nested values. A key says how its values are written: `json:…` holds JSON, `text:…` repeats for people what another
 * column holds.
 */
import { BETWEEN } from "./cells.ts";
import type { Attributes, Network, Value } from "./network.ts";
import { writeDouble, writeJson } from "./xml.ts";

export type ColumnType = "string" | "integer" | "double" | "boolean" | "list";

export interface Column {
  /** Unique among the columns of nodes, and of edges. */
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** `undefined` where the attributes do not have it. */
  read(attributes: Attributes): string | undefined;
}

export const JSON_KEY = "json:";
export const TEXT_KEY = "text:";

const GREATEST_INTEGER = 2 ** 31 - 1;

/** One column for each name, in the order in which the names first occur. Linear. */
export function columnsOf(records: readonly Attributes[]): Column[] {
  const kinds = new Map<string, ValueKind>();
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) {
      const known = kinds.get(name);
      kinds.set(name, known === undefined ? kindOf(value) : joinKinds(known, kindOf(value)));
    }
  }
  return [...kinds].map(([name, kind]) => columnOf(name, kind));
}

/** The columns of a network's edges, with the quotations of statements as text. */
export function edgeColumns({ edges }: Network): Column[] {
  const columns = columnsOf(edges.map(({ attributes }) => attributes));
  return edges.some(({ attributes }) => quotationsOf(attributes) !== undefined)
    ? [...columns, { key: `${TEXT_KEY}quotation`, title: "quotation", type: "string", read: quotationsOf }]
    : columns;
}

/** The words that a statement rests on, as one text; `undefined` where it rests on none. */
export function quotationsOf({ evidence }: Attributes): string | undefined {
  if (!Array.isArray(evidence)) return undefined;
  const words = evidence.flatMap((piece: Value) => {
    const exact = typeof piece === "object" && piece !== null && "exact" in piece ? piece.exact : null;
    return typeof exact === "string" ? [exact] : [];
  });
  return words.length === 0 ? undefined : words.join(BETWEEN);
}

type ValueKind = ColumnType | "json";

function kindOf(value: Value): ValueKind {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) && Math.abs(value) <= GREATEST_INTEGER ? "integer" : "double";
    default:
      return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? "list" : "json";
  }
}

function joinKinds(a: ValueKind, b: ValueKind): ValueKind {
  if (a === b) return a;
  const numbers: readonly ValueKind[] = ["integer", "double"];
  return numbers.includes(a) && numbers.includes(b) ? "double" : "json";
}

function columnOf(name: string, kind: ValueKind): Column {
  const write = kind === "json" || kind === "list" ? writeJson : writePlain;
  return {
    key: kind === "json" ? `${JSON_KEY}${name}` : name,
    title: name,
    type: kind === "json" ? "string" : kind,
    read: (attributes) => (Object.hasOwn(attributes, name) ? write(attributes[name]!) : undefined),
  };
}

function writePlain(value: Value): string {
  return typeof value === "number" ? writeDouble(value) : String(value);
}
