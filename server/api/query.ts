/** The query of an API request: the route's own parameters, a lens, and the view state of a pasted address. */
import type { z } from "zod";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { parseLens, readQuery } from "../../graph-data/lens/query.ts";
import { VIEW_KEYS } from "../../graph-data/lens/view.ts";
import { refuseQuery } from "../refusal.ts";
import type { ApiRoute } from "./route.ts";

/** The query text of an address, without `?`. */
export function queryText(address: string): string {
  const at = address.indexOf("?");
  return at === -1 ? "" : address.slice(at + 1);
}

/** The route's own parameters, or `null` where they cannot be used, and every problem. */
export function readOwnQuery(route: ApiRoute, text: string): { values: unknown; problems: Problem[] } {
  const { pairs, problems } = readQuery(text);
  const own = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (!Object.hasOwn(route.query.shape, key) || value === "") continue;
    if (own.has(key)) problems.push(errorAt(key, "is given more than once"));
    own.set(key, value);
  }
  const parsed = route.query.safeParse(Object.fromEntries(own));
  if (parsed.success) return { values: parsed.data, problems };
  return { values: null, problems: [...problems, ...parsed.error.issues.map(describeIssue)] };
}

function describeIssue(issue: z.core.$ZodIssue): Problem {
  const allowed =
    issue.code === "invalid_value" ? `is not allowed; allowed: ${issue.values.join(", ")}` : null;
  return errorAt(issue.path.map(String).join("."), allowed ?? issue.message);
}

/** Of a route without a lens: no other keys than its own. */
export function refuseOtherKeys(route: ApiRoute, text: string): Problem[] {
  const own = Object.keys(route.query.shape);
  const others = readQuery(text).pairs.filter(([key]) => !own.includes(key));
  const allowed = own.length === 0 ? "none is allowed here" : `allowed: ${own.join(", ")}`;
  return others.map(([key]) => errorAt(key.slice(0, 60), `is not a key here; ${allowed}`));
}

export function readLens(
  route: ApiRoute,
  text: string,
  narrative: NarrativeGraph,
): { lens: Lens; problems: Problem[] } {
  const { lens, problems } = parseLens(text, narrative, [...Object.keys(route.query.shape), ...VIEW_KEYS]);
  return { lens, problems: [...problems] };
}

/** Problems of two readings of the same text, each told once. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const told = new Map(problems.map((entry) => [`${entry.path}\0${entry.message}`, entry]));
  throw refuseQuery(...told.values());
}
