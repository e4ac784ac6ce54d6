/**
 * GraphML (http://graphml.graphdrawing.org/specification.html) with everything that makes a dossier: each attribute a
 * declared key; lists and nested values as JSON under keys that say so; documents, phases and codebook as data of the
 * graph.
 */
import { type Column, columnsOf, edgeColumns, JSON_KEY } from "./columns.ts";
import type { Format } from "./format.ts";
import { GRAPHML, type Key, writeData, writeKeys } from "./graphml-keys.ts";
import { type Network, type NetworkEdge, type NetworkNode, networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";
import { describeReplaced, writeDouble, XmlWriter } from "./xml.ts";

export const graphml: Format = {
  id: "graphml",
  label: "GraphML",
  group: "networks",
  extension: "graphml",
  mediaType: "application/graphml+xml; charset=utf-8",
  describe:
    "A network with every attribute, quotation and document in it. Read by NetworkX, igraph, Cytoscape and Narrascope.",
  units: ["statements", "ties"],
  write: (slice, options) => {
    const xml = writeGraphml(networkOf(slice, options));
    return {
      content: xml.toString(),
      omitted: [...describeReplaced(xml.replaced), ...omittedOfNetwork(slice, options?.unit)],
    };
  },
};

const NODE_KEYS: readonly Key<NetworkNode>[] = [
  { id: "node:viz:label", kind: "node", name: "label", type: "string", read: ({ label }) => label },
  { id: "node:viz:x", kind: "node", name: "x", type: "double", read: ({ position }) => place(position, 0) },
  { id: "node:viz:y", kind: "node", name: "y", type: "double", read: ({ position }) => place(position, 1) },
  {
    id: "node:viz:size",
    kind: "node",
    name: "size",
    type: "double",
    read: ({ size }) => (size === null ? undefined : writeDouble(size)),
  },
];

const EDGE_KEYS: readonly Key<NetworkEdge>[] = [
  { id: "edge:viz:label", kind: "edge", name: "label", type: "string", read: ({ label }) => label },
  {
    id: "edge:viz:weight",
    kind: "edge",
    name: "weight",
    type: "double",
    read: ({ weight }) => writeDouble(weight),
  },
  {
    id: "edge:viz:colour",
    kind: "edge",
    name: "colour",
    type: "string",
    read: ({ colour }) => colour ?? undefined,
  },
  { id: "edge:viz:start", kind: "edge", name: "start", type: "string", read: ({ spell }) => spell?.start },
  { id: "edge:viz:end", kind: "edge", name: "end", type: "string", read: ({ spell }) => spell?.end },
];

function writeGraphml(network: Network): XmlWriter {
  const xml = new XmlWriter();
  const graphKeys = columnsOf([network.attributes]).map((column) => keyOf<Network>("graph", column));
  const nodeColumns = columnsOf(network.nodes.map(({ attributes }) => attributes));
  const nodeKeys = [...NODE_KEYS, ...nodeColumns.map((column) => keyOf<NetworkNode>("node", column))];
  const edgeKeys = [
    ...EDGE_KEYS,
    ...edgeColumns(network).map((column) => keyOf<NetworkEdge>("edge", column)),
  ];
  xml.open("graphml", GRAPHML);
  writeKeys(xml, [...graphKeys, ...nodeKeys, ...edgeKeys]);
  xml.open("graph", { id: "narrascope", edgedefault: "directed" });
  writeData(xml, network, graphKeys);
  writeNetwork(xml, network, nodeKeys, edgeKeys);
  xml.close();
  xml.close();
  return xml;
}

/** Nodes and edges with the keys given. */
export function writeNetwork(
  xml: XmlWriter,
  { nodes, edges }: Network,
  nodeKeys: readonly Key<NetworkNode>[],
  edgeKeys: readonly Key<NetworkEdge>[],
): void {
  for (const node of nodes) {
    xml.open("node", { id: node.id });
    writeData(xml, node, nodeKeys);
    xml.close();
  }
  for (const edge of edges) {
    const { id, source, target, directed } = edge;
    xml.open("edge", { id, source, target, directed: directed ? undefined : "false" });
    writeData(xml, edge, edgeKeys);
    xml.close();
  }
}

/** GraphML has no lists: they are JSON like all that is nested. */
function keyOf<T extends { readonly attributes: Network["attributes"] }>(
  kind: Key<T>["kind"],
  { key, title, type, read }: Column,
): Key<T> {
  const list = type === "list";
  return {
    id: `${kind}:${list ? JSON_KEY : ""}${key}`,
    kind,
    name: title,
    type: list ? "string" : type,
    read: ({ attributes }) => read(attributes),
  };
}

/** One coordinate in graph units; the y axis points down, as in yEd and visone. */
export function place(position: NetworkNode["position"], axis: 0 | 1): string | undefined {
  return position === null ? undefined : writeDouble(position[axis]);
}
