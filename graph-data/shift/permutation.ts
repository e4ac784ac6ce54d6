/**
 * How often chance alone gives a divergence as great: the statements of both windows are dealt out anew, as many to
 * each window as it had, and compared again. A statement keeps its categories together, and as many statements lie in
 * both windows as before. p = (1 + k) / (1 + N), never 0: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 *
 * It takes the statements for drawn independently of each other. Where one sentence gave several, they are not, and
 * the p-value comes out too small.
 */
import { seedRng } from "../random.ts";
import { prepareDeal, type Windows } from "./deal.ts";

export interface Chance {
  /** (1 + asGreat) / (1 + draws). */
  readonly p: number;
  readonly draws: number;
  /** Draws whose divergence was as great or greater. */
  readonly asGreat: number;
}

export const PERMUTATION = {
  draws: 10_000,
  seed: 20_240_402,
  /** Statements dealt and categories counted over all draws: beyond it fewer draws are made, and their number told. */
  most: 12_000_000,
  least: 199,
} as const;

/** Two divergences this near are equal: the order of additions must not decide. */
const EQUAL = 1e-12;

/** Cost: draws × (the statements of the two smaller groups + categories). Both windows must hold some statement. */
export function permute(windows: Windows, { draws, seed }: { draws: number; seed: number }): Chance {
  const deal = prepareDeal(windows);
  const allowed = affordableDraws(draws, deal.cost);
  const observed = deal.measure();
  const random = seedRng(seed);
  let asGreat = 0;
  for (let draw = 0; draw < allowed; draw += 1) {
    deal.shuffle(random);
    if (deal.measure() >= observed - EQUAL) asGreat += 1;
  }
  return { p: (1 + asGreat) / (1 + allowed), draws: allowed, asGreat };
}

/** As many draws as asked for, or as `PERMUTATION.most` steps allow when each costs `steps`. */
export function affordableDraws(draws: number, steps: number): number {
  const { most, least } = PERMUTATION;
  return Math.min(draws, Math.max(least, Math.floor(most / Math.max(1, steps))));
}
