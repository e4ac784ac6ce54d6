/** JSON from outside: read, or refused with the line and column of what is wrong. */
import { type ParseError, parse as parseTolerantly, printParseErrorCode, visit } from "jsonc-parser";
import { errorAt, type Problem, writePath } from "../errors.ts";

export interface JsonValue {
  readonly value: unknown;
  /** Names that stand twice. */
  readonly problems: readonly Problem[];
}

export type JsonResult = JsonValue | { readonly problem: Problem };

export interface JsonFault {
  /** Where in the text: "line 3, column 7"; `null` where the fault has no place. */
  readonly place: string | null;
  readonly what: string;
}

/** Objects and lists within one another. What is deeper is refused: whoever walks it would run out of stack. */
const DEEPEST = 1_000;
const TOO_DEEP = `nested more than ${DEEPEST} levels deep`;

/** Repeated names listed of one file. */
const MOST_REPEATED = 100;

/** `path` names the file in the problem. A byte order mark at the start is passed over. */
export function parseJson(text: string, path: string): JsonResult {
  const result = locateJson(text);
  if ("value" in result) return result;
  const { place, what } = result;
  if (what === TOO_DEEP) return { problem: errorAt(path, what) };
  return { problem: errorAt(path, `not JSON: ${place === null ? "" : `${place}: `}${what}`) };
}

/** As `parseJson`, with the place of a fault by itself. */
export function locateJson(text: string): JsonValue | JsonFault {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { tooDeep, names } = survey(body);
  if (tooDeep !== null) return { place: placeOf(body, tooDeep), what: TOO_DEEP };
  try {
    const value: unknown = JSON.parse(body);
    return { value, problems: countNames(value) === names ? [] : findRepeated(body) };
  } catch (error) {
    return locate(body) ?? { place: null, what: error instanceof Error ? error.message : String(error) };
  }
}

/** The first fault's place in words. The engine's own message often lacks it. */
function locate(body: string): JsonFault | null {
  const errors: ParseError[] = [];
  parseTolerantly(body, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!first) return null;
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return { place: placeOf(body, first.offset), what };
}

function placeOf(body: string, offset: number): string {
  const before = body.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}

/** Where the brackets go too deep, and how many names stand before a colon. Needs no memory, however deep. */
function survey(body: string): { tooDeep: number | null; names: number } {
  let open = 0;
  let tooDeep: number | null = null;
  let names = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ":") names += 1;
    else if (character === "[" || character === "{") {
      open += 1;
      if (open > DEEPEST) tooDeep ??= at;
    } else if (character === "]" || character === "}") open -= 1;
  }
  return { tooDeep, names };
}

/** Fewer than the text has, when a name is repeated: the last one's value is all that is left. */
function countNames(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts: unknown[] = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + countNames(part), Array.isArray(value) ? 0 : parts.length);
}

/** Takes four times as long as reading, so it is asked only when there are some. */
function findRepeated(body: string): Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  visit(body, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, line, _column, pathOf) {
      const names = open.at(-1);
      if (names?.has(name) && problems.length < MOST_REPEATED) {
        const message = `stands a second time in line ${line + 1}; only the last one counts`;
        problems.push({ path: writePath([...pathOf(), name]), message, severity: "warning" });
      }
      names?.add(name);
    },
  });
  return problems;
}
