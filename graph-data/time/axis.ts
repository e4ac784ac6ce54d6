/** The axes of time: the dossier's phases in order, or the calendar. Each is a row of stops. */
import type { DateSpan } from "../dossier/dates.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { addUnits, CALENDAR, type CalendarUnit, floorTo, labelOf } from "./calendar.ts";

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
export const TIMELESS = "none";

/** More stops than this make too narrow bars: a coarser unit is taken. */
const MOST_STOPS = 100;

/** The axes that the dossier has: phases first. Empty when it has neither phases nor dates. */
export function listAxes(narrative: NarrativeGraph): Axis[] {
  return [buildPhaseAxis(narrative), buildDateAxis(narrative)].filter((axis) => axis !== null);
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
 * Calendar time. The unit (day, week, month, year) is the finest with at most 100 stops for what most statements are
 * dated to; what lies before or after has one stop at each end, so that one old date does not make days into years.
 */
export function buildDateAxis({ statements }: NarrativeGraph): Axis | null {
  const spans = statements.flatMap(({ span }) => (span ? [span] : []));
  const range = mostlyRange(spans);
  if (!range) return null;
  const unit = chooseUnit(range);
  const inner = listStops(range, unit);
  const [from, to] = [inner[0]!.span!.from, inner.at(-1)!.span!.to];
  const earlier: Stop[] = spans.some((span) => span.from < from)
    ? [{ id: `../${labelOf(from - 1, "day")}`, label: "Earlier", span: { from: -Infinity, to: from - 1 } }]
    : [];
  const later: Stop[] = spans.some((span) => span.to > to)
    ? [{ id: `${labelOf(to + 1, "day")}/..`, label: "Later", span: { from: to + 1, to: Infinity } }]
    : [];
  const dated = [...earlier, ...inner, ...later];
  const timeless = statements.some(({ span }) => span === null) ? dated.length : -1;
  return {
    kind: "date",
    unit,
    stops: [...dated, ...timelessStop(timeless, "Undated")],
    timeless,
    place: ({ span }) => (span ? placeSpan(span, dated) : [timeless, timeless]),
  };
}

/** From the 5 % to the 95 % quantile of the dates that are no vaguer than a year; of all when there are none. */
function mostlyRange(spans: readonly DateSpan[]): { from: number; to: number } | null {
  const bounded = spans.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
  const exact = bounded.filter(({ from, to }) => to - from < CALENDAR.month.longest);
  const used = exact.length > 0 ? exact : bounded;
  if (used.length === 0) return null;
  const starts = used.map(({ from }) => from).sort((a, b) => a - b);
  const ends = used.map(({ to }) => to).sort((a, b) => a - b);
  const cut = Math.floor(used.length * 0.05);
  return { from: starts[cut]!, to: ends[ends.length - 1 - cut]! };
}

function chooseUnit({ from, to }: { from: number; to: number }): CalendarUnit {
  const units: readonly CalendarUnit[] = ["day", "week", "month", "year"];
  return units.find((unit) => (to - from) / CALENDAR[unit].shortest <= MOST_STOPS - 2) ?? "year";
}

function listStops({ from, to }: { from: number; to: number }, unit: CalendarUnit): Stop[] {
  const stops: Stop[] = [];
  for (let start = floorTo(from, unit); start <= to; start = addUnits(start, unit, 1)) {
    const end = addUnits(start, unit, 1) - 1;
    stops.push({ id: stopId(start, end, unit), label: labelOf(start, unit), span: { from: start, to: end } });
  }
  return stops;
}

function stopId(start: number, end: number, unit: CalendarUnit): string {
  return unit === "week" ? `${labelOf(start, "day")}/${labelOf(end, "day")}` : labelOf(start, unit);
}

function placeSpan({ from, to }: DateSpan, stops: readonly Stop[]): [number, number] {
  const first = stops.findIndex((stop) => stop.span!.to >= from);
  const last = stops.findLastIndex((stop) => stop.span!.from <= to);
  return [first, last];
}
