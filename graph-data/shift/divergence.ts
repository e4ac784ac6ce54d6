/**
 * How much has shifted: the Jensen–Shannon divergence between what two slices state, and how often chance alone would
 * give as much.
 *
 * Divergence: Lin 1991, doi:10.1109/18.61115, with base 2, so that it lies in [0, 1]. Permutation test with the
 * correction of Phipson & Smyth 2010, doi:10.2202/1544-6115.1585: p = (1 + k) / (1 + N).
 */
import type { StatementEdge } from "../graph/build.ts";
import { seedRng } from "../layout/random.ts";
import type { Slice } from "../lens/slice.ts";

/** How many statements fall on each category. */
export type Counts = ReadonlyMap<string, number>;

export interface Divergence {
  /** 0 = the same distribution, 1 = nothing in common; `null` when a window has no such statement. */
  readonly value: number | null;
  /** Statements that the two windows rest on. */
  readonly a: number;
  readonly b: number;
  /** Chance of a divergence as great if the windows did not differ; `null` when it is undefined. */
  readonly p: number | null;
  /** The categories, those that moved most first: its part of the divergence, and its share in each window. */
  readonly parts: readonly DivergencePart[];
}

export interface DivergencePart {
  readonly id: string;
  readonly a: number;
  readonly b: number;
  /** Adds up to the divergence over all categories. */
  readonly part: number;
}

export const PERMUTATION = { draws: 10_000, seed: 20_240_402 } as const;

export function countCategories(categories: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

function total(counts: Counts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** What one category adds to the divergence; never negative. */
function partOf(p: number, q: number): number {
  const middle = (p + q) / 2;
  const term = (share: number) => (share === 0 ? 0 : (share / 2) * Math.log2(share / middle));
  return Math.max(0, term(p) + term(q));
}

/** `null` when either side counts nothing. */
export function jensenShannon(a: Counts, b: Counts): number | null {
  const [sumA, sumB] = [total(a), total(b)];
  if (sumA === 0 || sumB === 0) return null;
  let sum = 0;
  for (const id of new Set([...a.keys(), ...b.keys()]))
    sum += partOf((a.get(id) ?? 0) / sumA, (b.get(id) ?? 0) / sumB);
  return Math.min(1, sum);
}

/**
 * Compares the categories of two groups of statements. Cost: draws × statements.
 * The same input and seed give the same p-value.
 */
export function compareCategories(
  a: readonly string[],
  b: readonly string[],
  { draws, seed }: { draws: number; seed: number } = PERMUTATION,
): Divergence {
  const [countsA, countsB] = [countCategories(a), countCategories(b)];
  const value = jensenShannon(countsA, countsB);
  return {
    value,
    a: a.length,
    b: b.length,
    p: value === null ? null : permute(a, b, value, draws, seed),
    parts: listParts(countsA, countsB),
  };
}

function listParts(a: Counts, b: Counts): DivergencePart[] {
  const [sumA, sumB] = [Math.max(1, total(a)), Math.max(1, total(b))];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((id) => {
      const [countA, countB] = [a.get(id) ?? 0, b.get(id) ?? 0];
      return { id, a: countA, b: countB, part: partOf(countA / sumA, countB / sumB) };
    })
    .sort((x, y) => y.part - x.part || (x.id < y.id ? -1 : 1));
}

/** Two divergences this near are equal: the order of additions must not decide. */
const EQUAL = 1e-12;

function permute(
  a: readonly string[],
  b: readonly string[],
  observed: number,
  draws: number,
  seed: number,
): number {
  const random = seedRng(seed);
  const names = [...new Set([...a, ...b])].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const pool = Int32Array.from([...a, ...b].map((name) => index.get(name)!).sort((x, y) => x - y));
  let asGreat = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(pool, random);
    if (divergenceOfSplit(pool, a.length, names.length) >= observed - EQUAL) asGreat += 1;
  }
  return (1 + asGreat) / (1 + draws);
}

/** Fisher–Yates. */
export function shuffle(pool: Int32Array, random: () => number): void {
  for (let at = pool.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = pool[at]!;
    pool[at] = pool[other]!;
    pool[other] = kept;
  }
}

/** Divergence between the first `size` entries and the rest. */
export function divergenceOfSplit(pool: Int32Array, size: number, categories: number): number {
  const counts = new Float64Array(categories * 2);
  for (let at = 0; at < pool.length; at += 1) counts[pool[at]! * 2 + (at < size ? 0 : 1)]! += 1;
  let sum = 0;
  for (let id = 0; id < categories; id += 1) {
    sum += partOf(counts[id * 2]! / size, counts[id * 2 + 1]! / (pool.length - size));
  }
  return Math.min(1, sum);
}

/** What statements are sorted by when two windows are compared. */
export interface DivergenceKind {
  readonly id: "targets" | "families" | "narratives";
  readonly label: string;
  readonly question: string;
  /** The categories of one statement: none, one, or several. */
  categories(statement: StatementEdge): readonly string[];
}

/** Targets of one family's statements. */
export function targetsOf(family: string): DivergenceKind {
  return {
    id: "targets",
    label: `targets of ${family}`,
    question: "At whom is it directed?",
    categories: (statement) => (statement.family === family ? [statement.target] : []),
  };
}

/** Families, for each pair by itself: "who does what to whom". */
export const FAMILIES_BY_PAIR: DivergenceKind = {
  id: "families",
  label: "families of each pair",
  question: "Who relates how to whom?",
  categories: ({ tie }) => [tie],
};

export const NARRATIVES: DivergenceKind = {
  id: "narratives",
  label: "narratives",
  question: "Which narratives are told?",
  categories: ({ record }) => (record.narratives ?? []).map(({ id, role }) => `${id}~${role}`),
};

/** `speakers`: only statements whose source is among them. */
export function compareSlices(
  a: Pick<Slice, "statements">,
  b: Pick<Slice, "statements">,
  kind: DivergenceKind,
  speakers?: ReadonlySet<string>,
): Divergence {
  const categories = ({ statements }: Pick<Slice, "statements">) =>
    statements
      .filter(({ source }) => speakers === undefined || speakers.has(source))
      .flatMap((statement) => kind.categories(statement));
  return compareCategories(categories(a), categories(b));
}
