/**
 * GraphML as plain as it can be: texts and numbers alone, nothing nested, `label` and `weight` under the names that
 * programs for network analysis look for. What it leaves out it says.
 */
import { countWords } from "../display/words.ts";
import type { Slice } from "../lens/slice.ts";
import { BETWEEN } from "./cells.ts";
import { quotationsOf } from "./columns.ts";
import type { Format, Unit } from "./format.ts";
import { place, writeNetwork } from "./graphml.ts";
import { GRAPHML, type Key, writeKeys } from "./graphml-keys.ts";
import { describeLost, type Lost } from "./losses.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  networkOf,
  type Value,
} from "./network.ts";
import { describeReplaced, writeDouble, XmlWriter } from "./xml.ts";

export const graphmlPlain: Format = {
  id: "graphml-plain",
  label: "GraphML, plain",
  group: "networks",
  extension: "graphml",
  mediaType: "application/graphml+xml; charset=utf-8",
  describe: "Ties with their weights, texts and numbers alone. Read by visone, Gephi, yEd and igraph.",
  units: ["ties", "statements"],
  write: (slice, { unit = "ties", ...options } = {}) => {
    const network = networkOf(slice, { ...options, unit });
    const xml = writePlainGraphml(network, unit);
    return {
      content: xml.toString(),
      omitted: [...describeReplaced(xml.replaced), ...describeLoss(network, slice, unit)],
    };
  },
};

const NODE_KEYS: readonly Key<NetworkNode>[] = [
  { id: "n0", kind: "node", name: "label", type: "string", read: ({ label }) => label },
  { id: "n1", kind: "node", name: "kind", type: "string", read: plainText("kind") },
  { id: "n2", kind: "node", name: "aliases", type: "string", read: plainText("aliases") },
  { id: "n3", kind: "node", name: "partOf", type: "string", read: plainText("partOf") },
  { id: "n4", kind: "node", name: "description", type: "string", read: plainText("description") },
  { id: "n5", kind: "node", name: "x", type: "double", read: ({ position }) => place(position, 0) },
  { id: "n6", kind: "node", name: "y", type: "double", read: ({ position }) => place(position, 1) },
];

const EDGE_KEYS: readonly Key<NetworkEdge>[] = [
  { id: "e0", kind: "edge", name: "label", type: "string", read: ({ label }) => label },
  { id: "e1", kind: "edge", name: "weight", type: "double", read: ({ weight }) => writeDouble(weight) },
  { id: "e2", kind: "edge", name: "family", type: "string", read: plainText("family") },
  { id: "e3", kind: "edge", name: "sign", type: "integer", read: plainText("sign") },
  { id: "e4", kind: "edge", name: "start", type: "string", read: ({ spell }) => spell?.start },
  { id: "e5", kind: "edge", name: "end", type: "string", read: ({ spell }) => spell?.end },
  {
    id: "e6",
    kind: "edge",
    name: "quotation",
    type: "string",
    read: ({ attributes }) => quotationsOf(attributes) ?? writeFlat(attributes, "quotations"),
  },
];

const TIE_KEYS: readonly Key<NetworkEdge>[] = [
  { id: "t0", kind: "edge", name: "statements", type: "string", read: plainText("statements") },
];

const STATEMENT_KEYS: readonly Key<NetworkEdge>[] = (
  ["type", "voice", "modality", "about", "phase", "date", "grade", "reads", "note"] as const
).map((name, at) => ({ id: `s${at}`, kind: "edge", name, type: "string", read: plainText(name) }));

function writePlainGraphml(network: Network, unit: Unit): XmlWriter {
  const xml = new XmlWriter();
  const edgeKeys = [...EDGE_KEYS, ...(unit === "ties" ? TIE_KEYS : STATEMENT_KEYS)];
  xml.open("graphml", GRAPHML);
  writeKeys(xml, [...NODE_KEYS, ...edgeKeys]);
  xml.open("graph", { id: "narrascope", edgedefault: "directed" });
  writeNetwork(xml, network, NODE_KEYS, edgeKeys);
  xml.close();
  xml.close();
  return xml;
}

function plainText(name: string): (thing: { readonly attributes: Attributes }) => string | undefined {
  return ({ attributes }) => writeFlat(attributes, name);
}

/** A list as one text; nothing where there is nothing to say. */
function writeFlat(attributes: Attributes, name: string): string | undefined {
  const value: Value = Object.hasOwn(attributes, name) ? attributes[name]! : null;
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  return Array.isArray(value) ? value.map(String).join(BETWEEN) : String(value);
}

const LISTS: Readonly<Record<string, string>> = {
  documents: "document",
  phases: "phase",
  narratives: "narrative",
  families: "family of relations",
  relationTypes: "type of relation",
};

const OF_STATEMENTS: readonly Lost[] = [
  ...([
    "contexts",
    "dateBases",
    "narrativeLinks",
    "statementFields",
    "actorFields",
    "hiddenPositions",
  ] as const),
  ...(["story", "dossierFields"] as const),
];

const OF_TIES: readonly Lost[] = [
  ...([
    "furtherEvidence",
    "places",
    "voices",
    "modalities",
    "abouts",
    "phases",
    "credibilities",
    "notes",
  ] as const),
  ...OF_STATEMENTS,
];

/** What of the dossier is not in the file, list by list. */
function describeLoss({ attributes, edges }: Network, slice: Slice, unit: Unit): string[] {
  const frame = attributes[FRAME] as Attributes;
  const pieces = edges.flatMap(({ attributes: { evidence } }) => (Array.isArray(evidence) ? evidence : []));
  return [
    ...Object.entries(LISTS).flatMap(([list, word]) => {
      const entries = frame[list];
      return Array.isArray(entries) && entries.length > 0
        ? [countWords(entries.length, word, pluralOf(word))]
        : [];
    }),
    ...describeLost(slice, unit === "ties" ? OF_TIES : OF_STATEMENTS),
    ...(pieces.length > 0
      ? [`documents and places of ${countWords(pieces.length, "piece")} of evidence`]
      : []),
  ];
}

function pluralOf(word: string): string {
  return word.replace(/^family/, "families").replace(/^(document|phase|narrative|type)/, "$1s");
}
