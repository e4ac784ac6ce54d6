/** How much has shifted between two windows, and how often chance alone would give as much. */
import type { StatementEdge } from "../graph/build.ts";
import type { Windows } from "./deal.ts";
import { countCategories, type DivergencePart, divergeParts, jensenShannon } from "./jensen-shannon.ts";
import type { DivergenceKind } from "./kinds.ts";
import { type Chance, PERMUTATION, permute } from "./permutation.ts";

export interface Divergence {
  /** 0 = the same distribution, 1 = nothing in common; `null` when a window has no such statement. */
  readonly value: number | null;
  /** Statements that the two windows rest on. */
  readonly a: number;
  readonly b: number;
  /** Statements that lie in both windows. */
  readonly shared: number;
  /** How often chance gives as much; `null` when the divergence is undefined. */
  readonly chance: Chance | null;
  /** The categories, those that moved most first. */
  readonly parts: readonly DivergencePart[];
}

export interface CompareOptions {
  /** Only statements whose source is among them. */
  readonly sources?: ReadonlySet<string>;
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Compares the statements of two windows, which may overlap, by their categories. A statement of several categories
 * counts once in each. The same statements and seed give the same answer.
 */
export function compareStatements(
  a: readonly StatementEdge[],
  b: readonly StatementEdge[],
  kind: DivergenceKind,
  { sources, draws = PERMUTATION.draws, seed = PERMUTATION.seed }: CompareOptions = {},
): Divergence {
  const counts = (statement: StatementEdge) =>
    (sources === undefined || sources.has(statement.source)) && kind.categories(statement).length > 0;
  const [inA, inB] = [a.filter(counts), b.filter(counts)];
  const [ofA, ofB] = [new Set(inA), new Set(inB)];
  const groups = [
    inA.filter((statement) => !ofB.has(statement)),
    inA.filter((statement) => ofB.has(statement)),
    inB.filter((statement) => !ofA.has(statement)),
  ].map((group) => group.map((statement) => kind.categories(statement)));
  const [onlyA = [], shared = [], onlyB = []] = groups;
  return compareCategories({ onlyA, shared, onlyB }, { draws, seed });
}

/** As `compareStatements`, from categories alone. */
export function compareCategories(
  windows: Windows,
  { draws, seed }: { draws: number; seed: number } = PERMUTATION,
): Divergence {
  const { onlyA, shared, onlyB } = windows;
  const countsA = countCategories([...onlyA, ...shared].flat());
  const countsB = countCategories([...shared, ...onlyB].flat());
  const value = jensenShannon(countsA, countsB);
  return {
    value,
    a: onlyA.length + shared.length,
    b: shared.length + onlyB.length,
    shared: shared.length,
    chance: value === null ? null : permute(windows, { draws, seed }),
    parts: divergeParts(countsA, countsB),
  };
}
