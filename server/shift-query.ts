/** What is asked about a shift, from the keys of a query: the same for the API and the page. */
import { errorAt, type Problem, UsageError } from "../graph-data/errors.ts";
import type { NarrativeGraph } from "../graph-data/graph/build.ts";
import type { Lens } from "../graph-data/lens/lens.ts";
import { parseLens } from "../graph-data/lens/query.ts";
import type { Question } from "../graph-data/shift/comparison.ts";
import { DIVERGENCE_IDS } from "../graph-data/shift/kinds.ts";
import { refuseQuery } from "./refusal.ts";

/** Keys as they were given, unread. */
export interface ShiftKeys {
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  readonly measure?: string | undefined;
  readonly of?: string | undefined;
  readonly by?: string | undefined;
}

/** Throws `UsageError` with every problem. */
export function readQuestion(keys: ShiftKeys, shared: Lens, narrative: NarrativeGraph): Question {
  const problems: Problem[] = [];
  const refuse = (path: string, message: string) => problems.push(errorAt(path, message));
  const lens = (key: "a" | "b"): Lens | undefined => {
    const text = keys[key];
    if (text === undefined) return undefined;
    const parsed = parseLens(text, narrative);
    for (const { path, message } of parsed.problems) refuse(`${key}.${path}`, message);
    return parsed.lens;
  };
  const known = (key: "measure" | "of" | "by", what: string, allowed: readonly string[]) => {
    const id = keys[key];
    if (id === undefined || allowed.includes(id)) return id;
    const offered = allowed.slice(0, 40).join(", ");
    refuse(key, `there is no ${what} "${id.slice(0, 60)}"; allowed: ${offered}`);
    return undefined;
  };
  const measure = known("measure", "measure", DIVERGENCE_IDS);
  const question: Question = {
    shared,
    ...present("a", lens("a")),
    ...present("b", lens("b")),
    ...present(
      "measure",
      DIVERGENCE_IDS.find((id) => id === measure),
    ),
    ...present("family", known("of", "family", [...narrative.codebook.families.keys()])),
    ...present("by", known("by", "actor", [...narrative.actors.keys()])),
  };
  if (problems.length > 0) throw refuseQuery(...problems);
  return question;
}

function present<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

/** Of a dossier that has neither two phases nor two dates. */
export function refuseWithoutWindows(): UsageError {
  const message =
    "is missing: this dossier has no phases or dates to divide; a lens, percent-encoded, such as a=voice%3Dauthor";
  return new UsageError("There are no two windows to compare.", [errorAt("a", message)]);
}
