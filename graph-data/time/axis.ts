/** The axes of time: the dossier's phases in order, or the calendar. Each is a row of stops. */
import type { DateSpan } from "../dossier/dates.ts";
import { NO_PHASE } from "../dossier/reserved.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { type CalendarUnit, dateOf } from "./calendar.ts";
import { listDateStops } from "./stops.ts";

export interface Stop {
  /** A phase's id; an EDTF date; or `none` for statements without a time. */
  readonly id: string;
  readonly label: string;
  /** First and last millisecond; `null` on the phase axis and for statements without a time. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

export interface Axis {
  readonly kind: "phase" | "date";
  /** Of the date axis. */
  readonly unit?: CalendarUnit;
  /** In order. The stop of statements without a time, if there are any, is the last. */
  readonly stops: readonly Stop[];
  /** Index of the stop for statements without a time; −1 when there is none. */
  readonly timeless: number;
  /** The first and last stop that a statement may belong to; both the timeless stop when it has no time. */
  place(statement: StatementEdge): readonly [first: number, last: number];
}

/** The id of the stop of statements without a time; no phase may bear it. */
const TIMELESS = NO_PHASE;

/** The axes that the dossier has: phases first. Empty when it has neither phases nor dates. */
export function listAxes(narrative: NarrativeGraph): Axis[] {
  return [buildPhaseAxis(narrative), buildDateAxis(narrative)].filter((axis) => axis !== null);
}

/** The statements of each stop that belong to it and no other; none of the stop for those without a time. Linear. */
export function groupByStop(
  { stops, timeless, place }: Axis,
  statements: readonly StatementEdge[],
): StatementEdge[][] {
  const groups = stops.map((): StatementEdge[] => []);
  for (const statement of statements) {
    const [first, last] = place(statement);
    if (first === last && first !== timeless) groups[first]?.push(statement);
  }
  return groups;
}

export function buildPhaseAxis({ phases, statements }: NarrativeGraph): Axis | null {
  if (phases.length === 0) return null;
  const timeless = statements.some(({ step }) => step === phases.length) ? phases.length : -1;
  return {
    kind: "phase",
    stops: [
      ...phases.map(({ id, label }): Stop => ({ id, label, span: null })),
      ...timelessStop(timeless, "No phase"),
    ],
    timeless,
    place: ({ step }) => [step, step],
  };
}

function timelessStop(timeless: number, label: string): Stop[] {
  return timeless === -1 ? [] : [{ id: TIMELESS, label, span: null }];
}

/**
 * Calendar time, in the unit that fits what most statements are dated to. What lies before or after has one stop at
 * each end, so that one old date does not make days into years.
 */
export function buildDateAxis({ statements }: NarrativeGraph): Axis | null {
  const tally = tallyDates(statements);
  const inner = listDateStops(tally);
  if (!inner) return null;
  const spans = [...tally.keys()];
  const [from, to] = [inner.stops[0]!.span.from, inner.stops.at(-1)!.span.to];
  const dated = [
    ...(spans.some((span) => span.from < from) ? [earlierThan(from)] : []),
    ...inner.stops,
    ...(spans.some((span) => span.to > to) ? [laterThan(to)] : []),
  ];
  const timeless = statements.some(({ span }) => span === null) ? dated.length : -1;
  return {
    kind: "date",
    unit: inner.unit,
    stops: [...dated, ...timelessStop(timeless, "Undated")],
    timeless,
    place: ({ span }) => (span ? placeSpan(span, dated) : [timeless, timeless]),
  };
}

/** Run by run: in the order of the story, statements of one date follow each other. */
function tallyDates(statements: readonly StatementEdge[]): Map<DateSpan, number> {
  const tally = new Map<DateSpan, number>();
  let from = 0;
  for (let at = 1; at <= statements.length; at += 1) {
    const { span } = statements[at - 1]!;
    if (statements[at]?.span === span) continue;
    if (span) tally.set(span, (tally.get(span) ?? 0) + at - from);
    from = at;
  }
  return tally;
}

export interface DatedStop extends Stop {
  readonly span: { readonly from: number; readonly to: number };
}

function earlierThan(from: number): DatedStop {
  return { id: `../${dateOf(from - 1, "day")}`, label: "Earlier", span: { from: -Infinity, to: from - 1 } };
}

function laterThan(to: number): DatedStop {
  return { id: `${dateOf(to + 1, "day")}/..`, label: "Later", span: { from: to + 1, to: Infinity } };
}

/** The stops follow each other without a gap and cover every span. */
function placeSpan({ from, to }: DateSpan, stops: readonly DatedStop[]): [number, number] {
  return [stopAt(stops, from), stopAt(stops, to)];
}

/** The stop in which a moment lies; the first or last where it lies outside. Bisection. */
function stopAt(stops: readonly DatedStop[], time: number): number {
  let [low, high] = [0, stops.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle]!.span.to >= time) high = middle;
    else low = middle + 1;
  }
  return low;
}
