/** Graphology's serialization: of Narrascope, Gephi Lite, and whatever calls `graph.export()`. */
import { attributeOf, isFields } from "./attributes.ts";
import { fieldsAt, idAt, openJson, recordsAt } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import { edgeOfRecord, nodeOfRecord } from "./json-things.ts";
import type { Attributes, Network, Value } from "./network.ts";
import type { Reader } from "./reader.ts";

export const graphologyReader: Reader = {
  id: "graphology",
  label: "Graphology JSON",
  extensions: ["json"],
  describe: "A graph as Graphology and Gephi Lite export it.",
  recognise(_name, head) {
    const keys = jsonKeys(head);
    if (keys.has("options.allowSelfLoops") || keys.has("options.multi")) return 1;
    return keys.has("nodes[].key") ? 0.9 : 0;
  },
  open: (sink, options) => openJson("graphology", readNetwork, sink, options),
};

function readNetwork(value: Value): Network {
  const outer = fieldsAt(value, "");
  // Gephi Lite keeps the graph beside its looks.
  const wrapped = attributeOf(outer, "graphDataset") ?? attributeOf(outer, "graph");
  const whole = isFields(wrapped) && Object.hasOwn(wrapped, "nodes") ? wrapped : outer;
  const options = attributeOf(whole, "options");
  const undirected = isFields(options) && options.type === "undirected";
  const edges = attributeOf(whole, "edges") ?? [];
  return {
    attributes: attributesAt(whole, ""),
    nodes: recordsAt(attributeOf(whole, "nodes"), "nodes").map((node, at) =>
      nodeOfRecord(idAt(attributeOf(node, "key"), `nodes[${at}].key`), attributesAt(node, `nodes[${at}].`)),
    ),
    edges: recordsAt(edges, "edges").map((edge, at) => readEdge(edge, `edges[${at}]`, undirected)),
  };
}

function readEdge(edge: Attributes, path: string, undirected: boolean) {
  const key = attributeOf(edge, "key");
  const ends = {
    id: key === undefined || key === null ? "" : idAt(key, `${path}.key`),
    source: idAt(attributeOf(edge, "source"), `${path}.source`),
    target: idAt(attributeOf(edge, "target"), `${path}.target`),
    directed: !undirected && attributeOf(edge, "undirected") !== true,
  };
  return edgeOfRecord(ends, attributesAt(edge, `${path}.`));
}

function attributesAt(record: Attributes, within: string): Attributes {
  const attributes = attributeOf(record, "attributes");
  return attributes === undefined ? {} : fieldsAt(attributes, `${within}attributes`);
}
