/** A lens that lets nothing through → why, and what to take out of it. */
import { countWords, describeLens, lensChips } from "../display/words.ts";
import type { Lens } from "../lens/lens.ts";
import { type Slice, sliceGraph } from "../lens/slice.ts";

/** One part of a lens that, taken out, lets statements through. */
export interface Widening {
  /** The part, in words and in quotation marks: “phase: Ukraine blamed”. */
  readonly label: string;
  /** The lens without it. */
  readonly lens: Lens;
  /** How many statements that shows. */
  readonly statements: number;
}

/** In the order of the lens. Cost: a slice for each part of it. */
export function listWidenings({ narrative, lens }: Slice): Widening[] {
  return lensChips(lens, narrative)
    .map(({ label, without }) => ({
      label: label.startsWith("“") ? label : `“${label}”`,
      lens: without,
      statements: sliceGraph(narrative, without).statements.length,
    }))
    .filter(({ statements }) => statements > 0);
}

/** Why there is nothing to brief on. */
export function describeNothing({ narrative, lens }: Slice): string {
  if (narrative.statements.length === 0) return "This dossier has no statements to brief on.";
  return `Nothing matches this lens (${describeLens(lens, narrative)}), so there is nothing to brief on.`;
}

/** The same, and how to widen the lens. */
export function describeEmptySlice(slice: Slice): string {
  const nothing = describeNothing(slice);
  if (slice.narrative.statements.length === 0) return nothing;
  const ways = listWidenings(slice).map(
    ({ label, statements }) => `without ${label}, ${countWords(statements, "statement")}`,
  );
  if (ways.length > 0) return `${nothing} To widen it: ${ways.join("; ")}.`;
  return `${nothing} To widen it, take more than one part out; without any, the dossier shows all it has.`;
}
