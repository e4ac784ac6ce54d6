/**
 * Change points: the moment at which what is stated before and after differs most, and whether chance would find one
 * as great. Scan over all moments; the p-value is that of the greatest divergence over the whole scan under permuted
 * order, so it is corrected for the search (maximum statistic: Westfall & Young 1993).
 */
import { seedRng } from "../layout/random.ts";
import { shuffle } from "./divergence.ts";

export interface Dated {
  /** When; statements of equal time are never told apart. */
  readonly time: number;
  readonly category: string;
}

export interface ChangePoint {
  /** The change lies between these two times, both of which occur. */
  readonly before: number;
  readonly after: number;
  readonly divergence: number;
  readonly p: number;
  /** Statements before and after. */
  readonly a: number;
  readonly b: number;
}

export interface ChangeSearch {
  /** `null`: no change found. */
  readonly change: ChangePoint | null;
  /** The greatest divergence of the scan with its p-value, also when it is not significant; `null` without a split. */
  readonly best: ChangePoint | null;
  readonly draws: number;
}

export const CHANGE = {
  /** Highest p-value that is reported as a change. */
  level: 0.01,
  draws: 999,
  seed: 20_240_402,
  /** Statements that each side of a split must have: a divergence of two against many says nothing. */
  least: 4,
} as const;

/**
 * Looks for one change among dated statements. Large samples diverge less by chance, so splits are compared by
 * n_a·n_b/n × divergence, which is proportional to the log-likelihood ratio for a multinomial change.
 * Cost: draws × statements × categories of the scan.
 */
export function findChange(
  dated: readonly Dated[],
  { level, draws, seed, least }: { level: number; draws: number; seed: number; least: number } = CHANGE,
): ChangeSearch {
  const sorted = [...dated].sort((x, y) => x.time - y.time || (x.category < y.category ? -1 : 1));
  const names = [...new Set(sorted.map(({ category }) => category))].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const pool = Int32Array.from(sorted, ({ category }) => index.get(category)!);
  const splits = listSplits(sorted, least);
  const scan = scanSplits(pool, splits, names.length);
  if (scan === null) return { change: null, best: null, draws: 0 };
  const random = seedRng(seed);
  let asGreat = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(pool, random);
    if (scanSplits(pool, splits, names.length)!.statistic >= scan.statistic - 1e-9) asGreat += 1;
  }
  const best: ChangePoint = {
    before: sorted[scan.at - 1]!.time,
    after: sorted[scan.at]!.time,
    divergence: scan.divergence,
    p: (1 + asGreat) / (1 + draws),
    a: scan.at,
    b: sorted.length - scan.at,
  };
  return { change: best.p <= level ? best : null, best, draws };
}

/** Indices at which a new time begins, with enough statements on both sides. */
function listSplits(sorted: readonly Dated[], least: number): number[] {
  const splits: number[] = [];
  for (let at = least; at <= sorted.length - least; at += 1) {
    if (at > 0 && at < sorted.length && sorted[at]!.time > sorted[at - 1]!.time) splits.push(at);
  }
  return splits;
}

interface Scan {
  readonly at: number;
  readonly divergence: number;
  readonly statistic: number;
}

/** The best split, in one pass: counts move from after to before. */
function scanSplits(pool: Int32Array, splits: readonly number[], categories: number): Scan | null {
  const before = new Float64Array(categories);
  const after = new Float64Array(categories);
  for (const category of pool) after[category]! += 1;
  let best: Scan | null = null;
  let moved = 0;
  for (const at of splits) {
    for (; moved < at; moved += 1) {
      before[pool[moved]!]! += 1;
      after[pool[moved]!]! -= 1;
    }
    const divergence = divergenceOf(before, at, after, pool.length - at);
    const statistic = ((at * (pool.length - at)) / pool.length) * divergence;
    if (best === null || statistic > best.statistic + 1e-12) best = { at, divergence, statistic };
  }
  return best;
}

/** Jensen–Shannon, base 2, from counts. */
function divergenceOf(before: Float64Array, sizeA: number, after: Float64Array, sizeB: number): number {
  let sum = 0;
  for (let id = 0; id < before.length; id += 1) {
    const [p, q] = [before[id]! / sizeA, after[id]! / sizeB];
    const middle = (p + q) / 2;
    if (p > 0) sum += (p / 2) * Math.log2(p / middle);
    if (q > 0) sum += (q / 2) * Math.log2(q / middle);
  }
  return Math.min(1, Math.max(0, sum));
}
