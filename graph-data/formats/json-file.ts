/** A file of JSON as a reader wants it: read whole, or refused with line and column. */
import { locateJson } from "../dossier/json.ts";
import { errorAt, InvalidDataError } from "../errors.ts";
import { isFields } from "./attributes.ts";
import type { Attributes, Network, Value } from "./network.ts";
import { emitNetwork } from "./network-reader.ts";
import { Notes } from "./notes.ts";
import type { Reading, ReadOptions, Sink } from "./reader.ts";
import { createDecoder } from "./text.ts";

/** Bytes of a file that has to be in memory as a whole. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Reads a network from what the file holds; what is missing or of another kind is refused with its path. */
export type ReadValue = (value: Value, notes: Notes) => Network;

/** One file of JSON: gathered portion by portion, parsed and given to the sink at its end. */
export function openJson(format: string, read: ReadValue, sink: Sink, options: ReadOptions): Reading {
  const decoder = createDecoder();
  const portions: string[] = [];
  let length = 0;
  return {
    push(bytes) {
      length += bytes.length;
      if (length > MOST_BYTES) refuse("", "the file is larger than 256 MB, more than can be read as one");
      portions.push(decoder.push(bytes));
    },
    end() {
      portions.push(decoder.end());
      const notes = new Notes();
      const value = parseText(portions.splice(0).join(""), notes);
      const found = emitNetwork(read(value, notes), sink, options);
      return { format, notes: [...found, ...notes.list()] };
    },
  };
}

function parseText(text: string, notes: Notes): Value {
  const result = locateJson(text);
  if ("what" in result) return refuse(result.place ?? "", `not JSON: ${result.what}`);
  for (const { path } of result.problems)
    notes.add("left out", "names that stand twice in one object", () => path);
  return result.value as Value;
}

/** Throws: the file is not in its format, at this path. */
export function refuse(path: string, message: string): never {
  throw new InvalidDataError(path === "" ? message : `${path}: ${message}`, [errorAt(path, message)]);
}

/** The object at a path; refused when it is something else. */
export function fieldsAt(value: Value | undefined, path: string): Attributes {
  if (isFields(value)) return value;
  if (path === "") return refuse("line 1", "the file does not hold an object");
  return refuse(path, value === undefined ? "is missing" : "is not an object");
}

/** The entries of the list at a path, each an object; refused when one is something else. */
export function recordsAt(value: Value | undefined, path: string): Attributes[] {
  if (!Array.isArray(value)) return refuse(path, value === undefined ? "is missing" : "is not a list");
  return value.map((entry: Value, at) => fieldsAt(entry, `${path}[${at}]`));
}

/** An id as text: programs write numbers, too, and lists where a node stands for several things. */
export function idAt(value: Value | undefined, path: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  return refuse(path, value === undefined ? "is missing" : "is neither text nor a number");
}

/** A number, also one written as text; `null` for all else. */
export function numberOf(value: Value | undefined): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

export function positionOf(x: Value | undefined, y: Value | undefined): readonly [number, number] | null {
  const [across, down] = [numberOf(x), numberOf(y)];
  return across === null || down === null ? null : [across, down];
}
