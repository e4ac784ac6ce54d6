/**
 * Change points: the place on an axis at which what is stated before and after differs most, and whether chance would
 * find one as great. Divergence as in Bernaola-Galván, Román-Roldán & Oliver 1996, doi:10.1103/PhysRevE.53.5181, and
 * Grosse et al. 2002, doi:10.1103/PhysRevE.65.041905. The p-value is that of the greatest divergence of the whole
 * search when the statements are put in random order, so it is corrected for the search (Westfall & Young 1993).
 */
import type { StatementEdge } from "../graph/build.ts";
import { seedRng } from "../random.ts";
import type { Axis } from "../time/axis.ts";
import { EQUAL, indexCategories, listPlaces, makeScan, type Scan } from "./change-scan.ts";
import { shuffleStart } from "./deal.ts";
import { countCategories, jensenShannon } from "./jensen-shannon.ts";
import type { DivergenceKind } from "./kinds.ts";
import { affordableDraws, type Chance } from "./permutation.ts";

export interface Dated {
  /** When; entries of equal time are never told apart. */
  readonly time: number;
  /** At least one; they stay together when the order is shuffled. */
  readonly categories: readonly string[];
}

export interface ChangePoint {
  /** The change lies between these two times, both of which occur. */
  readonly before: number;
  readonly after: number;
  /** Jensen–Shannon, as two windows are compared. */
  readonly divergence: number;
  readonly chance: Chance;
  /** Entries before and after. */
  readonly a: number;
  readonly b: number;
}

export interface ChangeSearch {
  /** `null`: no change found. */
  readonly change: ChangePoint | null;
  /** The best place of the search, also when it is not significant; `null` when there is none to search. */
  readonly best: ChangePoint | null;
  /** Entries searched. */
  readonly searched: number;
  /** Statements left out, because they may lie at several stops or at none. */
  readonly leftOut: number;
}

export interface ChangeOptions {
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
  readonly least: number;
}

export const CHANGE: ChangeOptions = {
  /** Highest p-value that is reported as a change. */
  level: 0.01,
  draws: 999,
  seed: 20_240_402,
  /** Entries that each side of a place must have: a divergence of two against many says nothing. */
  least: 4,
};

/** Where the statements of some sources change on an axis. Those that may lie at several stops are left out. */
export function findChangeOnAxis(
  statements: readonly StatementEdge[],
  axis: Axis,
  kind: DivergenceKind,
  { sources, ...options }: Partial<ChangeOptions> & { sources?: ReadonlySet<string> } = {},
): ChangeSearch {
  const dated: Dated[] = [];
  let leftOut = 0;
  for (const statement of statements) {
    const categories = kind.categories(statement);
    if (categories.length === 0 || (sources && !sources.has(statement.source))) continue;
    const [first, last] = axis.place(statement);
    if (first !== last || first === axis.timeless) leftOut += 1;
    else dated.push({ time: first, categories });
  }
  return { ...findChange(dated, { ...CHANGE, ...options }), leftOut };
}

/**
 * Looks for one change. Places are compared by the likelihood ratio of two distributions against one, which is
 * n × the divergence weighted by the sizes of the two sides: a few entries at an end diverge much by chance alone.
 * Cost: draws × (entries + places × categories).
 */
export function findChange(dated: readonly Dated[], options: ChangeOptions = CHANGE): ChangeSearch {
  const sorted = [...dated].sort((x, y) => x.time - y.time);
  const pool = Int32Array.from(sorted.keys());
  const places = listPlaces(sorted, options.least);
  const scan = makeScan(pool, places, indexCategories(sorted));
  const found = scan.run();
  if (found === null) return { change: null, best: null, searched: sorted.length, leftOut: 0 };
  const best = describePoint(sorted, found.at, countChance(pool, scan, found.ratio, options));
  return {
    change: best.chance.p <= options.level ? best : null,
    best,
    searched: sorted.length,
    leftOut: 0,
  };
}

function countChance(pool: Int32Array, scan: Scan, observed: number, { draws, seed }: ChangeOptions): Chance {
  const random = seedRng(seed);
  const allowed = affordableDraws(draws, scan.cost);
  let asGreat = 0;
  for (let draw = 0; draw < allowed; draw += 1) {
    shuffleStart(pool, pool.length - 1, random);
    if (scan.run()!.ratio >= observed - EQUAL) asGreat += 1;
  }
  return { p: (1 + asGreat) / (1 + allowed), draws: allowed, asGreat };
}

function describePoint(sorted: readonly Dated[], at: number, chance: Chance): ChangePoint {
  const count = (list: readonly Dated[]) => countCategories(list.flatMap(({ categories }) => categories));
  return {
    before: sorted[at - 1]!.time,
    after: sorted[at]!.time,
    divergence: jensenShannon(count(sorted.slice(0, at)), count(sorted.slice(at))) ?? 0,
    chance,
    a: at,
    b: sorted.length - at,
  };
}
