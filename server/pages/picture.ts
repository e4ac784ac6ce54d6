/** `/d/:dossier/picture.svg`: a slice drawn, as a file. */
import { mergePositions } from "../../graph-data/display/elements.ts";
import { drawPicture } from "../../graph-data/display/picture.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";

/** Plain data, so that any thread can draw it. */
export interface PictureRequest {
  readonly lens: Lens;
  readonly theme: Theme;
  /** Ids that are picked out. */
  readonly select?: readonly string[] | undefined;
}

/** Steps of work for each statement of the dossier. */
const STEPS = 700;

export function drawLens(narrative: NarrativeGraph, { lens, theme, select }: PictureRequest): string {
  return drawPicture(sliceGraph(narrative, lens), {
    positions: mergePositions(narrative.dossier.positions),
    theme,
    ...(select && { select }),
  });
}

/** In steps, as a task is weighed. */
export function weighPicture({ statements }: NarrativeGraph): number {
  return STEPS * statements.length;
}
