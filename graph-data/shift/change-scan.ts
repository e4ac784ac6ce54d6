/**
 * The scan of a search for a change point: the likelihood ratio of two distributions against one at every place, which
 * is n × the Jensen–Shannon divergence weighted by the sizes of the two sides (in nats). Grosse et al. 2002,
 * doi:10.1103/PhysRevE.65.041905.
 */
import type { Dated } from "./change-points.ts";

/** Indices at which a new time begins, with enough entries on both sides. */
export function listPlaces(sorted: readonly Dated[], least: number): number[] {
  const places: number[] = [];
  for (let at = Math.max(1, least); at <= sorted.length - Math.max(1, least); at += 1)
    if (sorted[at]!.time > sorted[at - 1]!.time) places.push(at);
  return places;
}

export interface Found {
  readonly at: number;
  readonly ratio: number;
}

export interface Scan {
  /** Steps of one run. */
  readonly cost: number;
  /** The best place of the pool as it lies; `null` when there is no place. */
  run(): Found | null;
}

/** Two ratios this near are equal: the order of additions must not decide. */
export const EQUAL = 1e-9;

/** The categories of each entry, as numbers from 0. */
export function indexCategories(sorted: readonly Dated[]): Int32Array[] {
  const index = new Map<string, number>();
  return sorted.map(({ categories }) =>
    Int32Array.from(categories, (name) => {
      const known = index.get(name) ?? index.size;
      index.set(name, known);
      return known;
    }),
  );
}

/** The best place of the pool as it lies, in one pass: counts move from after to before. The first of equals. */
export function makeScan(pool: Int32Array, places: readonly number[], units: readonly Int32Array[]): Scan {
  const mentions = units.reduce((sum, unit) => sum + unit.length, 0);
  const whole = countUnits(units);
  // n · ln n of every count there can be: looked up far more often than there are counts.
  const weigh = Float64Array.from({ length: mentions + 1 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)));
  const fixed = weigh[mentions]! - whole.reduce((sum, count) => sum + weigh[count]!, 0);
  const before = new Int32Array(whole.length);
  const run = () => {
    before.fill(0);
    let best: Found | null = null;
    let [taken, told] = [0, 0];
    for (const at of places) {
      for (; taken < at; taken += 1) {
        const unit = units[pool[taken]!]!;
        told += unit.length;
        for (let of = 0; of < unit.length; of += 1) before[unit[of]!]! += 1;
      }
      let ratio = fixed - weigh[told]! - weigh[mentions - told]!;
      for (let id = 0; id < whole.length; id += 1)
        ratio += weigh[before[id]!]! + weigh[whole[id]! - before[id]!]!;
      if (best === null || ratio > best.ratio + EQUAL) best = { at, ratio };
    }
    return best;
  };
  return { run, cost: pool.length + places.length * whole.length };
}

function countUnits(units: readonly Int32Array[]): readonly number[] {
  const counts: number[] = [];
  for (const unit of units) for (const category of unit) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}
