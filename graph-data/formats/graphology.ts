/** Graphology's own serialization: `graph.import(JSON.parse(text))` on a `MultiDirectedGraph` reads it back. */
import { MultiDirectedGraph } from "graphology";
import { describeLens, describeSources } from "../display/words.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format } from "./format.ts";
import { placeOf, plainActor, plainStatement } from "./plain.ts";

export const graphology: Format = {
  id: "graphology",
  label: "Graphology JSON",
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  describe:
    "A directed multigraph: actors as nodes, statements as edges with their quotations. Read by Graphology, Gephi Lite.",
  units: ["statements"],
  write: (slice) => ({ content: JSON.stringify(exportGraph(slice)), omitted: [] }),
};

function exportGraph(slice: Slice) {
  const { narrative, lens } = slice;
  const graph = new MultiDirectedGraph({ allowSelfLoops: true });
  graph.replaceAttributes({
    dossier: narrative.dossier.id,
    title: narrative.dossier.title,
    lens: writeLens(lens, narrative),
    shows: describeLens(lens, narrative),
    sources: describeSources(narrative),
  });
  for (const actor of slice.actors) {
    const { id, ...attributes } = plainActor(actor);
    const place = placeOf(id, narrative);
    graph.addNode(id, place ? { ...attributes, x: place[0], y: place[1] } : attributes);
  }
  for (const statement of slice.statements) {
    const { id, source, target, ...attributes } = plainStatement(statement, narrative);
    graph.addDirectedEdgeWithKey(id, source, target, attributes);
  }
  return graph.export();
}
