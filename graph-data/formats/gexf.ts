/**
 * GEXF 1.3 (https://gexf.net/schema.html): actors as nodes with colour, size and place; statements or ties as edges with
 * their dates. What else makes a dossier (documents, phases, codebook) is in an instruction that other programs pass over.
 */
import { lineWidth } from "../display/elements.ts";
import { countWords } from "../display/words.ts";
import { type Column, type ColumnType, columnsOf, edgeColumns } from "./columns.ts";
import type { Format } from "./format.ts";
import { FRAME, type Network, type NetworkEdge, type NetworkNode, networkOf } from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";
import { describeReplaced, writeDouble, type XmlAttributes, XmlWriter } from "./xml.ts";

export const gexf: Format = {
  id: "gexf",
  label: "GEXF",
  group: "networks",
  extension: "gexf",
  mediaType: "application/gexf+xml; charset=utf-8",
  describe:
    "A network with places, colours, dates and quotations, that can be played through time. Read by Gephi, NetworkX and Narrascope.",
  units: ["statements", "ties"],
  write: (slice, options) => {
    const network = networkOf(slice, options);
    const undrawn = network.edges.filter(({ spell }) => spell && !hasWritableDates(spell)).length;
    const xml = writeGexf(network);
    return {
      content: xml.toString(),
      omitted: [
        ...describeReplaced(xml.replaced),
        ...(undrawn > 0 ? [`${countWords(undrawn, "date")} outside the years that GEXF has, as spells`] : []),
        ...omittedOfNetwork(slice, options?.unit),
      ],
    };
  },
};

/** Each type of column as GEXF names it. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "integer",
  double: "double",
  boolean: "boolean",
  list: "liststring",
};

function writeGexf(network: Network): XmlWriter {
  const xml = new XmlWriter();
  const nodeColumns = columnsOf(network.nodes.map(({ attributes }) => attributes));
  const lineColumns = edgeColumns(network);
  xml.open("gexf", {
    xmlns: "http://gexf.net/1.3",
    "xmlns:viz": "http://gexf.net/1.3/viz",
    version: "1.3",
  });
  writeMeta(xml, network);
  xml.open("graph", { defaultedgetype: "directed", idtype: "string", ...describeTime(network) });
  declareColumns(xml, "node", nodeColumns);
  declareColumns(xml, "edge", lineColumns);
  xml.open("nodes", { count: network.nodes.length });
  for (const node of network.nodes) writeNode(xml, node, nodeColumns);
  xml.close();
  xml.open("edges", { count: network.edges.length });
  for (const edge of network.edges) writeEdge(xml, edge, lineColumns);
  xml.close();
  xml.close();
  xml.instruction(FRAME, network.attributes);
  xml.close();
  return xml;
}

function writeMeta(xml: XmlWriter, { attributes: { title, shows, sources } }: Network): void {
  xml.open("meta");
  xml.element("creator", {}, "Narrascope");
  xml.element("description", {}, [title, shows, sources].filter(Boolean).join("\n"));
  xml.close();
}

/** Time stands still unless something is dated; edges without a date are always there. */
function describeTime({ edges }: Network): XmlAttributes {
  const dated = edges.some(({ spell }) => spell && hasWritableDates(spell));
  return dated ? { mode: "dynamic", timeformat: "date", timerepresentation: "interval" } : { mode: "static" };
}

function declareColumns(xml: XmlWriter, kind: "node" | "edge", columns: readonly Column[]): void {
  if (columns.length === 0) return;
  xml.open("attributes", { class: kind });
  for (const { key, title, type } of columns) xml.element("attribute", { id: key, title, type: TYPES[type] });
  xml.close();
}

function writeNode(
  xml: XmlWriter,
  { id, label, attributes, position, size, colour }: NetworkNode,
  columns: readonly Column[],
) {
  xml.open("node", { id, label });
  writeValues(xml, attributes, columns);
  if (colour) xml.element("viz:color", channelsOf(colour));
  // Its y axis points up.
  if (position) xml.element("viz:position", { x: writeDouble(position[0]), y: writeDouble(-position[1]) });
  if (size !== null) xml.element("viz:size", { value: size });
  xml.close();
}

function writeEdge(xml: XmlWriter, edge: NetworkEdge, columns: readonly Column[]): void {
  const { id, source, target, label, weight, spell, colour, directed, attributes } = edge;
  const times = spell && hasWritableDates(spell) ? { start: spell.start, end: spell.end } : {};
  const type = directed ? undefined : "undirected";
  xml.open("edge", { id, source, target, type, label, weight, ...times });
  writeValues(xml, attributes, columns);
  if (colour) xml.element("viz:color", channelsOf(colour));
  xml.element("viz:thickness", { value: lineWidth(weight) });
  xml.close();
}

function writeValues(xml: XmlWriter, attributes: Network["attributes"], columns: readonly Column[]): void {
  const values = columns.flatMap((column) => {
    const value = column.read(attributes);
    return value === undefined ? [] : [{ for: column.key, value }];
  });
  if (values.length === 0) return;
  xml.open("attvalues");
  for (const value of values) xml.element("attvalue", value);
  xml.close();
}

/** Years have four digits, and there is no year 0 in XML Schema's dates. */
function hasWritableDates({ start, end }: NonNullable<NetworkEdge["spell"]>): boolean {
  return [start, end].every((date) => date === undefined || /^-?(?!0000)\d{4}-\d\d-\d\d$/.test(date));
}

/** `#rrggbb` as the three numbers that GEXF has had in all its versions. */
function channelsOf(colour: string): XmlAttributes {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return { r, g, b };
}
