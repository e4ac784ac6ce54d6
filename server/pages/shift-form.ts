/** The form of the page of shifts: two windows as runs of stops, what is compared, whose statements. */
import { actorLabel } from "../../graph-data/display/words.ts";
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { LENS_KEYS, parseLens, writeLens } from "../../graph-data/lens/query.ts";
import type { Comparison, Question } from "../../graph-data/shift/comparison.ts";
import { DIVERGENCE_IDS, defaultFamily, divergenceKind } from "../../graph-data/shift/kinds.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { lookAt, windowOf, withoutTime } from "../../graph-data/time/window.ts";
import { refuseQuery } from "../refusal.ts";
import type { LensPage } from "./page.ts";

/** Ends of the two windows as the form sends them: ids of stops. */
export const WINDOW_KEYS = ["a-from", "a-to", "b-from", "b-to"] as const;

type Own = Readonly<Record<string, string>>;

/** The lens of one window: `a`, with its time from `a-from` and `a-to` where they are given; else `undefined`. */
export function readWindow(
  name: "a" | "b",
  own: Own,
  axis: Axis | null,
  narrative: NarrativeGraph,
): string | undefined {
  const [from, to] = [own[`${name}-from`], own[`${name}-to`]];
  if (from === undefined && to === undefined) return own[name];
  const stops = axis?.stops ?? [];
  const problems: Problem[] = [];
  const refuse = (path: string, message: string) => problems.push(errorAt(path, message));
  const place = (end: "from" | "to", id: string | undefined, otherwise: number) => {
    const found = id === undefined ? otherwise : stops.findIndex((stop) => stop.id === id);
    const allowed = stops.map((stop) => stop.id).join(", ");
    if (found === -1) refuse(`${name}-${end}`, `there is no stop "${id?.slice(0, 60)}"; allowed: ${allowed}`);
    return found;
  };
  const window = { first: place("from", from, 0), last: place("to", to, stops.length - 1) };
  if (problems.length === 0 && window.first > window.last)
    refuse(`${name}-to`, `"${to}" comes before "${from}"`);
  if (problems.length > 0) throw refuseQuery(...problems);
  const { lens, problems: faults } = parseLens(own[name] ?? "", narrative);
  return axis && faults.length === 0 ? writeLens(lookAt(lens, axis, window), narrative) : own[name];
}

export interface Select {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

export function buildShiftForm(context: LensPage, axis: Axis | null, question: Question, shown: Comparison) {
  const { narrative, slice, theme } = context;
  const carried = LENS_KEYS.flatMap(({ key, write }) => {
    const value = write(slice.lens, narrative);
    return value === undefined ? [] : [{ key, value }];
  });
  const others = (["a", "b"] as const).flatMap((key) => {
    const value = writeLens(axis ? withoutTime(question[key] ?? {}) : (question[key] ?? {}), narrative);
    return value === "" ? [] : [{ key, value }];
  });
  return {
    carried: [...carried, ...others, ...(theme ? [{ key: "theme", value: theme }] : [])],
    windows: axis ? [listWindow("a", "A", axis, shown.a.lens), listWindow("b", "B", axis, shown.b.lens)] : [],
    selects: [
      chooseMeasure(question, narrative),
      chooseFamily(question, narrative),
      chooseSide(question, narrative),
    ],
  };
}

function listWindow(key: "a" | "b", label: string, axis: Axis, lens: Comparison["a"]["lens"]) {
  const window = windowOf(lens, axis) ?? { first: 0, last: axis.stops.length - 1 };
  const select = (end: "from" | "to", chosen: number): Select => ({
    key: `${key}-${end}`,
    label: end,
    options: axis.stops.map((stop, at) => ({ value: stop.id, label: stop.label, chosen: at === chosen })),
  });
  return { label, selects: [select("from", window.first), select("to", window.last)] };
}

function chooseMeasure({ measure = "targets", family }: Question, narrative: NarrativeGraph): Select {
  const options = DIVERGENCE_IDS.map((id) => {
    const { question } = divergenceKind(id, family ?? defaultFamily(narrative), narrative);
    return { value: id, label: question, chosen: id === measure };
  });
  return { key: "measure", label: "How much", options };
}

function chooseFamily({ family }: Question, narrative: NarrativeGraph): Select {
  const chosen = family ?? defaultFamily(narrative);
  const options = [...narrative.codebook.families.values()].map(({ id, label }) => {
    return { value: id, label, chosen: id === chosen };
  });
  return { key: "of", label: "Targets of", options };
}

/** Actors that have parts, then those that are the source of something. */
function chooseSide({ by }: Question, narrative: NarrativeGraph): Select {
  const ids = [...narrative.actors.keys()];
  const sides = ids.filter((id) => narrative.membersOf(id).size > 1);
  const sources = new Set(narrative.statements.map(({ source }) => source));
  const single = ids.filter((id) => sources.has(id) && narrative.membersOf(id).size === 1);
  const option = (id: string, label: string) => ({ value: id, label, chosen: id === by });
  return {
    key: "by",
    label: "As source",
    options: [
      { value: "", label: "anyone", chosen: by === undefined },
      ...sides.map((id) => option(id, `${actorLabel(id, narrative)} and all that is part of it`)),
      ...single.map((id) => option(id, actorLabel(id, narrative))),
    ],
  };
}
