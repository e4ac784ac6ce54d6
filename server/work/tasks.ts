/** All tasks. A new one is one line here. Tools are functions, which cannot be copied: every thread has its own. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { layoutDossier } from "../../graph-data/layout/index.ts";
import { answerLens, type LensRequest, weighLens } from "../api/answer-lens.ts";
import { buildLensContent, weighContent } from "../pages/lens-content.ts";
import { drawLens, weighPicture } from "../pages/picture.ts";
import type { ServerTools } from "../tools.ts";
import { readPacked } from "./beside.ts";
import type { Work } from "./work.ts";

/** Nobody waits in line for these: they are always done beside the event loop. */
const heavy = () => Infinity;

export const createTasks = (tools: ServerTools) =>
  ({
    /** Dossier's files → its entry, parsed. */
    read: { weigh: heavy, run: readPacked },
    /** Places for all actors. */
    layout: { weigh: heavy, run: layoutDossier },
    /** A lens request of the API → its body. */
    answer: {
      weigh: weighLens,
      run: (narrative: NarrativeGraph, request: LensRequest) => answerLens(narrative, request, tools),
    },
    /** A page about a lens → what its view prints. */
    page: { weigh: weighContent, run: buildLensContent },
    /** A lens → its picture, as SVG. */
    picture: { weigh: weighPicture, run: drawLens },
  }) as const;

export type ServerWork = Work<ReturnType<typeof createTasks>>;
