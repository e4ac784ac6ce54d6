/**
 * CX2, the exchange format of Cytoscape and NDEx, version 2.0: aspects in one list, attributes declared with their types,
 * looks as mappings. https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)
 */
import { lineWidth } from "../display/elements.ts";
import { declare, writeCells } from "./cx2-columns.ts";
import { visualProperties } from "./cx2-style.ts";
import type { Format } from "./format.ts";
import { writeJson } from "./json-text.ts";
import { recordOfEdge, recordOfNode } from "./json-things.ts";
import { type Attributes, type Network, networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";

export const cx2: Format = {
  id: "cx2",
  label: "CX2",
  group: "networks",
  extension: "cx2",
  mediaType: "application/json; charset=utf-8",
  describe:
    "A network with its style, places and texts: actors as nodes, statements or ties as edges. Read by Cytoscape, NDEx and Narrascope.",
  units: ["statements", "ties"],
  write(slice, options = {}) {
    const network = networkOf(slice, options);
    const style = visualProperties(slice.narrative.codebook, options.theme ?? "light");
    return {
      content: writeJson(aspectsOf(network, style), 3),
      omitted: omittedOfNetwork(slice, options.unit),
    };
  },
};

/** Numbers are ids there: of nodes and of edges, each in their order from 0. */
function aspectsOf(network: Network, style: object): object[] {
  const { title, ...rest } = network.attributes;
  const whole: Attributes = { name: title!, ...rest };
  const nodes = network.nodes.map(nodeRecord);
  const edges = network.edges.map(edgeRecord);
  const columns = { networkAttributes: declare([whole]), nodes: declare(nodes), edges: declare(edges) };
  const numbers = new Map(network.nodes.map(({ id }, at) => [id, at]));
  const aspects: [name: string, elements: object[]][] = [
    ["attributeDeclarations", [columns]],
    ["networkAttributes", [writeCells(whole, columns.networkAttributes)]],
    [
      "nodes",
      network.nodes.map(({ position }, id) => ({
        id,
        ...(position ? { x: position[0], y: position[1] } : {}),
        v: writeCells(nodes[id]!, columns.nodes),
      })),
    ],
    [
      "edges",
      network.edges.map(({ source, target }, id) => ({
        id,
        s: numbers.get(source)!,
        t: numbers.get(target)!,
        v: writeCells(edges[id]!, columns.edges),
      })),
    ],
    ["visualProperties", [style]],
    ["visualEditorProperties", [{ properties: { nodeSizeLocked: true, arrowColorMatchesEdge: true } }]],
  ];
  return [
    { CXVersion: "2.0", hasFragments: false },
    { metaData: aspects.map(([name, elements]) => ({ name, elementCount: elements.length })) },
    ...aspects.map(([name, elements]) => ({ [name]: elements })),
    { status: [{ success: true }] },
  ];
}

function nodeRecord(node: Network["nodes"][number]): Attributes {
  const { label, x: _x, y: _y, ...record } = recordOfNode(node);
  return { actor: node.id, name: label!, ...record };
}

function edgeRecord(edge: Network["edges"][number]): Attributes {
  const { label, color: _colour, ...record } = recordOfEdge(edge);
  return { statement: edge.id, interaction: label!, width: lineWidth(edge.weight), ...record };
}
