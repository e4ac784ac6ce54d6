/** The page: paper, margins, and how large a figure may be on it. In twips, twentieths of a point, unless said. */

import type { Paper } from "../forms.ts";

const SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11_906, height: 16_838 },
  "us-letter": { width: 12_240, height: 15_840 },
};

const SIDE = 1_417;
const END = 1_361;
const HANDLING = 400;
/** Further lines of a long header or footer, a figure's heading and its caption. */
const BESIDE_FIGURE = 2_600;
const TWIPS_PER_PIXEL = 15;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Between the margins. */
  readonly textWidth: number;
  readonly textHeight: number;
}

/** `handled`: header and footer have a line more, of handling. */
export function layOut(paper: Paper, handled: boolean): Sheet {
  const { width, height } = SIZES[paper];
  const end = handled ? END + HANDLING : END;
  return {
    width,
    height,
    margins: { top: end, right: SIDE, bottom: end, left: SIDE, header: 624, footer: 567 },
    textWidth: width - 2 * SIDE,
    textHeight: height - 2 * end,
  };
}

/** As wide as the text, but for what would then be too high for a page. In pixels, 96 an inch. */
export function fitFigure(
  { width, height }: { readonly width: number; readonly height: number },
  { textWidth, textHeight }: Sheet,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(textWidth / width, (textHeight - BESIDE_FIGURE) / height) / TWIPS_PER_PIXEL;
  return { width: width * scale, height: height * scale };
}

/** Whole twips that add up to `width`. */
export function shareOut(width: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  let given = 0;
  return shares.map((share) => {
    before += share;
    const part = Math.round((width * before) / whole) - given;
    given += part;
    return part;
  });
}
