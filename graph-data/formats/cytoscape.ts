/**
 * Elements JSON with a style: `cytoscape(JSON.parse(text))` and `cy.json(…)` draw it; Cytoscape Desktop reads it as
 * `.cyjs`.
 */
import { cytoscapeStyle } from "./cytoscape-style.ts";
import type { Format } from "./format.ts";
import { writeJson } from "./json-text.ts";
import { recordOfEdge, recordOfNode } from "./json-things.ts";
import { networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";

export const cytoscape: Format = {
  id: "cytoscape",
  label: "Cytoscape JSON",
  group: "networks",
  extension: "cyjs",
  mediaType: "application/json; charset=utf-8",
  describe:
    "Elements with their positions and looks: actors as nodes, statements as edges. Read by Cytoscape.js, Cytoscape and Narrascope.",
  units: ["statements", "ties"],
  write(slice, options = {}) {
    const { attributes, nodes, edges } = networkOf(slice, options);
    const taken = new Set(nodes.map(({ id }) => id));
    const { title, ...rest } = attributes;
    const content = {
      format_version: "1.0",
      generated_by: "narrascope",
      target_cytoscapejs_version: "~3",
      data: { name: title, ...rest },
      elements: {
        nodes: nodes.map((node) => {
          const { x: _x, y: _y, ...record } = recordOfNode(node);
          const data = { id: node.id, ...record };
          return node.position ? { data, position: { x: node.position[0], y: node.position[1] } } : { data };
        }),
        // Nodes and edges share one space of ids there: a statement named like an actor gets another.
        edges: edges.map((edge) => ({
          data: {
            id: taken.has(edge.id) ? `~${edge.id}` : edge.id,
            statement: edge.id,
            source: edge.source,
            target: edge.target,
            ...recordOfEdge(edge),
          },
        })),
      },
      layout: { name: nodes.every(({ position }) => position) ? "preset" : "cose" },
      style: cytoscapeStyle(slice.narrative.codebook, options.theme ?? "light"),
    };
    return { content: writeJson(content, 3), omitted: omittedOfNetwork(slice, options.unit) };
  },
};
