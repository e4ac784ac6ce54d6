/** What a file of JSON is, from its first bytes: the names that its outer levels have. */
import { glance } from "./text.ts";

/** Levels that are looked at: a list of nodes in an object of elements. */
const DEEPEST = 3;

/**
 * Paths of the names on the outer levels: `nodes`, `nodes[].id`, `[].CXVersion`, `elements.nodes`; `{}` or `[]` alone
 * for the whole. Empty when the file does not begin as JSON does. Cut off anywhere, the text gives what came before.
 */
export function jsonKeys(head: Uint8Array): ReadonlySet<string> {
  const text = glance(head);
  const keys = new Set<string>();
  const open: string[] = [];
  let name = "";
  for (const [token] of text.matchAll(TOKENS)) {
    if (open.length === 0 && keys.size > 0) break;
    if (token === "{" || token === "[") {
      if (open.length === 0) keys.add(token === "{" ? "{}" : "[]");
      open.push(within(open.at(-1), name, token));
      name = "";
    } else if (token === "}" || token === "]") open.pop();
    else if (keys.size === 0) break;
    else if (token.endsWith(":")) {
      name = nameOf(token);
      if (open.length <= DEEPEST) keys.add(`${open.at(-1)}${name}`);
    }
  }
  return keys;
}

/** Brackets, names with their colon, and other texts, cut off or not, and words, which are passed over. */
const TOKENS = /[[\]{}]|"(?:[^"\\]|\\[\s\S])*(?:"(?:\s*:)?|$)|[^\s[\]{}",:]+/g;

/** What stands before the names within a bracket: `nodes[].`. Paths beyond the levels looked at need none. */
function within(outer: string | undefined, name: string, bracket: string): string {
  const list = bracket === "[" ? "[]" : "";
  if (outer === undefined) return list;
  if (outer.length > 200) return outer;
  const path = `${outer}${name}`;
  if (bracket === "[") return `${path}[]`;
  return path === "" ? "" : `${path}.`;
}

function nameOf(token: string): string {
  return token.slice(1, token.lastIndexOf('"'));
}
