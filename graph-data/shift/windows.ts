/** Which two windows are compared when none are asked for. */
import type { StatementEdge } from "../graph/build.ts";
import type { Axis } from "../time/axis.ts";
import type { TimeWindow } from "../time/window.ts";

export interface WindowPair {
  readonly a: TimeWindow;
  readonly b: TimeWindow;
}

/**
 * Everything up to a stop, and everything after it. The cut is where the statements that are compared are shared out
 * most evenly, the earlier of equal ones: then both windows rest on as much as they can. It depends on how many
 * statements there are and not on what they say, so that the p-value of the comparison holds. `null` when the axis has
 * fewer than two stops with a time, of those `within`. Cost: statements + stops.
 */
export function halveAxis(
  axis: Axis,
  statements: readonly StatementEdge[],
  within?: TimeWindow | null,
): WindowPair | null {
  const stops = axis.timeless === -1 ? axis.stops.length : axis.timeless;
  const [start, end] = [within?.first ?? 0, Math.min(within?.last ?? Infinity, stops - 1)];
  if (end - start < 1) return null;
  const counts = Array.from({ length: stops }, () => 0);
  for (const statement of statements) {
    const [first, last] = axis.place(statement);
    if (first === last && first >= start && first <= end) counts[first]! += 1;
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  let [cut, least, before] = [start, Infinity, 0];
  for (let stop = start; stop < end; stop += 1) {
    before += counts[stop]!;
    const uneven = Math.abs(sum - 2 * before);
    if (uneven < least) [cut, least] = [stop, uneven];
  }
  return { a: { first: start, last: cut }, b: { first: cut + 1, last: end } };
}
