/**
 * How often chance alone gives a divergence as great: the statements of both windows are dealt out anew, as many to
 * each window as it had, and compared again. A statement keeps its categories together, and as many statements lie in
 * both windows as before. p = (1 + k) / (1 + N), never 0: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 *
 * It takes the statements for drawn independently of each other. Where one sentence gave several, chance gives more
 * than it says.
 */
import { seedRng } from "../random.ts";
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
  most: 25_000_000,
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
 * what they do not get is the third's. The pool holds sets of categories by number: statements of the same set are
 * alike, and counted together.
 */
function prepareDeal({ onlyA, shared, onlyB }: Windows): Deal {
  const groups = [
    { inA: 1, inB: 0, list: onlyA },
    { inA: 1, inB: 1, list: shared },
    { inA: 0, inB: 1, list: onlyB },
  ].sort((x, y) => x.list.length - y.list.length);
  const { pool, sets, names } = numberSets(groups.flatMap(({ list }) => list));
  const whole = countSets(pool, 0, pool.length, sets.length);
  const [first, second, third] = groups as [Group, Group, Group];
  const moved = first.list.length + second.list.length;
  const [a, b] = [new Float64Array(names), new Float64Array(names)];
  return {
    moved,
    shuffle: (random) => shuffleStart(pool, moved, random),
    measure() {
      const ofFirst = countSets(pool, 0, first.list.length, sets.length);
      const ofSecond = countSets(pool, first.list.length, moved, sets.length);
      a.fill(0);
      b.fill(0);
      for (let set = 0; set < sets.length; set += 1) {
        const [x, y] = [ofFirst[set]!, ofSecond[set]!];
        const z = whole[set]! - x - y;
        for (const category of sets[set]!) {
          a[category]! += x * first.inA + y * second.inA + z * third.inA;
          b[category]! += x * first.inB + y * second.inB + z * third.inB;
        }
      }
      return divergenceOf(a, b);
    },
  };
}

interface Group {
  readonly inA: 0 | 1;
  readonly inB: 0 | 1;
  readonly list: readonly (readonly string[])[];
}

interface NumberedSets {
  /** For each statement, the number of its set. */
  readonly pool: Int32Array;
  /** The categories of each set, by number. */
  readonly sets: readonly (readonly number[])[];
  /** How many categories there are. */
  readonly names: number;
}

function numberSets(statements: readonly (readonly string[])[]): NumberedSets {
  const [names, numbers] = [new Map<string, number>(), new Map<string, number>()];
  const sets: number[][] = [];
  const numberOf = (map: Map<string, number>, key: string) => {
    const known = map.get(key) ?? map.size;
    map.set(key, known);
    return known;
  };
  const pool = Int32Array.from(statements, (categories) => {
    const number = numberOf(numbers, categories.join("\n"));
    sets[number] ??= categories.map((name) => numberOf(names, name));
    return number;
  });
  return { pool, sets, names: names.size };
}

function countSets(pool: Int32Array, from: number, to: number, sets: number): Int32Array {
  const counts = new Int32Array(sets);
  for (let at = from; at < to; at += 1) counts[pool[at]!]! += 1;
  return counts;
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
