/** Attributes with declared types, as CX2 has them: what is nested is JSON in a text. */
import type { Attributes, Value } from "./network.ts";

export type ColumnType = "string" | "boolean" | "integer" | "long" | "double" | "list_of_string";

/** By name, in the order in which the names first occur. */
export type Columns = Readonly<Record<string, { readonly d: ColumnType }>>;

/** The narrowest type that holds every value of a name. Linear. */
export function declare(records: readonly Attributes[]): Columns {
  const types = new Map<string, ColumnType>();
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) {
      const known = types.get(name);
      types.set(name, known === undefined ? typeOf(value) : widen(known, typeOf(value)));
    }
  }
  return Object.fromEntries([...types].map(([name, d]) => [name, { d }]));
}

export function writeCells(record: Attributes, columns: Columns): Attributes {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, writeCell(value, columns[name]!.d)]),
  );
}

function writeCell(value: Value, type: ColumnType): Value {
  if (type !== "string" || typeof value === "string") return value;
  return JSON.stringify(value);
}

const INTEGERS = { least: -(2 ** 31), most: 2 ** 31 - 1 };

function typeOf(value: Value): ColumnType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) return "double";
    return value >= INTEGERS.least && value <= INTEGERS.most ? "integer" : "long";
  }
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string");
  return isList ? "list_of_string" : "string";
}

const NUMBERS: readonly ColumnType[] = ["integer", "long", "double"];

function widen(one: ColumnType, other: ColumnType): ColumnType {
  if (one === other) return one;
  const wider = Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(other));
  return NUMBERS.includes(one) && NUMBERS.includes(other) ? NUMBERS[wider]! : "string";
}
