/**
 * Node-link JSON: of Narrascope, NetworkX (`links` or `edges`, with `directed`, `multigraph` and `graph`), D3 (also
 * where links name nodes by their number), and of Gephi for sigma.js, which puts attributes into an object of their own.
 */
import { attributeOf, isFields } from "./attributes.ts";
import { fieldsAt, idAt, openJson, recordsAt } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import { edgeOfRecord, nodeOfRecord } from "./json-things.ts";
import type { Attributes, Network, Value } from "./network.ts";
import type { Notes } from "./notes.ts";
import type { Reader } from "./reader.ts";

export const nodeLinkReader: Reader = {
  id: "node-link",
  label: "Node-link JSON",
  extensions: ["json"],
  describe: "Nodes and links as D3, NetworkX and Gephi's export for sigma.js write them.",
  recognise(_name, head) {
    const keys = jsonKeys(head);
    if (keys.has("directed") && keys.has("multigraph")) return 1;
    if (!keys.has("nodes") || keys.has("nodes[].key") || keys.has("nodes[].data")) return 0;
    return keys.has("links") || keys.has("nodes[].id") ? 0.8 : 0.2;
  },
  open: (sink, options) => openJson("node-link", readNetwork, sink, options),
};

const NODE_WORDS: ReadonlySet<string> = new Set(["id"]);
const EDGE_WORDS: ReadonlySet<string> = new Set(["id", "key", "source", "target"]);

function readNetwork(value: Value, notes: Notes): Network {
  const whole = fieldsAt(value, "");
  const directed = attributeOf(whole, "directed");
  const list = Object.hasOwn(whole, "links") ? "links" : "edges";
  const nodes = recordsAt(attributeOf(whole, "nodes"), "nodes").map(flatten);
  const edges = recordsAt(attributeOf(whole, list), list).map(flatten);
  if (typeof directed !== "boolean" && edges.length > 0)
    notes.add("guessed", "a file that does not say whether its links have a direction, read as if they had");
  const numbered = nodes.every((node) => !Object.hasOwn(node, "id"));
  const graph = attributeOf(whole, "graph");
  return {
    attributes: isFields(graph) ? graph : {},
    nodes: nodes.map((node, at) => {
      const id = numbered ? String(at) : idAt(attributeOf(node, "id"), `nodes[${at}].id`);
      return nodeOfRecord(id, node, NODE_WORDS);
    }),
    edges: edges.map((edge, at) => readEdge(edge, `${list}[${at}]`, directed !== false)),
  };
}

/** NetworkX counts parallel edges with `key` from 0; only Narrascope's are names. */
function readEdge(edge: Attributes, path: string, directed: boolean) {
  const id = attributeOf(edge, "id");
  const key = attributeOf(edge, "key");
  const ends = {
    id: id === undefined || id === null ? (typeof key === "string" ? key : "") : idAt(id, `${path}.id`),
    source: endAt(attributeOf(edge, "source"), `${path}.source`),
    target: endAt(attributeOf(edge, "target"), `${path}.target`),
    directed,
  };
  return edgeOfRecord(ends, edge, EDGE_WORDS);
}

/** D3 puts the nodes themselves in the place of their ids once it has laid them out. */
function endAt(value: Value | undefined, path: string): string {
  return isFields(value) ? idAt(attributeOf(value, "id"), `${path}.id`) : idAt(value, path);
}

function flatten(record: Attributes): Attributes {
  const nested = attributeOf(record, "attributes");
  if (!isFields(nested)) return record;
  const { attributes: _nested, ...rest } = record;
  return { ...nested, ...rest };
}
