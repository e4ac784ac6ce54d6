/**
 * Ties over the stops of an axis, counted cumulatively once: the weight of any window is then one subtraction a tie,
 * however many statements there are.
 */
import type { StatementEdge } from "../graph/build.ts";
import { buildTies, type Tie } from "../graph/ties.ts";
import type { Axis } from "./axis.ts";
import type { TimeWindow } from "./window.ts";

export interface Timeline {
  readonly ties: readonly Tie[];
  /**
   * `begun[s × ties + t]` = statements of tie t that may begin before stop s; `over[…]` = those that are over before
   * it. Stop by stop, so that a window reads two runs of memory. Both have a row more than there are stops. One array
   * serves as both where every statement lies at a single stop.
   */
  readonly begun: Uint32Array;
  readonly over: Uint32Array;
}

/** Cost: statements + ties × stops, in time and memory. */
export function buildTimeline(
  statements: readonly StatementEdge[],
  { stops, place }: Pick<Axis, "stops" | "place">,
): Timeline {
  const ties = buildTies(statements);
  const count = ties.length;
  const begun = new Uint32Array(count * (stops.length + 1));
  const over = statements.some(isSpread) ? new Uint32Array(begun.length) : begun;
  for (const [t, tie] of ties.entries()) {
    for (const statement of tie.statements) {
      const [first, last] = place(statement);
      begun[(first + 1) * count + t]! += 1;
      if (over !== begun) over[(last + 1) * count + t]! += 1;
    }
  }
  for (const counts of new Set([begun, over]))
    for (let at = count; at < counts.length; at += 1) counts[at]! += counts[at - count]!;
  return { ties, begun, over };

  function isSpread(statement: StatementEdge): boolean {
    const [first, last] = place(statement);
    return first !== last;
  }
}

/**
 * Weight of each tie in a window: its statements that may lie in one of the window's stops, each counted once. Cost:
 * one subtraction a tie.
 */
export function weighWindow({ ties, begun, over }: Timeline, { first, last }: TimeWindow): Uint32Array {
  const count = ties.length;
  const weights = new Uint32Array(count);
  const [begin, end] = [first * count, (last + 1) * count];
  for (let t = 0; t < count; t += 1) weights[t] = begun[end + t]! - over[begin + t]!;
  return weights;
}
