/** The time between two statements, as far as it is known. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";

const DAY = 86_400_000;

export interface TimeBetween {
  /** Phases from the one to the other; `null` when either has none. */
  readonly phases: number | null;
  /** Least and greatest number of days; `null` when either date is missing or open. Negative: the other way round. */
  readonly days: readonly [least: number, most: number] | null;
}

export function timeBetween(
  earlier: StatementEdge,
  later: StatementEdge,
  { phases }: Pick<NarrativeGraph, "phases">,
): TimeBetween {
  const phased = earlier.step < phases.length && later.step < phases.length;
  return { phases: phased ? later.step - earlier.step : null, days: daysBetween(earlier, later) };
}

/** From midnight to midnight, so that two days in a row lie one day apart. */
function daysBetween({ span: a }: StatementEdge, { span: b }: StatementEdge): [number, number] | null {
  if (!a || !b) return null;
  const ends = [a.from, a.to, b.from, b.to];
  if (!ends.every(Number.isFinite)) return null;
  const [fromA, toA, fromB, toB] = ends.map((time) => Math.floor(time / DAY)) as [
    number,
    number,
    number,
    number,
  ];
  return [fromB - toA, toB - fromA];
}

/** An earlier phase or, within one phase or where one has none, a date that ends before the other begins. */
export function comesBefore(
  a: StatementEdge,
  b: StatementEdge,
  narrative: Pick<NarrativeGraph, "phases">,
): boolean {
  const { phases } = timeBetween(a, b, narrative);
  if (phases !== null && phases !== 0) return phases > 0;
  return a.span !== null && b.span !== null && a.span.to < b.span.from;
}
