/** How a family's line is drawn, as the few numbers that a small SVG needs. */

import { type Arrow, DASHES, familyStyles } from "../../graph-data/display/styles.ts";
import type { Codebook } from "../../graph-data/dossier/codebook.ts";

export interface LineSample {
  readonly light: string;
  readonly dark: string;
  readonly width: number;
  readonly dashes: string;
  /** Where the line ends and the head begins, of 40. */
  readonly end: number;
  /** A path around (40, 6). */
  readonly head: string;
  readonly filled: boolean;
}

const HEADS: Readonly<Record<Arrow, Pick<LineSample, "end" | "head" | "filled">>> = {
  triangle: { end: 31, head: "M40 6 30 1.5v9z", filled: true },
  tee: { end: 38, head: "M38.5 1v10", filled: false },
  circle: { end: 31, head: "M40 6a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0z", filled: true },
  vee: { end: 39, head: "M32 1.5 39.5 6 32 10.5", filled: false },
  diamond: { end: 29, head: "M40 6 34.5 2 29 6l5.5 4z", filled: true },
};

/** For every family of a codebook. */
export function sampleLines(codebook: Pick<Codebook, "families">): ReadonlyMap<string, LineSample> {
  return new Map(
    [...familyStyles(codebook)].map(([id, { line, arrow, colour }]) => {
      const width = line === "thin" ? 1.2 : 2.2;
      const dashes = DASHES[line].map((length) => length * (line === "dotted" ? 1.6 : 1)).join(" ");
      return [id, { ...colour, width, dashes, ...HEADS[arrow] }];
    }),
  );
}
