/** What the graph shows, in words and rows: one slice or, in a comparison, both its windows. Pure. */
import type { Compared } from "../../graph-data/display/compared.ts";
import { countByActor } from "../../graph-data/display/elements.ts";
import { countWords, formatNumber, listWords } from "../../graph-data/display/words.ts";
import type { Actor } from "../../graph-data/dossier/records.ts";
import { type Slice, tiesOf } from "../../graph-data/lens/slice.ts";
import { countShifts, SHIFT_KINDS, type ShiftKind, type TieShift } from "../../graph-data/shift/compare.ts";
import { SHIFT_WORDS } from "../../graph-data/shift/words.ts";

/** "A: 42, B: 38": the statements of each window. */
export function countWindows({ a, b }: Pick<Compared, "a" | "b">): string {
  return `A: ${formatNumber(a.statements.length)}, B: ${formatNumber(b.statements.length)}`;
}

/** `shown` is the slice or, with `compared`, the union of its two; `kinds` are those that are drawn, absent: all. */
export function describeNetwork(
  shown: Slice,
  compared: Compared | null = null,
  kinds?: readonly ShiftKind[],
): string {
  const network = `Network of ${countShown(shown)}`;
  if (!compared) return network;
  const { a, b, shifts } = compared;
  const windows = `${formatNumber(a.statements.length)} in window A and ${formatNumber(b.statements.length)} in window B`;
  return `${network}, ${windows}. ${describeKinds(shifts, kinds)}`;
}

/** One network of two that stand side by side. */
export function describeWindow(name: "A" | "B", slice: Slice): string {
  return `Network of window ${name}: ${countShown(slice)}`;
}

function countShown({ actors, statements }: Slice): string {
  return `${countWords(actors.length, "actor")} and ${countWords(statements.length, "statement")}`;
}

function describeKinds(shifts: readonly TieShift[], kinds: readonly ShiftKind[] = SHIFT_KINDS): string {
  const counted = [...countShifts(shifts)].filter(([kind, ties]) => ties > 0 && kinds.includes(kind));
  if (counted.length === 0) return "No tie is drawn";
  const words = counted.map(([kind, ties]) => `${formatNumber(ties)} ${SHIFT_WORDS[kind]}`);
  return `${kinds === SHIFT_KINDS ? "Ties" : "Ties drawn"}: ${listWords(words)}`;
}

export interface ActorRow {
  readonly actor: Actor;
  /** Statements that touch the actor, in each window. */
  readonly counts: readonly number[];
}

/** The actors of `shown`, those with most statements there first. `windows`: the slices that are counted by themselves. */
export function listActors(shown: Slice, windows: readonly Slice[]): ActorRow[] {
  const total = countByActor(shown.statements);
  const each = windows.map(({ statements }) => countByActor(statements));
  return shown.actors
    .map((actor) => ({ actor, counts: each.map((counts) => counts.get(actor.id) ?? 0) }))
    .sort((x, y) => (total.get(y.actor.id) ?? 0) - (total.get(x.actor.id) ?? 0));
}

export interface TieRow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly family: string;
  /** In a comparison. */
  readonly shift?: ShiftKind;
  /** Statements in each window. */
  readonly counts: readonly number[];
}

/** Heaviest first. */
export function listTies(slice: Slice): TieRow[] {
  return tiesOf(slice)
    .map(({ id, source, target, family, statements }) => ({
      id,
      source,
      target,
      family,
      counts: [statements.length],
    }))
    .sort((x, y) => y.counts[0]! - x.counts[0]!);
}

/** The ties of both windows in the order of the shifts; with `kinds`, only these. */
export function listShifts(shifts: readonly TieShift[], kinds?: readonly ShiftKind[]): TieRow[] {
  return shifts
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map(({ id, source, target, family, kind, a, b }) => ({
      id,
      source,
      target,
      family,
      shift: kind,
      counts: [a.length, b.length],
    }));
}
