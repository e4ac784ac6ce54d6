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
 * fewer than two stops with a time. Cost: statements + stops.
 */
export function halveAxis(axis: Axis, statements: readonly StatementEdge[]): WindowPair | null {
  const stops = axis.timeless === -1 ? axis.stops.length : axis.timeless;
  if (stops < 2) return null;
  const counts = Array.from({ length: stops }, () => 0);
  for (const statement of statements) {
    const [first, last] = axis.place(statement);
    if (first === last && first < stops) counts[first]! += 1;
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  let [cut, least, before] = [0, Infinity, 0];
  for (let stop = 0; stop < stops - 1; stop += 1) {
    before += counts[stop]!;
    const uneven = Math.abs(sum - 2 * before);
    if (uneven < least) [cut, least] = [stop, uneven];
  }
  return { a: { first: 0, last: cut }, b: { first: cut + 1, last: stops - 1 } };
}
