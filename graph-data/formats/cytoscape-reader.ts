/** Elements of Cytoscape.js, grouped or as one list, and the `.cyjs` of Cytoscape Desktop. */
import { attributeOf, type Fields, isFields, textOf } from "./attributes.ts";
import { fieldsAt, idAt, openJson, positionOf, recordsAt } from "./json-file.ts";
import { jsonKeys } from "./json-keys.ts";
import { edgeOfRecord, nodeOfRecord } from "./json-things.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  type Value,
} from "./network.ts";
import type { Reader } from "./reader.ts";

export const cytoscapeReader: Reader = {
  id: "cytoscape",
  label: "Cytoscape JSON",
  extensions: ["cyjs", "json"],
  describe: "Elements as Cytoscape.js and Cytoscape write them, with their positions.",
  recognise(name, head) {
    const keys = jsonKeys(head);
    if (keys.has("elements") || keys.has("target_cytoscapejs_version")) return 1;
    if (keys.has("nodes[].data") || keys.has("[].data")) return 0.9;
    return keys.size > 0 && name.toLowerCase().endsWith(".cyjs") ? 0.7 : 0;
  },
  open: (sink, options) => openJson("cytoscape", readNetwork, sink, options),
};

interface Element {
  readonly fields: Attributes;
  readonly data: Attributes;
  readonly path: string;
}

function readNetwork(value: Value): Network {
  const whole = Array.isArray(value) ? {} : fieldsAt(value, "");
  const data = attributeOf(whole, "data");
  const attributes: Fields = isFields(data) ? data : {};
  const { nodes, edges } = listElements(value, whole);
  const own = Object.hasOwn(attributes, FRAME);
  return { attributes, nodes: nodes.map(readNode), edges: edges.map((edge) => readEdge(edge, own)) };
}

/** Cytoscape.js takes elements as one list, too; an edge is what has a source. */
function listElements(value: Value, whole: Attributes): { nodes: Element[]; edges: Element[] } {
  const elements = Array.isArray(value) ? value : attributeOf(whole, "elements");
  const within = Array.isArray(value) ? "" : "elements";
  if (Array.isArray(elements)) {
    const list = elementsAt(elements, within);
    const isEdge = ({ fields, data }: Element) =>
      attributeOf(fields, "group") === "edges" || attributeOf(data, "source") !== undefined;
    return { nodes: list.filter((element) => !isEdge(element)), edges: list.filter(isEdge) };
  }
  const grouped =
    elements === undefined && Object.hasOwn(whole, "nodes") ? whole : fieldsAt(elements, "elements");
  const path = grouped === whole ? "" : "elements.";
  return {
    nodes: elementsAt(attributeOf(grouped, "nodes") ?? [], `${path}nodes`),
    edges: elementsAt(attributeOf(grouped, "edges") ?? [], `${path}edges`),
  };
}

function elementsAt(list: Value, path: string): Element[] {
  return recordsAt(list, path).map((fields, at) => ({
    fields,
    data: fieldsAt(attributeOf(fields, "data"), `${path}[${at}].data`),
    path: `${path}[${at}]`,
  }));
}

/** What Cytoscape Desktop adds for itself. */
const NODE_WORDS: ReadonlySet<string> = new Set(["id", "SUID", "selected", "parent"]);
const EDGE_WORDS: ReadonlySet<string> = new Set(["id", "statement", "source", "target", "SUID", "selected"]);

function readNode({ fields, data, path }: Element): NetworkNode {
  const position = attributeOf(fields, "position");
  const parent = textOf(data, "parent");
  const node = nodeOfRecord(idAt(attributeOf(data, "id"), `${path}.data.id`), data, NODE_WORDS);
  return {
    ...node,
    label: node.label || (textOf(data, "shared_name") ?? ""),
    attributes: parent === undefined ? node.attributes : { partOf: [parent], ...node.attributes },
    position: isFields(position) ? positionOf(attributeOf(position, "x"), attributeOf(position, "y")) : null,
  };
}

function readEdge({ data, path }: Element, own: boolean): NetworkEdge {
  const id = own ? textOf(data, "statement") : undefined;
  const given = attributeOf(data, "id");
  const ends = {
    id: id ?? (given === undefined || given === null ? "" : idAt(given, `${path}.data.id`)),
    source: idAt(attributeOf(data, "source"), `${path}.data.source`),
    target: idAt(attributeOf(data, "target"), `${path}.data.target`),
    directed: true,
  };
  return edgeOfRecord(ends, data, EDGE_WORDS);
}
