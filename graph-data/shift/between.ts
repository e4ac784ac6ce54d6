/** The time between two statements, as far as it is known. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";

const DAY = 86_400_000;

export interface TimeBetween {
  /** Phases from the one to the other; `null` when either has none. */
  readonly phases: number | null;
  /**
   * Least and greatest number of days, the greatest `null` where a date is open; `null` as a whole when a date is
   * missing, or nothing follows from the two. Negative: the other way round.
   */
  readonly days: readonly [least: number, most: number | null] | null;
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
function daysBetween({ span: a }: StatementEdge, { span: b }: StatementEdge): TimeBetween["days"] {
  if (!a || !b) return null;
  const [least, most] = [dayOf(b.from) - dayOf(a.to), dayOf(b.to) - dayOf(a.from)];
  return Number.isFinite(least) ? [least, Number.isFinite(most) ? most : null] : null;
}

function dayOf(time: number): number {
  return Math.floor(time / DAY);
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
