/** Elements JSON: `cytoscape(JSON.parse(text))` and `cy.json(…)` read it; Cytoscape Desktop reads it as `.cyjs`. */
import { describeLens, describeSources } from "../display/words.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import { selectStatement } from "../lens/view.ts";
import type { Format } from "./format.ts";
import { placeOf, plainActor, plainStatement } from "./plain.ts";

export const cytoscape: Format = {
  id: "cytoscape",
  label: "Cytoscape JSON",
  extension: "cyjs",
  mediaType: "application/json; charset=utf-8",
  describe:
    "Elements with their positions: actors as nodes, statements as edges. Read by Cytoscape.js and Cytoscape.",
  units: ["statements"],
  write: (slice) => ({ content: JSON.stringify(exportElements(slice)), omitted: [] }),
};

function exportElements({ narrative, lens, actors, statements }: Slice) {
  return {
    data: {
      name: narrative.dossier.title,
      dossier: narrative.dossier.id,
      lens: writeLens(lens, narrative),
      shows: describeLens(lens, narrative),
      sources: describeSources(narrative),
    },
    elements: {
      nodes: actors.map((actor) => {
        const place = placeOf(actor.id, narrative);
        const data = plainActor(actor);
        return place ? { data, position: { x: place[0], y: place[1] } } : { data };
      }),
      // Nodes and edges share one space of ids there: a statement named like an actor gets another.
      edges: statements.map((statement) => ({
        data: {
          ...plainStatement(statement, narrative),
          id: selectStatement(statement.id, narrative),
          statement: statement.id,
        },
      })),
    },
  };
}
