/** What differs between two slices of one dossier, tie by tie. */
import type { Sign } from "../dossier/records.ts";
import type { StatementEdge } from "../graph/build.ts";
import type { Tie } from "../graph/ties.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";

/**
 * `changed`: the tie is in one of the two alone, and the pair has a family in the other that it has not in this one;
 * or the tie is in both with opposite signs. Each tie that was exchanged for another is a shift of its own.
 */
export type ShiftKind = "appeared" | "vanished" | "grew" | "shrank" | "changed" | "kept";

export const SHIFT_KINDS: readonly ShiftKind[] = [
  "appeared",
  "vanished",
  "changed",
  "grew",
  "shrank",
  "kept",
];

export interface TieShift {
  /** The tie's id. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly family: string;
  readonly kind: ShiftKind;
  /** Statements in A and in B, in the order of the story. At least one of the two holds some. */
  readonly a: readonly StatementEdge[];
  readonly b: readonly StatementEdge[];
  /** Families that the pair has in the other slice only, when the tie was exchanged for them. */
  readonly exchanged: readonly string[];
}

/**
 * Every tie of either slice. Strongest first: what is kept last, then by how many statements the tie gained or lost,
 * kind, weight and id. Linear, plus the sort. With A and B exchanged, appeared and vanished, grew and shrank are.
 */
export function compareTies(a: Slice, b: Slice): TieShift[] {
  const [before, after] = [indexTies(a), indexTies(b)];
  const [pairsBefore, pairsAfter] = [familiesOfPairs(before), familiesOfPairs(after)];
  const shifts: TieShift[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, fresh] = [before.get(id), after.get(id)];
    const { source, target, family } = (fresh ?? old)!;
    const pair = `${source}~${target}`;
    const exchanged = fresh
      ? without(pairsBefore.get(pair), pairsAfter.get(pair))
      : without(pairsAfter.get(pair), pairsBefore.get(pair));
    const kind = kindOf(old, fresh, exchanged.length > 0);
    shifts.push({
      id,
      source,
      target,
      family,
      kind,
      a: old?.statements ?? [],
      b: fresh?.statements ?? [],
      exchanged: kind === "changed" ? exchanged : [],
    });
  }
  return shifts.sort(byStrength);
}

/** How many there are of each kind, kinds without any included. */
export function countShifts(shifts: readonly TieShift[]): ReadonlyMap<ShiftKind, number> {
  const counts = new Map(SHIFT_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of shifts) counts.set(kind, counts.get(kind)! + 1);
  return counts;
}

function indexTies(slice: Slice): Map<string, Tie> {
  return new Map(tiesOf(slice).map((tie) => [tie.id, tie]));
}

function familiesOfPairs(ties: ReadonlyMap<string, Tie>): Map<string, Set<string>> {
  const families = new Map<string, Set<string>>();
  for (const { source, target, family } of ties.values()) {
    const pair = `${source}~${target}`;
    const known = families.get(pair);
    if (known) known.add(family);
    else families.set(pair, new Set([family]));
  }
  return families;
}

/** In the order of the list. */
function without(list: ReadonlySet<string> = new Set(), taken: ReadonlySet<string> = new Set()): string[] {
  return [...list].filter((entry) => !taken.has(entry));
}

function kindOf(old: Tie | undefined, fresh: Tie | undefined, exchanged: boolean): ShiftKind {
  if (!old) return exchanged ? "changed" : "appeared";
  if (!fresh) return exchanged ? "changed" : "vanished";
  if (areOpposite(old.sign, fresh.sign)) return "changed";
  const gained = fresh.statements.length - old.statements.length;
  return gained > 0 ? "grew" : gained < 0 ? "shrank" : "kept";
}

function areOpposite(a: Sign, b: Sign): boolean {
  return a * b === -1;
}

function byStrength(x: TieShift, y: TieShift): number {
  const moved = ({ a, b }: TieShift) => Math.abs(b.length - a.length);
  const weight = ({ a, b }: TieShift) => a.length + b.length;
  return (
    Number(x.kind === "kept") - Number(y.kind === "kept") ||
    moved(y) - moved(x) ||
    SHIFT_KINDS.indexOf(x.kind) - SHIFT_KINDS.indexOf(y.kind) ||
    weight(y) - weight(x) ||
    (x.id < y.id ? -1 : 1)
  );
}
