/** All tasks. A new one is one line here. */
import { layoutDossier } from "../../graph-data/layout/index.ts";
import { answerLens, weighLens } from "../api/answer-lens.ts";
import { buildLensContent, weighContent } from "../pages/lens-content.ts";
import { drawLens, weighPicture } from "../pages/picture.ts";
import { readPacked } from "./beside.ts";
import type { Work } from "./work.ts";

/** Nobody waits in line for these: they are always done beside the event loop. */
const heavy = () => Infinity;

export const TASKS = {
  /** Dossier's files → its entry, parsed. */
  read: { weigh: heavy, run: readPacked },
  /** Places for all actors. */
  layout: { weigh: heavy, run: layoutDossier },
  /** A lens request of the API → its body. */
  answer: { weigh: weighLens, run: answerLens },
  /** A page about a lens → what its view prints. */
  page: { weigh: weighContent, run: buildLensContent },
  /** A lens → its picture, as SVG. */
  picture: { weigh: weighPicture, run: drawLens },
} as const;

export type ServerWork = Work<typeof TASKS>;
