/** The statements of two windows as a pool that is dealt out anew, and the divergence of what each window gets. */
import { divergencePart } from "./jensen-shannon.ts";

const { floor, min } = Math;

/** The categories of each statement, by the window in which it lies; none is without. */
export interface Windows {
  readonly onlyA: readonly (readonly string[])[];
  readonly shared: readonly (readonly string[])[];
  readonly onlyB: readonly (readonly string[])[];
}

export interface Deal {
  /** Steps of one draw. */
  readonly cost: number;
  shuffle(random: () => number): void;
  /** The divergence of the windows as they are dealt now. */
  measure(): number;
}

/**
 * The two smaller of the groups (A alone, both, B alone) lie at the beginning of the pool, and only they are dealt:
 * what they do not get is the third's. The pool holds sets of categories by number: statements of the same set are
 * alike, and counted together.
 */
export function prepareDeal({ onlyA, shared, onlyB }: Windows): Deal {
  const groups = [
    { inA: 1, inB: 0, list: onlyA },
    { inA: 1, inB: 1, list: shared },
    { inA: 0, inB: 1, list: onlyB },
  ].sort((x, y) => x.list.length - y.list.length);
  const { pool, starts, flat, names } = numberSets(groups.flatMap(({ list }) => list));
  const sets = starts.length - 1;
  const [whole, ofFirst, ofSecond] = [new Int32Array(sets), new Int32Array(sets), new Int32Array(sets)];
  countSets(pool, 0, pool.length, whole);
  const [first, second, third] = groups as [Group, Group, Group];
  const moved = first.list.length + second.list.length;
  const [a, b] = [new Int32Array(names), new Int32Array(names)];
  const divergenceOf = rememberParts();
  return {
    cost: moved + sets,
    shuffle: (random) => shuffleStart(pool, moved, random),
    measure() {
      countSets(pool, 0, first.list.length, ofFirst);
      countSets(pool, first.list.length, moved, ofSecond);
      a.fill(0);
      b.fill(0);
      for (let set = 0; set < sets; set += 1) {
        const x = ofFirst[set]!;
        const y = ofSecond[set]!;
        const z = whole[set]! - x - y;
        for (let at = starts[set]!; at < starts[set + 1]!; at += 1) {
          a[flat[at]!]! += x * first.inA + y * second.inA + z * third.inA;
          b[flat[at]!]! += x * first.inB + y * second.inB + z * third.inB;
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
  /** The categories of set n, by number, are `flat` from `starts[n]` to before `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly flat: Int32Array;
  /** How many categories there are. */
  readonly names: number;
}

function numberSets(statements: readonly (readonly string[])[]): NumberedSets {
  const [names, numbers] = [new Map<string, number>(), new Map<string, number>()];
  const [starts, flat] = [[0], [] as number[]];
  const pool = Int32Array.from(statements, (categories) => {
    const key = categories.join("\n");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    for (const name of categories) {
      if (!names.has(name)) names.set(name, names.size);
      flat.push(names.get(name)!);
    }
    starts.push(flat.length);
    return numbers.size - 1;
  });
  return { pool, starts: Int32Array.from(starts), flat: Int32Array.from(flat), names: names.size };
}

function countSets(pool: Int32Array, from: number, to: number, counts: Int32Array): void {
  counts.fill(0);
  for (let at = from; at < to; at += 1) counts[pool[at]!]! += 1;
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

/** Counts below this are looked up. */
const SMALL = 64;

/**
 * As `jensenShannon`, from counts by index. Most counts are small and come again in every draw, so what they add is
 * kept, as long as the sums stay: they do unless statements have several categories.
 */
function rememberParts(): (a: Int32Array, b: Int32Array) => number {
  const known = new Float64Array(SMALL * SMALL);
  let knownA = 0;
  let knownB = 0;
  return (a, b) => {
    const sumA = sumOf(a);
    const sumB = sumOf(b);
    if (sumA !== knownA || sumB !== knownB) known.fill(-1);
    knownA = sumA;
    knownB = sumB;
    let sum = 0;
    for (let id = 0; id < a.length; id += 1) {
      const x = a[id]!;
      const y = b[id]!;
      const isSmall = x < SMALL && y < SMALL;
      const kept = isSmall ? known[x * SMALL + y]! : -1;
      const part = kept === -1 ? divergencePart(x / sumA, y / sumB) : kept;
      if (isSmall) known[x * SMALL + y] = part;
      sum += part;
    }
    return min(1, sum);
  };
}

function sumOf(counts: Int32Array): number {
  let sum = 0;
  for (let id = 0; id < counts.length; id += 1) sum += counts[id]!;
  return sum;
}
