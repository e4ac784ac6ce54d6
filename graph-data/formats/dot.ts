/**
 * DOT, the language of Graphviz. Where every actor has a place, the picture is that of the explorer: `dot -Tsvg` takes the
 * engine that the file names. https://graphviz.org/doc/info/lang.html
 */
import { lineWidth } from "../display/elements.ts";
import {
  type Arrow,
  EVENT_FILL,
  type FamilyStyle,
  familyStyles,
  GROUND,
  INK,
  NODE_FILL,
  PLAIN_LINES,
} from "../display/styles.ts";
import { countWords } from "../display/words.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Theme } from "../lens/view.ts";
import type { Format } from "./format.ts";
import { type Network, type NetworkEdge, type NetworkNode, networkOf } from "./network.ts";
import { omittedOfPicture } from "./omitted.ts";
import { wrapWords } from "./wrap.ts";

export const dot: Format = {
  id: "dot",
  label: "Graphviz DOT",
  group: "pictures",
  extension: "gv",
  mediaType: "text/vnd.graphviz; charset=utf-8",
  describe:
    "Actors and ties, or single statements, with the labels, colours and places of the explorer. Drawn by Graphviz.",
  units: ["ties", "statements"],
  write(slice, { unit = "ties", theme = "light", positions } = {}) {
    const network = networkOf(slice, { unit, theme, positions });
    const styles = familyStyles(slice.narrative.codebook);
    const placed = network.nodes.length > 0 && network.nodes.every(({ position }) => position !== null);
    const lines = [
      "digraph {",
      ...headOf(network, theme, placed).map((line) => `  ${line}`),
      ...network.nodes.map((node) => `  ${writeNode(node, theme, placed)}`),
      ...network.edges.map((edge) => `  ${writeEdge(edge, styles.get(String(edge.attributes.family)))}`),
      "}",
    ];
    return { content: `${lines.join("\n")}\n`, omitted: omittedOfPicture(slice, unit) };
  },
};

/** Texts are escaped already. */
type Looks = Readonly<Record<string, string | number>>;

/** Lines led around names; more take Graphviz minutes, and are drawn straight. */
const MOST_ROUTED = 300;

function headOf({ attributes, edges }: Network, theme: Theme, placed: boolean): string[] {
  const { title, shows, sources } = attributes;
  const label = [title, shows, sources].map((text) => escapeLabel(String(text))).join("\\n");
  // Places are in points; Graphviz takes them for inches unless told.
  const layout: Looks = placed
    ? { layout: "neato", inputscale: 72, splines: edges.length <= MOST_ROUTED ? "true" : "line" }
    : { rankdir: "LR" };
  const font: Looks = { fontname: "sans-serif", fontcolor: INK[theme] };
  return [
    `graph ${list({ ...layout, ...font, label, labelloc: "t", bgcolor: GROUND[theme] })};`,
    `node ${list({ ...font, fontsize: 10, style: "filled", fillcolor: NODE_FILL[theme], color: INK[theme] })};`,
    `edge ${list({ ...font, fontsize: 8 })};`,
  ];
}

const SHAPES: Readonly<Record<ActorKind, string>> = {
  person: "ellipse",
  office: "square",
  agency: "hexagon",
  state: "box",
  bloc: "octagon",
  alliance: "pentagon",
  "armed-group": "triangle",
  population: "trapezium",
  media: "cds",
  expert: "diamond",
  event: "star",
  other: "parallelogram",
};

/** Characters of a line of a label. */
const LABEL_WIDTH = 20;
/** Points of Graphviz to an inch, in which it measures nodes. */
const INCH = 72;

function writeNode(
  { id, label, attributes, position, size }: NetworkNode,
  theme: Theme,
  placed: boolean,
): string {
  const kind = attributes.kind as ActorKind;
  const text = wrapWords(label, LABEL_WIDTH).map(escapeLabel).join("\\n");
  const fill: Looks = kind === "event" ? { fillcolor: EVENT_FILL[theme] } : {};
  const looks: Looks = { shape: SHAPES[kind], ...fill };
  if (!placed || !position) return `${quote(id)} ${list({ label: text, ...looks })};`;
  // As in the explorer: small shapes with their names beside them. The y axis points up here.
  const [width, pos] = [inches(size ?? 0), `${position[0]},${0 - position[1]}!`];
  return `${quote(id)} ${list({ label: "", xlabel: text, ...looks, pos, width, height: width, fixedsize: "true" })};`;
}

const ARROWS: Readonly<Record<Arrow, string>> = {
  triangle: "normal",
  tee: "tee",
  circle: "dot",
  vee: "vee",
  diamond: "diamond",
};

function writeEdge({ source, target, label, weight, colour }: NetworkEdge, style?: FamilyStyle): string {
  const look: Looks = {
    label: escapeLabel(weight === 1 ? label : `${label} (${weight})`),
    ...(colour === null ? {} : { color: colour, fontcolor: colour }),
    penwidth: lineWidth(weight),
    ...(style ? { arrowhead: ARROWS[style.arrow], style: PLAIN_LINES[style.line] } : {}),
    tooltip: escapeLabel(countWords(weight, "statement")),
  };
  return `${quote(source)} -> ${quote(target)} ${list(look)};`;
}

function inches(units: number): number {
  return Math.round((units / INCH) * 1000) / 1000;
}

function list(values: Looks): string {
  return `[${Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value === "number" ? value : `"${value}"`}`)
    .join(", ")}]`;
}

/** Ids hold neither quotation marks nor backslashes. */
function quote(id: string): string {
  return `"${id}"`;
}

/** Within quotation marks of a label, where backslashes and entities of HTML have a meaning. */
export function escapeLabel(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\n\u2028\u2029]/g, " ")
    .replace(CONTROLS, "\uFFFD")
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/&/g, "&amp;");
}

/** What SVG may not hold, and marks that would turn the text around them. */
const CONTROLS = /[\p{Cc}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;
