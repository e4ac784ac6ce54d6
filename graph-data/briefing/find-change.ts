/** What changed, found: what is new at each stop of the story, or what differs between two windows; and how much. */
import { countByActor } from "../display/elements.ts";
import { actorLabel, countWords, formatNumber, listWords } from "../display/words.ts";
import { type NarrativeGraph, type StatementEdge, tieId } from "../graph/build.ts";
import type { Lens } from "../lens/lens.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { compareTies, type TieShift } from "../shift/compare.ts";
import { type Comparison, compareWindows } from "../shift/comparison.ts";
import { compareStatements, type Divergence } from "../shift/divergence.ts";
import { DIVERGENCE_IDS, type DivergenceKind, defaultFamily, divergenceKind } from "../shift/kinds.ts";
import { formatP, judgeChance } from "../shift/words.ts";
import { type Axis, groupByStop } from "../time/axis.ts";
import type { Changed } from "./model.ts";

/** One shift, and where in the story it shows. */
export interface PlacedShift {
  readonly shift: TieShift;
  /** Index of the part. */
  readonly part: number;
  /** Of a shift in which families were exchanged: the statements before. */
  readonly before: readonly StatementEdge[];
}

export interface FoundChange {
  readonly comparison: Comparison | null;
  readonly told: Changed["told"];
  readonly parts: readonly { readonly id: string; readonly label: string; readonly statements: number }[];
  /** Strongest first. */
  readonly shifts: readonly PlacedShift[];
  readonly divergences: readonly {
    readonly kind: DivergenceKind;
    readonly divergence: Divergence;
    readonly counted: readonly StatementEdge[];
  }[];
}

/**
 * `compare`: the lens of an earlier window, when the view compares; the slice is the later one. Without it, each stop
 * of the axis is set against all before it, and the divergence is that of the axis's two halves. Cost: statements ×
 * stops, plus the shuffles of the divergences.
 */
export function findChange(slice: Slice, axis: Axis | null, compare?: Lens): FoundChange {
  const { narrative, lens } = slice;
  const question = { shared: lens, ...(compare && { a: compare, b: {} }) };
  const comparison = compareWindows(narrative, question);
  const divergences = comparison ? divergeAll(comparison, narrative) : [];
  if (compare && comparison) {
    const parts = [{ id: "A-B", label: "Between A and B", statements: comparison.b.statements.length }];
    const earlier = groupByTie(comparison.a);
    const shifts = comparison.shifts
      .filter(({ kind }) => kind !== "kept")
      .map((shift) => ({ shift, part: 0, before: exchangedBefore(shift, earlier) }));
    return {
      comparison,
      told: "between the windows",
      parts,
      shifts: orderByStrength(shifts, slice),
      divergences,
    };
  }
  return { comparison, told: "stop by stop", ...findByStop(slice, axis), divergences };
}

/** The comparison itself has one of them already; each costs thousands of shuffles. */
function divergeAll(done: Comparison, narrative: NarrativeGraph): FoundChange["divergences"] {
  const { a, b } = done;
  return DIVERGENCE_IDS.flatMap((id) => {
    const kind = divergenceKind(id, defaultFamily(narrative), narrative);
    const counted = [...new Set([...a.statements, ...b.statements])].filter(
      (statement) => kind.categories(statement).length > 0,
    );
    if (counted.length === 0) return [];
    const known = kind.id === done.kind.id ? done.divergence : undefined;
    return [{ kind, divergence: known ?? compareStatements(a.statements, b.statements, kind), counted }];
  });
}

/** Each stop against all before it: what appears there first, and what turns. */
function findByStop(slice: Slice, axis: Axis | null): Pick<FoundChange, "parts" | "shifts"> {
  if (!axis) return { parts: [], shifts: [] };
  const stops = groupByStop(axis, slice.statements);
  const before: StatementEdge[] = [];
  const shifts: PlacedShift[] = [];
  for (const [part, statements] of stops.entries()) {
    if (before.length > 0 && statements.length > 0) {
      const earlier = narrowed(slice, [...before]);
      const byTie = groupByTie(earlier);
      for (const shift of compareTies(earlier, narrowed(slice, statements))) {
        if (shift.b.length === 0 || (shift.kind !== "appeared" && shift.kind !== "changed")) continue;
        const exchanged = shift.a.length > 0 ? shift.a : exchangedBefore(shift, byTie);
        shifts.push({ shift, part, before: exchanged });
      }
    }
    before.push(...statements);
  }
  const parts = axis.stops.map(({ id, label }, stop) => ({ id, label, statements: stops[stop]!.length }));
  return { parts, shifts: orderByStrength(shifts, slice) };
}

function narrowed(slice: Slice, statements: readonly StatementEdge[]): Slice {
  return { ...slice, statements };
}

type Earlier = ReadonlyMap<string, readonly StatementEdge[]>;

function groupByTie(slice: Slice): Earlier {
  return new Map(tiesOf(slice).map((tie) => [tie.id, tie.statements]));
}

/** Those that the pair has exchanged, in the order of the story. */
function exchangedBefore(
  { source, target, exchanged }: TieShift,
  earlier: Earlier,
): readonly StatementEdge[] {
  const found = exchanged.flatMap((family) => earlier.get(tieId(source, target, family)) ?? []);
  return exchanged.length < 2 ? found : found.sort((x, y) => x.step - y.step);
}

/**
 * Strongest first: turns, then by how many statements, then the foremost of each part before the second of any, so that
 * no stop is drowned by another; within a part by how many statements of the slice touch its two actors.
 */
function orderByStrength(shifts: readonly PlacedShift[], slice: Slice): PlacedShift[] {
  const touching = countByActor(slice.statements);
  const strengthOf = ({ shift: { id, kind, a, b, source, target }, part }: PlacedShift) => ({
    id,
    part,
    turn: Number(kind === "changed"),
    moved: kind === "changed" ? Math.max(a.length, b.length) : Math.abs(b.length - a.length),
    touched: Math.min(touching.get(source) ?? 0, touching.get(target) ?? 0),
  });
  type Strength = ReturnType<typeof strengthOf>;
  const byStrength = (x: Strength, y: Strength) => y.turn - x.turn || y.moved - x.moved;
  const byName = (x: Strength, y: Strength) => x.part - y.part || (x.id < y.id ? -1 : 1);
  const ranked = shifts
    .map((placed) => ({ placed, strength: strengthOf(placed), rank: 0 }))
    .sort(({ strength: x }, { strength: y }) => byStrength(x, y) || y.touched - x.touched || byName(x, y));
  const seen = new Map<string, number>();
  for (const entry of ranked) {
    const { part, turn, moved } = entry.strength;
    const peers = [part, turn, moved].join(" ");
    entry.rank = seen.get(peers) ?? 0;
    seen.set(peers, entry.rank + 1);
  }
  return ranked
    .sort((x, y) => byStrength(x.strength, y.strength) || x.rank - y.rank || byName(x.strength, y.strength))
    .map(({ placed }) => placed);
}

/** Statements of which a move of targets can be told without making much of little. */
const LEAST_MOVED = 5;

/** The target that gained the greatest share from A to B, the one that lost it, and whether chance explains as much. */
export function describeMove(
  { comparison }: FoundChange,
  narrative: NarrativeGraph,
): { readonly text: string; readonly counted: readonly StatementEdge[] } | null {
  if (comparison?.kind.id !== "targets") return null;
  const { kind, divergence, a, b } = comparison;
  if (divergence.value === null || divergence.value === 0) return null;
  if (divergence.a + divergence.b < LEAST_MOVED) return null;
  const share = (part: { a: number; b: number }) => part.b / divergence.b - part.a / divergence.a;
  const moved = [...divergence.parts].sort((x, y) => share(x) - share(y));
  const [lost, gained] = [moved[0]!, moved.at(-1)!];
  const side = (part: typeof lost) =>
    `those at ${actorLabel(part.id, narrative)} go from ${formatNumber(part.a)} to ${formatNumber(part.b)}`;
  const parts = [gained, ...(share(lost) < 0 ? [lost] : [])].filter(
    (part, at, all) => all.indexOf(part) === at,
  );
  const counted = [...new Set([...a.statements, ...b.statements])].filter((statement) =>
    kind.categories(statement).some((id) => parts.some((part) => part.id === id)),
  );
  const of = `${countWords(divergence.a, ...kind.counted)} in window A and ${formatNumber(divergence.b)} in window B`;
  const chance = divergence.chance
    ? `; ${judgeChance(divergence.chance.p)} (p = ${formatP(divergence.chance.p)})`
    : "";
  return { text: `Of ${of}, ${listWords(parts.map(side))}${chance}.`, counted };
}
