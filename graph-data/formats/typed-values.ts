/** The text of a declared attribute → its value. What does not fit its type stays a text and is noted. */
import { parseJson } from "../dossier/json.ts";
import { JSON_KEY, TEXT_KEY } from "./columns.ts";
import type { Value } from "./network.ts";
import type { Notes, Place } from "./notes.ts";

/** An attribute that a file declares. */
export interface Declared {
  readonly key: string;
  readonly title: string;
  readonly type: string;
  readonly initial?: Value;
}

/** What a file declares of its nodes, or of its edges. */
export class Declarations {
  readonly #byKey = new Map<string, Declared>();
  readonly #titles = new Set<string>();
  #defaults: Declared[] | null = null;

  /** Two attributes of one title would replace each other: the later gets its key into its title. */
  declare(key: string, title: string, type: string): Declared {
    const declared: Declared = { key, title: this.#titles.has(title) ? `${title} (${key})` : title, type };
    this.#titles.add(declared.title);
    this.#byKey.set(key, declared);
    this.#defaults = null;
    return declared;
  }

  get(key: string): Declared | undefined {
    return this.#byKey.get(key);
  }

  setDefault(declared: Declared, initial: Value): void {
    this.#byKey.set(declared.key, { ...declared, initial });
    this.#defaults = null;
  }

  /** Those that have a value for whoever has none. */
  get defaults(): readonly Declared[] {
    this.#defaults ??= [...this.#byKey.values()].filter(({ initial }) => initial !== undefined);
    return this.#defaults;
  }
}

const NUMBERS = new Set([
  "integer",
  "int",
  "long",
  "float",
  "double",
  "short",
  "byte",
  "biginteger",
  "bigdecimal",
]);
const TEXTS = new Set(["string", "anyuri", "char", "date", "datetime", ""]);
const LONGEST_LIST = 10_000;

/** Whether the column repeats for people what another one holds. */
export function isRepeated(key: string): boolean {
  return key.startsWith(TEXT_KEY) || key.includes(`:${TEXT_KEY}`);
}

function isJson(key: string): boolean {
  return key.startsWith(JSON_KEY) || key.includes(`:${JSON_KEY}`);
}

/** Types as GEXF and GraphML name them, in any case of letters. */
export function readTyped(text: string, { key, type: written }: Declared, notes: Notes, place: Place): Value {
  const type = written.toLowerCase();
  if (isJson(key)) return readJson(text, notes, place);
  if (TEXTS.has(type)) return text;
  if (NUMBERS.has(type)) return readNumber(text, notes, place);
  if (type === "boolean") return readBoolean(text, notes, place);
  if (type.startsWith("list")) return readList(text, type.slice("list".length), notes, place);
  notes.add("guessed", `attributes of the unknown type "${written.slice(0, 40)}", read as text`, place);
  return text;
}

function readJson(text: string, notes: Notes, place: Place): Value {
  const read = parseJson(text, "");
  if ("value" in read) return read.value as Value;
  notes.add("guessed", "attributes that should hold JSON and do not, read as text", place);
  return text;
}

/** More digits than a number can hold stay a text. */
function readNumber(text: string, notes: Notes, place: Place): Value {
  const trimmed = text.trim();
  const value = trimmed === "" ? Number.NaN : Number(trimmed);
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return value;
  notes.add("guessed", "numbers that cannot be held as such, read as text", place);
  return text;
}

function readBoolean(text: string, notes: Notes, place: Place): Value {
  const word = text.trim().toLowerCase();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  notes.add("guessed", "truth values that are neither true nor false, read as text", place);
  return text;
}

/**
 * Lists as GEXF has had them: `["a", 'b', c]` since 1.3, `a|b|c` and `a,b,c` before. JSON's own lists are among the
 * first.
 */
function readList(text: string, type: string, notes: Notes, place: Place): Value {
  const declared: Declared = { key: "", title: "", type };
  const entries = splitList(text.trim());
  if (entries.length > LONGEST_LIST) {
    notes.add("left out", `entries of lists beyond the ${LONGEST_LIST}th`, place);
    entries.length = LONGEST_LIST;
  }
  return entries.map((entry) => readTyped(entry, declared, notes, place));
}

function splitList(text: string): string[] {
  if (!text.startsWith("[") || !text.endsWith("]")) return splitPlain(text);
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((entry) => typeof entry === "string")) return list;
  } catch {
    // Not JSON: as Gephi writes them.
  }
  return splitQuoted(text.slice(1, -1));
}

function splitPlain(text: string): string[] {
  if (text === "") return [];
  return text.split(text.includes("|") ? "|" : ",").map((entry) => entry.trim());
}

/** Entries between commas; in quotation marks of either kind a comma is part of the entry. */
function splitQuoted(text: string): string[] {
  const entries = text.match(/\s*"(?:[^"\\]|\\.)*"|\s*'(?:[^'\\]|\\.)*'|[^,]+/g) ?? [];
  return entries
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => (/^(["']).*\1$/s.test(entry) ? entry.slice(1, -1).replace(/\\(.)/gs, "$1") : entry));
}
