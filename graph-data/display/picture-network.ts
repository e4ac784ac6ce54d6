/** The network of a picture: lines with their heads and marks, nodes, labels – in this order, so that words win. */
import type { Theme } from "../lens/view.ts";
import type { ShiftKind } from "../shift/compare.ts";
import type { Elements, LineElement, NodeElement } from "./elements.ts";
import {
  LABEL,
  middleOf,
  outlineOf,
  type Point,
  placeLabel,
  type Quadratic,
  shiftMarkOf,
  traceLines,
} from "./geometry.ts";
import { arrowScale, arrowSize, dashPattern, drawHead, leaveRoom, strokeWidth } from "./picture-arrows.ts";
import type { PlacedName } from "./picture-names.ts";
import { tag, textTag, writeNumber, writePoints } from "./picture-xml.ts";
import { chooseStroke, GHOST, GLOW, SHIFT_MARKS, UNDERGHOST } from "./strokes.ts";
import { ACCENT, EVENT_FILL, FAINT_INK, type FamilyStyle, GROUND, INK, NODE_FILL } from "./styles.ts";
import { countWords } from "./words.ts";

export interface NetworkLooks {
  readonly theme: Theme;
  readonly styles: ReadonlyMap<string, FamilyStyle>;
  /** Ids of the nodes and lines that are picked out. */
  readonly selected: ReadonlySet<string>;
  readonly familyLabel: (id: string) => string;
  /** Names in place of the labels of all nodes, so many times as large. */
  readonly names?: { readonly scale: number; readonly placed: readonly PlacedName[] };
}

export const NODE_BORDER = 1.4;
const HALO = 3.2;

export function drawNetwork({ nodes, lines }: Elements, looks: NetworkLooks): string {
  const curves = traceLines(nodes, lines);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const drawn = lines.flatMap((line) => {
    const [curve, style] = [curves.get(line.id), looks.styles.get(line.family)];
    return curve && style ? [{ line, curve, style }] : [];
  });
  return [
    ...drawn.map(({ line, curve, style }) => drawLine(line, curve, style, labels, looks)),
    ...drawn.map(({ line, curve, style }) =>
      line.quoted ? drawQuotationMark(middleOf(curve), style.colour[looks.theme], looks.theme) : "",
    ),
    ...drawn.map(({ line, curve }) =>
      line.shift && line.shift !== "kept" ? drawShiftMark(shiftMarkOf(curve), line.shift, looks.theme) : "",
    ),
    ...nodes.map((node) => drawNode(node, looks)),
    ...(looks.names
      ? looks.names.placed.map((name) => drawName(name, looks.names!.scale, looks.theme))
      : nodes.map((node) => drawLabel(node, looks))),
  ].join("");
}

function drawLine(
  line: LineElement,
  curve: readonly Quadratic[],
  style: FamilyStyle,
  labels: ReadonlyMap<string, string>,
  { theme, selected, familyLabel }: NetworkLooks,
): string {
  const stroke = chooseStroke(line, style, theme);
  const [source, target] = [labels.get(line.source) ?? "", labels.get(line.target) ?? ""];
  const count = countWords(line.statements.length, "statement");
  const halo = (colour: string, width: number, opacity: number) =>
    tag("path", { d: writePath(curve), stroke: colour, "stroke-width": line.width + width, opacity });
  const chosen = selected.has(line.id) ? halo(ACCENT[theme], 7, 0.3) : "";
  const glow = stroke.glows ? halo(stroke.colour, GLOW.width, GLOW.opacity) : "";
  const ghost = stroke.haunted
    ? tag("path", {
        d: writePath(curve),
        stroke: GHOST[theme],
        "stroke-width": stroke.width + UNDERGHOST.width,
        "stroke-dasharray": UNDERGHOST.dashes.join(" "),
      })
    : "";
  const title = textTag("title", {}, `${source} → ${target}: ${familyLabel(line.family)}, ${count}`);
  const strokes = drawStroke(curve, stroke.style, stroke.width, stroke.colour);
  return tag("g", { fill: "none" }, title + chosen + glow + ghost + strokes);
}

/** A stroke with its dashes and head; the legend's samples are drawn by the same hand. */
export function drawStroke(
  curve: readonly Quadratic[],
  style: FamilyStyle,
  width: number,
  colour: string,
): string {
  const [stroke, scale] = [strokeWidth(style.line, width), arrowScale(style)];
  const dashes = dashPattern(style.line, stroke).join(" ");
  const path = tag("path", {
    d: writePath(leaveRoom(curve, style.arrow, stroke, scale)),
    stroke: colour,
    "stroke-width": stroke,
    "stroke-dasharray": dashes === "" ? undefined : dashes,
  });
  const head = drawHead(curve, style.arrow, arrowSize(stroke, scale));
  if (head.kind === "polygon")
    return path + tag("polygon", { points: writePoints(head.points), fill: colour });
  const [cx, cy] = head.centre;
  return path + tag("circle", { cx, cy, r: head.radius, fill: colour });
}

function writePath(curve: readonly Quadratic[]): string {
  const at = ([x, y]: Point) => `${writeNumber(x)} ${writeNumber(y)}`;
  return curve.map(([a, c, b], n) => `${n === 0 ? `M${at(a)}` : ""}Q${at(c)} ${at(b)}`).join("");
}

/** Half of the mark ❝, its ball around (0, 1.4): drawn, because not every font has it. */
export const COMMA = "M1.9 -3.9C-.6 -3 -2 -1.1 -2 1.3A2 2 0 1 0 .3 -.7C.5 -1.7 1.3 -2.6 2.4 -3.2Z";

/** The quotation mark of statements in an actor's own voice, on a disc of the ground that interrupts the line. */
export function drawQuotationMark([x, y]: Point, colour: string, theme: Theme): string {
  const half = (dx: number) => tag("path", { d: COMMA, transform: `translate(${writeNumber(dx)} 0)` });
  return tag(
    "g",
    { transform: `translate(${writeNumber(x)} ${writeNumber(y)})`, fill: colour },
    tag("circle", { r: 7.4, fill: GROUND[theme] }) + half(-2.8) + half(2.6),
  );
}

/** What became of a tie, on a disc of the ground; the legend's samples are drawn by the same hand. */
export function drawShiftMark([x, y]: Point, kind: ShiftKind, theme: Theme): string {
  return tag(
    "g",
    { transform: `translate(${writeNumber(x)} ${writeNumber(y)})`, fill: "none", "stroke-linecap": "round" },
    tag("circle", { r: 7, fill: GROUND[theme], stroke: FAINT_INK[theme], "stroke-width": 0.8 }) +
      tag("path", { d: SHIFT_MARKS[kind], stroke: INK[theme], "stroke-width": 1.8 }),
  );
}

function drawNode(node: NodeElement, { theme, selected }: NetworkLooks): string {
  const shape = drawShape(node, {
    fill: (node.kind === "event" ? EVENT_FILL : NODE_FILL)[theme],
    stroke: INK[theme],
    "stroke-width": NODE_BORDER,
  });
  const ring = selected.has(node.id)
    ? drawShape({ ...node, size: node.size + 9 }, { fill: "none", stroke: ACCENT[theme], "stroke-width": 3 })
    : "";
  const title = textTag("title", {}, `${node.label}: ${countWords(node.statements, "statement")}`);
  return tag("g", {}, title + ring + shape);
}

/** The outline of a kind of actor; the legend's samples are drawn by the same hand. */
export function drawShape(
  node: Pick<NodeElement, "x" | "y" | "size" | "kind">,
  paint: Readonly<Record<string, string | number>>,
): string {
  const corners = outlineOf(node);
  return corners
    ? tag("polygon", { points: writePoints(corners), "stroke-linejoin": "round", ...paint })
    : tag("circle", { cx: node.x, cy: node.y, r: node.size / 2, ...paint });
}

function drawLabel(node: NodeElement, { theme }: NetworkLooks): string {
  const { lines, box } = placeLabel(node);
  return drawWords(lines, node.x, box.top, theme);
}

function drawName({ lines, x, y }: PlacedName, scale: number, theme: Theme): string {
  const transform = `translate(${writeNumber(x)} ${writeNumber(y)}) scale(${writeNumber(scale)})`;
  return tag("g", { transform }, drawWords(lines, 0, 0, theme));
}

/** Line below line, from the middle of the upper edge on. */
function drawWords(lines: readonly string[], x: number, top: number, theme: Theme): string {
  return lines
    .map((line, at) =>
      textTag(
        "text",
        {
          x,
          y: top + at * LABEL.lineHeight + LABEL.fontSize * 0.9,
          "text-anchor": "middle",
          "font-size": LABEL.fontSize,
          fill: INK[theme],
          stroke: GROUND[theme],
          "stroke-width": HALO,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        },
        line,
      ),
    )
    .join("");
}
