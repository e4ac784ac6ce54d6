/**
 * Time as steps. Each tie's statements are counted cumulatively over the steps once, so that the weight of any window
 * is one subtraction a tie, however many statements there are.
 */
import type { StatementEdge } from "./build.ts";
import { buildTies, type Tie } from "./ties.ts";

export interface TieTimeline {
  readonly ties: readonly Tie[];
  /** Number of steps. */
  readonly steps: number;
  /** `cumulative[t × (steps + 1) + s]` = statements of tie t in steps before s. */
  readonly cumulative: Uint32Array;
}

/** `stepOf` gives a statement's step, from 0 to `steps` − 1. Cost: statements + ties × steps. */
export function buildTimeline(
  statements: readonly StatementEdge[],
  steps: number,
  stepOf: (statement: StatementEdge) => number = (statement) => statement.step,
): TieTimeline {
  const ties = buildTies(statements);
  const width = steps + 1;
  const cumulative = new Uint32Array(ties.length * width);
  for (const [t, tie] of ties.entries()) {
    const row = t * width;
    for (const statement of tie.statements) cumulative[row + stepOf(statement) + 1]! += 1;
    for (let s = 1; s < width; s += 1) cumulative[row + s]! += cumulative[row + s - 1]!;
  }
  return { ties, steps, cumulative };
}

/** Weight of each tie within the steps `first` to `last`, both included. */
export function weighWindow(timeline: TieTimeline, first: number, last: number): Uint32Array {
  const width = timeline.steps + 1;
  return Uint32Array.from(
    timeline.ties,
    (_, t) => timeline.cumulative[t * width + last + 1]! - timeline.cumulative[t * width + first]!,
  );
}
