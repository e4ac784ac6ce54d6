/** How a line is drawn: by its family or, in a comparison, by what became of its tie. Shared by screen and picture. */
import type { Theme } from "../lens/view.ts";
import type { ShiftKind } from "../shift/compare.ts";
import type { LineElement } from "./elements.ts";
import type { FamilyStyle } from "./styles.ts";

/** What is over or unchanged: grey, 3.1:1 on its ground or more. */
export const GHOST: Readonly<Record<Theme, string>> = { light: "#85827b", dark: "#7d828c" };

/** Around a line that appeared, in its own colour. */
export const GLOW = { width: 9, opacity: 0.26 } as const;

/** Under a line whose tie turned into its opposite: what it was, showing on both sides of what it is. */
export const UNDERGHOST = { width: 6, dashes: [7, 5] } as const;

const KEPT_WIDTH = 1.1;

export interface Stroke {
  readonly style: FamilyStyle;
  readonly colour: string;
  readonly width: number;
  readonly glows: boolean;
  /** A ghost of what it was lies under it. */
  readonly haunted: boolean;
}

/**
 * Appeared: full colour with a glow. Vanished: a grey dashed ghost. Kept: thin and grey. Grew, shrank: full colour. What
 * changed is both: of a pair that exchanged one tie for another, the old one is a ghost and the new one glows; a tie that
 * turned into its opposite glows over its own ghost. The head stays the family's in every case.
 */
export function chooseStroke(
  { shift, gone, turned, width }: Pick<LineElement, "shift" | "gone" | "turned" | "width">,
  style: FamilyStyle,
  theme: Theme,
): Stroke {
  const full = { style, colour: style.colour[theme], width, glows: false, haunted: false };
  switch (shift) {
    case "appeared":
      return { ...full, glows: true };
    case "vanished":
      return { ...full, style: { ...style, line: "dashed" }, colour: GHOST[theme] };
    case "changed":
      return gone
        ? { ...full, style: { ...style, line: "dashed" }, colour: GHOST[theme] }
        : { ...full, glows: true, haunted: turned === true };
    case "kept":
      return { ...full, style: { ...style, line: "thin" }, colour: GHOST[theme], width: KEPT_WIDTH };
    default:
      return full;
  }
}

/**
 * Marks on the lines of a comparison, within a disc of radius 7: plus and minus for what came and went, triangles for
 * more and fewer, two arrows for what changed. Outlines to be stroked 1.8 wide, with round ends.
 */
export const SHIFT_MARKS: Readonly<Record<ShiftKind, string>> = {
  appeared: "M-3.6 0H3.6M0 -3.6V3.6",
  vanished: "M-2.7 -2.7L2.7 2.7M2.7 -2.7L-2.7 2.7",
  grew: "M-3.4 1.6L0 -2L3.4 1.6",
  shrank: "M-3.4 -1.6L0 2L3.4 -1.6",
  changed: "M-3.6 -1.7H3.4L1.4 -3.6M3.6 1.7H-3.4L-1.4 3.6",
  kept: "",
};
