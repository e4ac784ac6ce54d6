/** Places for the actors of dossiers that do not store them all. The work is done beside the event loop. */
import { Worker } from "node:worker_threads";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { Problem } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { layoutDossier } from "../../graph-data/layout/index.ts";

export type Positions = Record<string, [x: number, y: number]>;
export type Layout = (narrative: NarrativeGraph) => Promise<Positions>;

/** Longer than this no layout may take; the actors then stand in a spiral. */
const LONGEST_LAYOUT = 120_000;

/** Runs in the thread at hand: for tests and for sources that are not built. */
export const layoutInline: Layout = async (narrative) => layoutDossier(narrative);

/** Runs each layout in a worker thread of its own, made from the built `layout-worker.js`. */
export function layoutInWorker(file: string): Layout {
  return ({ dossier }) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: dossier satisfies Dossier });
      const timer = setTimeout(() => {
        reject(new Error(`the layout took longer than ${LONGEST_LAYOUT / 1000} s`));
        void worker.terminate();
      }, LONGEST_LAYOUT);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => {
        clearTimeout(timer);
        reject(new Error("the layout ended early"));
      });
      // A layout that is under way does not keep a server that is closing alive.
      worker.unref();
      timer.unref();
    });
}

export interface Placed {
  readonly narrative: NarrativeGraph;
  readonly problems: readonly Problem[];
}

/** The same graph with a position for every actor. Stored positions stay as they are. */
export async function completePositions(narrative: NarrativeGraph, layout: Layout): Promise<Placed> {
  const stored = narrative.dossier.positions ?? {};
  const missing = narrative.dossier.actors.filter(({ id }) => !Object.hasOwn(stored, id));
  if (missing.length === 0) return { narrative, problems: [] };
  try {
    return { narrative: withPositions(narrative, { ...(await layout(narrative)), ...stored }), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const spiral = Object.fromEntries(missing.map(({ id }, at) => [id, spiralPlace(at)]));
    const message = `places for ${missing.length} actors could not be computed: ${reason}`;
    return {
      narrative: withPositions(narrative, { ...spiral, ...stored }),
      problems: [{ path: "positions", message, severity: "warning" }],
    };
  }
}

function withPositions(narrative: NarrativeGraph, positions: Positions): NarrativeGraph {
  return { ...narrative, dossier: { ...narrative.dossier, positions } };
}

/** Vogel's spiral: evenly spread, no two at the same place. */
function spiralPlace(at: number): [number, number] {
  const angle = at * Math.PI * (3 - Math.sqrt(5));
  const radius = 90 * Math.sqrt(at + 0.5);
  return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
}
