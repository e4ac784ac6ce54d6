/**
 * Ties over the stops of an axis, counted cumulatively once: the weight of any window is then one subtraction a tie,
 * however many statements there are.
 */
import type { NarrativeGraph, StatementEdge, TieKey } from "../graph/build.ts";
import type { Axis } from "./axis.ts";
import type { TimeWindow } from "./window.ts";

export interface Timeline {
  /** All of the graph's, each at the index that is its number, also those that the statements leave out. */
  readonly ties: readonly TieKey[];
  /**
   * `begun[s × ties + t]` = statements of tie t that may begin before stop s; `over[…]` = those that are over before
   * it. Stop by stop, so that a window reads two runs of memory. Both have a row more than there are stops. One array
   * serves as both where every statement lies at a single stop.
   */
  readonly begun: Counts;
  readonly over: Counts;
}

/** In as few bytes as the heaviest tie needs: a window costs the reading of them. */
type Counts = Uint8Array | Uint16Array | Uint32Array;

/** Counts some statements of a graph. Cost: statements + ties × stops, in time and memory. */
export function buildTimeline(
  { ties }: Pick<NarrativeGraph, "ties">,
  statements: readonly StatementEdge[],
  { stops, place }: Pick<Axis, "stops" | "place">,
): Timeline {
  const { columns, firsts, lasts } = placeStatements(statements, place);
  const isSpread = firsts.some((first, at) => first !== lasts[at]);
  const begun = makeCounts(columns, ties.length, stops.length + 1);
  const over = isSpread ? begun.slice() : begun;
  countFrom(begun, columns, firsts, ties.length);
  if (isSpread) countFrom(over, columns, lasts, ties.length);
  return { ties, begun, over };
}

interface Placed {
  /** For each statement, the number of its tie, and its first and last stop. */
  readonly columns: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
}

/** Each statement is looked at once: a million of them lie far apart in memory. */
function placeStatements(statements: readonly StatementEdge[], place: Axis["place"]): Placed {
  const makeColumn = () => new Uint32Array(statements.length);
  const [columns, firsts, lasts] = [makeColumn(), makeColumn(), makeColumn()];
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at]!;
    const [first, last] = place(statement);
    columns[at] = statement.tie.number;
    firsts[at] = first;
    lasts[at] = last;
  }
  return { columns, firsts, lasts };
}

function makeCounts(columns: Uint32Array, count: number, rows: number): Counts {
  const weights = new Uint32Array(count);
  for (const t of columns) weights[t]! += 1;
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const size = [1, 2].find((bytes) => heaviest < 2 ** (8 * bytes)) ?? 4;
  const memory = provideMemory(count * rows * size);
  if (size === 1) return new Uint8Array(memory);
  return size === 2 ? new Uint16Array(memory) : new Uint32Array(memory);
}

/**
 * Shared memory where there is any: that of the heap, in such an amount, makes V8 walk all of the heap at once, which
 * takes seconds where it holds a million statements. Pages have none unless they are isolated, and do without.
 */
function provideMemory(bytes: number): ArrayBufferLike {
  return new (globalThis.SharedArrayBuffer ?? ArrayBuffer)(bytes);
}

/** Adds each statement to its tie from the row after its stop on. */
function countFrom(counts: Counts, columns: Uint32Array, places: Uint32Array, count: number): void {
  for (const [at, t] of columns.entries()) counts[(places[at]! + 1) * count + t]! += 1;
  for (let at = count; at < counts.length; at += 1) counts[at]! += counts[at - count]!;
}

/**
 * Weight of each tie in a window: its statements that may lie in one of the window's stops, each counted once. Cost:
 * one subtraction a tie.
 */
export function weighWindow({ ties, begun, over }: Timeline, { first, last }: TimeWindow): Counts {
  const count = ties.length;
  const weights = begun.slice((last + 1) * count, (last + 2) * count);
  const before = first * count;
  for (let t = 0; t < count; t += 1) weights[t]! -= over[before + t]!;
  return weights;
}
