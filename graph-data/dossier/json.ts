/** JSON from outside: read, or refused with the line and column of what is wrong. */
import { type ParseError, parse as parseTolerantly, printParseErrorCode } from "jsonc-parser";
import type { Problem } from "../errors.ts";

export type JsonResult = { readonly value: unknown } | { readonly problem: Problem };

/** Objects and lists within one another. What is deeper is refused: whoever walks it would run out of stack. */
const DEEPEST = 1_000;

/** `path` names the file in the problem. A byte order mark at the start is passed over. */
export function parseJson(text: string, path: string): JsonResult {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (nestsDeeper(body, DEEPEST)) {
    return { problem: { path, severity: "error", message: `nested more than ${DEEPEST} levels deep` } };
  }
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { path, severity: "error", message: `not JSON: ${locate(body) ?? reason}` } };
  }
}

/** The first fault's place in words. The engine's own message often lacks it. */
function locate(body: string): string | null {
  const errors: ParseError[] = [];
  parseTolerantly(body, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (!first) return null;
  const before = body.slice(0, first.offset);
  const line = before.split("\n").length;
  const column = first.offset - before.lastIndexOf("\n");
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return `line ${line}, column ${column}: ${what}`;
}

function nestsDeeper(body: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
