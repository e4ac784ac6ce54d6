/**
 * One small network for each stop of an axis, all actors in the same places: what changes is seen because everything
 * else stands still. As an SVG that stands alone. Same input, same bytes.
 */
import type { StatementEdge } from "../graph/build.ts";
import type { Slice } from "../lens/slice.ts";
import {
  displaySlice,
  type Elements,
  type LineElement,
  type NodeElement,
  type Positions,
  sortBySize,
} from "./elements.ts";
import { traceLines } from "./geometry.ts";
import { drawShape, drawStroke } from "./picture-network.ts";
import { assembleSheet } from "./picture-sheet.ts";
import { estimateWidth, wrapText } from "./picture-text.ts";
import { tag, textTag, writeNumber } from "./picture-xml.ts";
import { FAINT_INK, familyStyles, GROUND, INK, NODE_FILL } from "./styles.ts";
import { countWords } from "./words.ts";

export interface Cell {
  /** "3 ISIS-K conceded". */
  readonly title: string;
  /** Statements at this stop, be they drawn or not. */
  readonly said: number;
  /** Those that are drawn, in the order of the story; of the slice. */
  readonly statements: readonly StatementEdge[];
}

const GRID = {
  width: 720,
  columns: 3,
  gap: 18,
  title: 36,
  fontSize: 10.5,
  lineHeight: 13,
  names: 4,
} as const;

/** Smallest node and line, however small the network is drawn. */
const LEAST = { node: 5, line: 1 } as const;

/** Lines are drawn so much larger and shown smaller again: heads have a least size, which would be too large here. */
const LENS = 1.9;

/** Cost: linear in actors, and in the statements of the cells. `words` are for those who do not see it. */
export function drawSmallMultiples(
  slice: Slice,
  cells: readonly Cell[],
  positions: Positions,
  words: { readonly title: string; readonly text: string },
): string {
  const whole = displaySlice(slice, { positions });
  const frame = fitFrame(whole.nodes);
  const drawn = cells.map((cell) => drawCell(slice, cell, positions, whole, frame));
  const height = GRID.title + frame.height;
  const rows = Math.ceil(cells.length / GRID.columns);
  const marks = drawn.map((content, at) => {
    const x = (at % GRID.columns) * (frame.width + GRID.gap);
    const y = Math.floor(at / GRID.columns) * (height + GRID.gap);
    return tag("g", { transform: `translate(${writeNumber(x)} ${writeNumber(y)})` }, content);
  });
  const block = { marks: marks.join(""), height: rows * (height + GRID.gap) - GRID.gap };
  return assembleSheet([block], GRID.width, { theme: "light", paper: true }, words);
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The room of one cell's network, and how the middles of the nodes are brought into it. */
function fitFrame(nodes: readonly NodeElement[]): Frame {
  const width = (GRID.width - GRID.gap * (GRID.columns - 1)) / GRID.columns;
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, top] = [Math.min(0, ...xs), Math.min(0, ...ys)];
  const across = Math.max(1, Math.max(0, ...xs) - left);
  const down = Math.max(1, Math.max(0, ...ys) - top);
  const margin = 14;
  const scale = Math.min(1, (width - 2 * margin) / across);
  const height = Math.min(1.2 * width, down * scale + 2 * margin);
  const fitted = Math.min(scale, (height - 2 * margin) / down);
  const inner = across * fitted;
  return {
    width,
    height,
    scale: fitted,
    left: left - (width - inner) / 2 / fitted,
    top: top - margin / fitted,
  };
}

function drawCell(
  slice: Slice,
  { title, said, statements }: Cell,
  positions: Positions,
  whole: Elements,
  frame: Frame,
): string {
  const touched = new Set(statements.flatMap(({ source, target }) => [source, target]));
  const actors = slice.actors.filter(({ id }) => touched.has(id));
  const here = displaySlice({ ...slice, statements, actors }, { positions });
  const nodes = here.nodes.map((node) => shrinkNode(node, frame));
  const others = whole.nodes.filter(({ id }) => !touched.has(id)).map((node) => shrinkNode(node, frame));
  const marks = [
    ...others.map(({ x, y }) => tag("circle", { cx: x, cy: y, r: 1.4, fill: "#c9c7c1" })),
    drawLines(nodes, here.lines, slice, frame),
    ...nodes.map((node) =>
      drawShape(node, { fill: NODE_FILL.light, stroke: INK.light, "stroke-width": 0.9 }),
    ),
    ...drawNames(nodes, frame),
  ];
  const border = tag("rect", { width: frame.width, height: frame.height, fill: "none", stroke: "#d6d3cb" });
  const place = `translate(0 ${GRID.title})`;
  return drawTitle(title, said, frame.width) + tag("g", { transform: place }, border + marks.join(""));
}

function drawLines(
  nodes: readonly NodeElement[],
  lines: readonly LineElement[],
  { narrative }: Slice,
  frame: Frame,
): string {
  const styles = familyStyles(narrative.codebook);
  const enlarged = nodes.map((node) => ({
    ...node,
    x: node.x * LENS,
    y: node.y * LENS,
    size: node.size * LENS,
  }));
  const drawn = lines.map((line) => enlargeLine(line, frame));
  const curves = traceLines(enlarged, drawn);
  const strokes = drawn.map(({ id, family, width }) => {
    const [curve, style] = [curves.get(id), styles.get(family)];
    return curve && style ? drawStroke(curve, style, width, style.colour.light) : "";
  });
  return tag("g", { fill: "none", transform: `scale(${writeNumber(1 / LENS)})` }, strokes.join(""));
}

/** Stands on the cell. */
function drawTitle(title: string, count: number, width: number): string {
  const { fontSize, lineHeight } = GRID;
  const lines = wrapText(title, width, fontSize * 1.06, 2);
  const base = GRID.title - 7;
  const line = (text: string, fromLast: number, paint: Readonly<Record<string, string | number>>) =>
    textTag("text", { y: base - fromLast * lineHeight, "font-size": fontSize, ...paint }, text);
  return (
    lines
      .map((words, at) => line(words, lines.length - at, { "font-weight": 600, fill: INK.light }))
      .join("") + line(countWords(count, "statement"), 0, { fill: FAINT_INK.light })
  );
}

function shrinkNode(node: NodeElement, { scale, left, top }: Frame): NodeElement {
  return {
    ...node,
    x: (node.x - left) * scale,
    y: (node.y - top) * scale,
    size: Math.max(LEAST.node, node.size * scale),
  };
}

function enlargeLine(line: LineElement, { scale }: Frame): LineElement {
  const width = Math.max(LEAST.line, line.width * scale * 1.6) * LENS;
  return { ...line, width, bend: line.bend * scale * LENS };
}

/** Names of those that most statements touch, where they lie over no other name. */
function drawNames(nodes: readonly NodeElement[], frame: Frame): string[] {
  const { fontSize } = GRID;
  const taken: { left: number; right: number; y: number }[] = [];
  return sortBySize(nodes)
    .slice(0, GRID.names)
    .flatMap((node) => {
      const [name = ""] = wrapText(node.label, 110, fontSize, 1);
      const half = estimateWidth(name, fontSize) / 2;
      const x = Math.min(frame.width - half - 2, Math.max(half + 2, node.x));
      const below = node.y + node.size / 2 + fontSize;
      const y = below > frame.height - 2 ? node.y - node.size / 2 - 3 : below;
      const box = { left: x - half, right: x + half, y };
      const collides = taken.some(
        (other) =>
          box.left < other.right && box.right > other.left && Math.abs(box.y - other.y) < fontSize + 1,
      );
      if (collides) return [];
      taken.push(box);
      return textTag(
        "text",
        {
          ...{ x, y, "text-anchor": "middle", "font-size": fontSize, fill: INK.light },
          ...{
            stroke: GROUND.light,
            "stroke-width": 2.6,
            "stroke-linejoin": "round",
            "paint-order": "stroke",
          },
        },
        name,
      );
    });
}
