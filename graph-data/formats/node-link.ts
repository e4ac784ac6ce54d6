/**
 * Node-link JSON, as D3 and NetworkX have it: nodes and links as flat records, the whole under `graph`. NetworkX:
 * `node_link_graph(json.load(file), edges="links")`; D3: `forceLink(links).id((node) => node.id)`.
 */
import type { Format } from "./format.ts";
import { writeJson } from "./json-text.ts";
import { recordOfEdge, recordOfNode } from "./json-things.ts";
import { networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";

export const nodeLink: Format = {
  id: "node-link",
  label: "Node-link JSON",
  group: "networks",
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  describe:
    "Actors as nodes, statements or ties as links, each a flat record; with the texts they rest on. Read by D3, NetworkX and Narrascope.",
  units: ["statements", "ties"],
  write(slice, { unit, positions } = {}) {
    // Data, not a picture: a dark screen gives the same graph.
    const { attributes, nodes, edges } = networkOf(slice, { unit, positions });
    const content = {
      directed: true,
      multigraph: true,
      graph: attributes,
      nodes: nodes.map((node) => ({ id: node.id, ...recordOfNode(node) })),
      links: edges.map((edge) => ({
        source: edge.source,
        target: edge.target,
        key: edge.id,
        ...recordOfEdge(edge),
      })),
    };
    return { content: writeJson(content, 2), omitted: omittedOfNetwork(slice, unit) };
  },
};
