/** Seeded series of dated categories, with or without a shift: what the search for change points is held to. */
import { type Rng, seedRng } from "../../graph-data/random.ts";
import type { Dated } from "../../graph-data/shift/change-points.ts";

export interface SeriesOptions {
  readonly seed: number;
  readonly length: number;
  /** Chances of each category; they need not add up to 1. */
  readonly before: readonly number[];
  /** From `at` on; without it, as `before`. */
  readonly after?: readonly number[];
  /** The time of the change; times run from 0. */
  readonly at?: number;
  /** Entries of equal time. */
  readonly perTime?: number;
}

export function makeSeries(options: SeriesOptions): Dated[] {
  const { seed, length, before, after = before, at = Infinity, perTime = 1 } = options;
  const random = seedRng(seed);
  return Array.from({ length }, (_, entry) => {
    const time = Math.floor(entry / perTime);
    return { time, categories: [`c${pick(time < at ? before : after, random)}`] };
  });
}

/**
 * A series without a shift, of a shape that the seed decides: 10 to 69 entries of 2 to 6 categories, even or lopsided,
 * up to four at one time.
 */
export function makeFlatSeries(seed: number): Dated[] {
  const random = seedRng(seed * 7_919 + 1);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const before = Array.from({ length: whole(2, 6) }, () => 0.05 + random() ** 2);
  return makeSeries({ seed, length: whole(10, 69), before, perTime: whole(1, 4) });
}

function pick(weights: readonly number[], random: Rng): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return at;
  }
  return weights.length - 1;
}
