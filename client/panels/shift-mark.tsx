/** What became of a tie, as the graph marks it. */
import { SHIFT_MARKS } from "../../graph-data/display/strokes.ts";
import type { ShiftKind } from "../../graph-data/shift/compare.ts";

export function ShiftMark({ kind }: { readonly kind: ShiftKind }) {
  return (
    <svg class={`shift-mark ${kind}`} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {kind === "kept" ? <path d="M-6 0H6" /> : <circle r="7" />}
      <path d={SHIFT_MARKS[kind]} />
    </svg>
  );
}
