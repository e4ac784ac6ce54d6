/** Places for the actors of dossiers that do not store them all. */
import type { Problem } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";

export type Positions = Record<string, [x: number, y: number]>;
export type Layout = (narrative: NarrativeGraph) => Promise<Positions>;

export interface Placed {
  readonly narrative: NarrativeGraph;
  readonly problems: readonly Problem[];
}

/** The same graph with a position for every actor. Stored positions stay as they are; a layout that fails gives a spiral. */
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
