/** The client's comparison: how it begins, and its ledger. Pure. */
import { type Compared, earlierLens } from "../../graph-data/display/compared.ts";
import type { Elements } from "../../graph-data/display/elements.ts";
import { actorLabel } from "../../graph-data/display/words.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { foldText, foldWords } from "../../graph-data/lens/fold.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { SHIFT_KINDS, type ShiftKind, type TieShift } from "../../graph-data/shift/compare.ts";
import { halveAxis } from "../../graph-data/shift/windows.ts";
import { describeShift } from "../../graph-data/shift/words.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { lookAt, windowOf } from "../../graph-data/time/window.ts";

/**
 * What a comparison begins with: the window shown against all before it or, where nothing lies before it, the halves of
 * what is shown. `null` when the axis has nothing to divide.
 */
export function openComparison(
  narrative: NarrativeGraph,
  lens: Lens,
  axis: Axis,
): { readonly lens: Lens; readonly compare: Lens } | null {
  const window = windowOf(lens, axis);
  if (window && window.first > 0 && window.first !== axis.timeless)
    return { lens, compare: lookAt({}, axis, { first: 0, last: window.first - 1 }) };
  const pair = halveAxis(axis, sliceGraph(narrative, lens).statements, window);
  return pair && { lens: lookAt(lens, axis, pair.b), compare: lookAt({}, axis, pair.a) };
}

/** Of one window's network, the lines whose tie is of these kinds; without `kinds`, all. Actors stay where they are. */
export function keepKinds(
  elements: Elements,
  { shifts }: Pick<Compared, "shifts">,
  kinds?: readonly ShiftKind[],
): Elements {
  if (!kinds) return elements;
  const kept = new Set(shifts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
  return { ...elements, lines: elements.lines.filter(({ tie }) => kept.has(tie)) };
}

/** The query that asks the shift's page and API for the same comparison. */
export function writeComparison(lens: Lens, compare: Lens, narrative: NarrativeGraph): string {
  const text = (one: Lens) => encodeURIComponent(writeLens(one, narrative));
  return `a=${text(earlierLens(lens, compare))}&b=${text(lens)}`;
}

export const LEDGER_ORDERS = ["strength", "source", "target", "kind"] as const;
export type LedgerOrder = (typeof LEDGER_ORDERS)[number];

export interface LedgerEntry {
  readonly shift: TieShift;
  /** In plain words, with those who say so. */
  readonly reads: string;
}

export interface LedgerOptions {
  readonly order: LedgerOrder;
  /** All of these words are in the entry. */
  readonly q: string;
  readonly kinds?: readonly ShiftKind[];
}

/** What shifted, without what is kept unless it is asked for; strongest first within equal places of the order. */
export function listLedger(
  shifts: readonly TieShift[],
  narrative: NarrativeGraph,
  { order, q, kinds }: LedgerOptions,
): LedgerEntry[] {
  const words = foldWords(q);
  const wanted = kinds ?? SHIFT_KINDS.filter((kind) => kind !== "kept");
  const entries = shifts
    .filter(({ kind }) => wanted.includes(kind))
    .map((shift) => ({ shift, reads: describeShift(shift, narrative) }))
    .filter(({ reads }) => words.length === 0 || words.every((word) => foldText(reads).includes(word)));
  const label = ({ shift }: LedgerEntry) =>
    actorLabel(order === "target" ? shift.target : shift.source, narrative);
  switch (order) {
    case "strength":
      return entries;
    case "kind":
      return entries.sort((x, y) => SHIFT_KINDS.indexOf(x.shift.kind) - SHIFT_KINDS.indexOf(y.shift.kind));
    default:
      return entries.sort((x, y) => label(x).localeCompare(label(y), "en"));
  }
}
