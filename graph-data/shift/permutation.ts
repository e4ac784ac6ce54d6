/**
 * How often chance alone gives a divergence as great: the statements of both windows are dealt out anew, as many to
 * each window as it had, and compared again. A statement keeps its categories together, and as many statements lie in
 * both windows as before. p = (1 + k) / (1 + N), never 0: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 *
 * It takes the statements for drawn independently of each other. Where one sentence gave several, chance gives more
 * than it says.
 */
import { seedRng } from "../layout/random.ts";
import { divergencePart } from "./jensen-shannon.ts";

/** The categories of each statement, by the window in which it lies; none is without. */
export interface Windows {
  readonly onlyA: readonly (readonly string[])[];
  readonly shared: readonly (readonly string[])[];
  readonly onlyB: readonly (readonly string[])[];
}

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
  /** Statements dealt out over all draws: of very large dossiers fewer draws are made, and their number is told. */
  most: 50_000_000,
  least: 199,
} as const;

const { floor, max, min } = Math;

/** Two divergences this near are equal: the order of additions must not decide. */
const EQUAL = 1e-12;

/** Cost: draws × (the statements of the two smaller groups + categories). Both windows must hold some statement. */
export function permute(windows: Windows, { draws, seed }: { draws: number; seed: number }): Chance {
  const deal = prepareDeal(windows);
  const allowed = affordableDraws(draws, deal.moved);
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
  return min(draws, max(least, floor(most / max(1, steps))));
}

interface Deal {
  /** Statements that a shuffle moves. */
  readonly moved: number;
  shuffle(random: () => number): void;
  /** The divergence of the windows as they are dealt now. */
  measure(): number;
}

/**
 * The two smaller of the groups (A alone, both, B alone) lie at the beginning of the pool, and only they are dealt:
 * what they do not get is the third's.
 */
function prepareDeal({ onlyA, shared, onlyB }: Windows): Deal {
  const groups = [
    { inA: 1, inB: 0, list: onlyA },
    { inA: 1, inB: 1, list: shared },
    { inA: 0, inB: 1, list: onlyB },
  ].sort((x, y) => x.list.length - y.list.length);
  const all = groups.flatMap(({ list }) => list);
  const names = [...new Set(all.flat())].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const units = all.map((categories) => Int32Array.from(categories, (name) => index.get(name)!));
  const pool = Int32Array.from(units.keys());
  const whole = new Float64Array(names.length);
  for (const unit of units) for (const category of unit) whole[category]! += 1;
  const [first, second, third] = groups as [Group, Group, Group];
  const moved = first.list.length + second.list.length;
  const [a, b] = [new Float64Array(names.length), new Float64Array(names.length)];
  const take = (from: number, to: number, { inA, inB }: Group, rest: Group) => {
    for (let at = from; at < to; at += 1) {
      for (const category of units[pool[at]!]!) {
        a[category]! += inA - rest.inA;
        b[category]! += inB - rest.inB;
      }
    }
  };
  return {
    moved,
    shuffle: (random) => shuffleStart(pool, moved, random),
    measure() {
      for (let id = 0; id < names.length; id += 1) {
        a[id] = third.inA * whole[id]!;
        b[id] = third.inB * whole[id]!;
      }
      take(0, first.list.length, first, third);
      take(first.list.length, moved, second, third);
      return divergenceOf(a, b);
    },
  };
}

interface Group {
  readonly inA: number;
  readonly inB: number;
  readonly list: readonly (readonly string[])[];
}

/** The first `count` entries become a random choice of all, in random order. Fisher–Yates, from the front. */
export function shuffleStart(pool: Int32Array, count: number, random: () => number): void {
  for (let at = 0; at < count; at += 1) {
    const other = at + floor(random() * (pool.length - at));
    const kept = pool[at]!;
    pool[at] = pool[other]!;
    pool[other] = kept;
  }
}

/** As `jensenShannon`, from counts by index. */
function divergenceOf(a: Float64Array, b: Float64Array): number {
  let [sumA, sumB, sum] = [0, 0, 0];
  for (let id = 0; id < a.length; id += 1) {
    sumA += a[id]!;
    sumB += b[id]!;
  }
  for (let id = 0; id < a.length; id += 1) sum += divergencePart(a[id]! / sumA, b[id]! / sumB);
  return min(1, sum);
}
