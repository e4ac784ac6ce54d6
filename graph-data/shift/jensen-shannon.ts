/**
 * The Jensen–Shannon divergence of two distributions: Lin 1991, doi:10.1109/18.61115, with base 2 and equal weights,
 * so that it lies in [0, 1].
 */

/** Taken once: looked up in every draw, globals cost more than the logarithm where tests run. */
const { log2, max } = Math;

/** What additions may add or lose: nothing in common is 1, and the same is 0. */
const ROUNDING = 1e-12;

/** How many statements fall on each category. */
export type Counts = ReadonlyMap<string, number>;

export interface DivergencePart {
  readonly id: string;
  /** Statements in each window. */
  readonly a: number;
  readonly b: number;
  /** What the category adds to the divergence; `null` when that is undefined. */
  readonly part: number | null;
}

/** Counts each entry of a list. */
export function countCategories(categories: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

/** Those that occur most first; of equals, by name. */
export function rankCounts(counts: Counts): [id: string, count: number][] {
  return [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
}

/** What a category with the shares `p` and `q` adds to the divergence; never negative. */
export function divergencePart(p: number, q: number): number {
  const middle = (p + q) / 2;
  const ofP = p === 0 ? 0 : p * log2(p / middle);
  const ofQ = q === 0 ? 0 : q * log2(q / middle);
  return max(0, (ofP + ofQ) / 2);
}

/** The divergence of two distributions, given as counts. `null` when either counts nothing. */
export function jensenShannon(a: Counts, b: Counts): number | null {
  const parts = divergeParts(a, b);
  if (parts.some(({ part }) => part === null) || parts.length === 0) return null;
  // In the order of ids, so that the order of additions does not depend on which window is called A.
  const sorted = [...parts].sort((x, y) => (x.id < y.id ? -1 : 1));
  const sum = sorted.reduce((total, { part }) => total + part!, 0);
  return sum > 1 - ROUNDING ? 1 : sum < ROUNDING ? 0 : sum;
}

/** Each category of either, those that add most to the divergence first. */
export function divergeParts(a: Counts, b: Counts): DivergencePart[] {
  const [sumA, sumB] = [total(a), total(b)];
  const isDefined = sumA > 0 && sumB > 0;
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((id) => {
      const [countA, countB] = [a.get(id) ?? 0, b.get(id) ?? 0];
      const part = isDefined ? divergencePart(countA / sumA, countB / sumB) : null;
      return { id, a: countA, b: countB, part };
    })
    .sort((x, y) => (y.part ?? 0) - (x.part ?? 0) || y.a + y.b - (x.a + x.b) || (x.id < y.id ? -1 : 1));
}

function total(counts: Counts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
