/** The narrative graph as a Graphology multigraph, for algorithms on its types. */
import { MultiDirectedGraph } from "graphology";
import type { Actor } from "../dossier/records.ts";
import type { NarrativeGraph, StatementEdge } from "./build.ts";

export type StatementGraph = MultiDirectedGraph<{ actor: Actor }, { statement: StatementEdge }>;

const graphs = new WeakMap<NarrativeGraph, StatementGraph>();

/**
 * Node key = actor id, edge key = statement id; edges in the order of the story. Built when first asked for: opening and
 * slicing a dossier need none of it. Not to be changed. Cost: linear, once.
 */
export function multigraphOf(narrative: NarrativeGraph): StatementGraph {
  const known = graphs.get(narrative);
  if (known) return known;
  const graph: StatementGraph = new MultiDirectedGraph({ allowSelfLoops: true });
  for (const actor of narrative.dossier.actors) graph.addNode(actor.id, { actor });
  for (const statement of narrative.statements)
    graph.addDirectedEdgeWithKey(statement.id, statement.source, statement.target, { statement });
  graphs.set(narrative, graph);
  return graph;
}
