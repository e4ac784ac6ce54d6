/** Graphology's own serialization: `graph.import(JSON.parse(text))` on a `MultiDirectedGraph` reads it back. */
import type { Format } from "./format.ts";
import { writeJson } from "./json-text.ts";
import { recordOfEdge, recordOfNode } from "./json-things.ts";
import { networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";

export const graphology: Format = {
  id: "graphology",
  label: "Graphology JSON",
  group: "networks",
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  describe:
    "A directed multigraph: actors as nodes, statements as edges with their quotations. Read by Graphology, Gephi Lite and Narrascope.",
  units: ["statements", "ties"],
  write(slice, { unit, positions } = {}) {
    // Data, not a picture: a dark screen gives the same graph.
    const { attributes, nodes, edges } = networkOf(slice, { unit, positions });
    const content = {
      options: { type: "directed", multi: true, allowSelfLoops: true },
      attributes,
      nodes: nodes.map((node) => ({ key: node.id, attributes: recordOfNode(node) })),
      edges: edges.map((edge) => ({
        key: edge.id,
        source: edge.source,
        target: edge.target,
        attributes: recordOfEdge(edge),
      })),
    };
    return { content: writeJson(content, 2), omitted: omittedOfNetwork(slice, unit) };
  },
};
