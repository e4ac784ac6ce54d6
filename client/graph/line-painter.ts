/** Lines on a canvas, with the strokes and heads of the picture. Draws; knows neither state nor Cytoscape. */
import { type Box, middleOf, type Quadratic, shiftMarkOf } from "../../graph-data/display/geometry.ts";
import {
  arrowScale,
  arrowSize,
  dashPattern,
  drawHead,
  leaveRoom,
  strokeWidth,
} from "../../graph-data/display/picture-arrows.ts";
import { COMMA } from "../../graph-data/display/picture-network.ts";
import {
  chooseStroke,
  GHOST,
  GLOW,
  SHIFT_MARKS,
  type Stroke,
  UNDERGHOST,
} from "../../graph-data/display/strokes.ts";
import { ACCENT, FAINT_INK, type FamilyStyle, GROUND, INK } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { ShiftKind } from "../../graph-data/shift/compare.ts";
import type { Dot, Strokes } from "./sketch.ts";
import type { TracedLine } from "./traced-lines.ts";

export interface LineLooks {
  readonly theme: Theme;
  readonly styles: ReadonlyMap<string, FamilyStyle>;
  /** Lines that are picked out with a halo. */
  readonly chosen: ReadonlySet<string>;
  /** An actor that is pointed at: lines that do not touch it step back. */
  readonly pointed: string | null;
}

/** The window onto the graph: `zoom` pixels a unit, `x`, `y` = where the graph's origin lies, in pixels. */
export interface Sight {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels a pixel. */
  readonly ratio: number;
}

const HALO = { width: 8, opacity: 0.3 } as const;
const DIMMED = 0.13;
/**
 * Device pixels that a stroke of a coarse drawing is wide: just under one. A rasteriser without GPU takes fifteen times
 * as long for a stroke wider than one, be it by rounding, as 1 / 0.85 × 0.85 is.
 */
const HAIR = 0.999;
/** Strokes of a coarse drawing are sent in portions: one path of thousands of lines takes the rasteriser longer. */
const PORTION = 150;

export function clear(context: CanvasRenderingContext2D, { width, height, ratio }: Sight): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * ratio, height * ratio);
}

/** Every line in full: curve, dashes, head, halo, quotation mark. One that comes or goes is as `presence` (0–1) has it. */
export function paintLines(
  context: CanvasRenderingContext2D,
  lines: readonly TracedLine[],
  sight: Sight,
  looks: LineLooks,
  presence: (id: string) => number = () => 1,
): void {
  lookThrough(context, sight);
  const marks: TracedLine[] = [];
  for (const traced of inSight(lines, sight)) {
    const { line, source, target } = traced;
    const style = looks.styles.get(line.family);
    if (!style) continue;
    const touches = looks.pointed === null || source.id === looks.pointed || target.id === looks.pointed;
    const present = presence(line.id);
    context.globalAlpha = present * (touches ? 1 : DIMMED);
    const stroke = chooseStroke(line, style, looks.theme);
    if (looks.chosen.has(line.id)) paintHalo(context, traced, HALO, ACCENT[looks.theme]);
    if (stroke.glows) paintHalo(context, traced, GLOW, stroke.colour);
    if (stroke.haunted) paintUnderghost(context, traced, stroke.width, looks.theme);
    paintStroke(context, traced, stroke);
    if (touches && present === 1) marks.push(traced);
  }
  context.globalAlpha = 1;
  for (const { line, curve } of marks) {
    const colour = looks.styles.get(line.family)?.colour[looks.theme] ?? "";
    if (line.quoted) paintQuotationMark(context, curve, colour, looks.theme);
    if (line.shift && line.shift !== "kept") paintShiftMark(context, curve, line.shift, looks.theme);
  }
}

/** Straight, thin, one width: what is shown while something moves in a large network. `strokes` by family. */
export function paintCoarsely(
  context: CanvasRenderingContext2D,
  strokes: ReadonlyMap<string, Strokes>,
  sight: Sight,
  { styles, theme }: Pick<LineLooks, "styles" | "theme">,
): void {
  lookThrough(context, sight);
  context.lineWidth = HAIR / (sight.zoom * sight.ratio);
  for (const [family, style] of styles) {
    context.strokeStyle = style.colour[theme];
    strokeStraight(context, strokes.get(family) ?? []);
  }
}

/** Lines that are over, in grey. */
export function paintGhostsCoarsely(
  context: CanvasRenderingContext2D,
  ghosts: Strokes,
  sight: Sight,
  theme: Theme,
): void {
  lookThrough(context, sight);
  context.lineWidth = HAIR / (sight.zoom * sight.ratio);
  context.strokeStyle = GHOST[theme];
  strokeStraight(context, ghosts);
}

function strokeStraight(context: CanvasRenderingContext2D, strokes: Strokes): void {
  // The last line that was painted in full left its dashes, which take the rasteriser eight times as long.
  context.setLineDash([]);
  for (let start = 0; start < strokes.length; start += 4 * PORTION) {
    const end = Math.min(strokes.length, start + 4 * PORTION);
    context.beginPath();
    for (let at = start; at < end; at += 4) {
      context.moveTo(strokes[at]!, strokes[at + 1]!);
      context.lineTo(strokes[at + 2]!, strokes[at + 3]!);
    }
    context.stroke();
  }
}

/** Actors as dots, and the names of some, while something moves. */
export function paintDots(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  sight: Sight,
  theme: Theme,
): void {
  lookThrough(context, sight);
  const unit = 1 / sight.zoom;
  context.fillStyle = INK[theme];
  for (const { x, y } of dots) context.fillRect(x - 2 * unit, y - 2 * unit, 4 * unit, 4 * unit);
  context.font = `${12 * unit}px system-ui, sans-serif`;
  context.textAlign = "center";
  for (const { x, y, name } of dots) if (name) context.fillText(name, x, y + 15 * unit);
}

function lookThrough(context: CanvasRenderingContext2D, { zoom, x, y, ratio }: Sight): void {
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
}

function inSight(lines: readonly TracedLine[], { zoom, x, y, width, height }: Sight): readonly TracedLine[] {
  const margin = 20;
  const window: Box = {
    left: (-x - margin) / zoom,
    top: (-y - margin) / zoom,
    right: (width - x + margin) / zoom,
    bottom: (height - y + margin) / zoom,
  };
  return lines.filter(
    ({ box }) =>
      box.right >= window.left &&
      box.left <= window.right &&
      box.bottom >= window.top &&
      box.top <= window.bottom,
  );
}

function tracePath(context: CanvasRenderingContext2D, curve: readonly Quadratic[]): void {
  context.beginPath();
  for (const [at, [start, control, end]] of curve.entries()) {
    if (at === 0) context.moveTo(start[0], start[1]);
    context.quadraticCurveTo(control[0], control[1], end[0], end[1]);
  }
}

function paintHalo(
  context: CanvasRenderingContext2D,
  { line, curve }: TracedLine,
  { width, opacity }: { readonly width: number; readonly opacity: number },
  colour: string,
): void {
  context.save();
  context.globalAlpha *= opacity;
  context.strokeStyle = colour;
  context.lineWidth = line.width + width;
  context.setLineDash([]);
  tracePath(context, curve);
  context.stroke();
  context.restore();
}

function paintUnderghost(
  context: CanvasRenderingContext2D,
  { curve }: TracedLine,
  width: number,
  theme: Theme,
): void {
  context.strokeStyle = GHOST[theme];
  context.lineWidth = width + UNDERGHOST.width;
  context.setLineDash([...UNDERGHOST.dashes]);
  tracePath(context, curve);
  context.stroke();
}

function paintStroke(
  context: CanvasRenderingContext2D,
  { curve }: TracedLine,
  { style, colour, width: weight }: Stroke,
): void {
  const width = strokeWidth(style.line, weight);
  const scale = arrowScale(style);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dashPattern(style.line, width));
  tracePath(context, leaveRoom(curve, style.arrow, width, scale));
  context.stroke();
  const head = drawHead(curve, style.arrow, arrowSize(width, scale));
  context.beginPath();
  if (head.kind === "circle") context.arc(head.centre[0], head.centre[1], head.radius, 0, Math.PI * 2);
  else for (const [x, y] of head.points) context.lineTo(x, y);
  context.fill();
}

function paintShiftMark(
  context: CanvasRenderingContext2D,
  curve: readonly Quadratic[],
  kind: ShiftKind,
  theme: Theme,
): void {
  const [x, y] = shiftMarkOf(curve);
  context.save();
  context.translate(x, y);
  context.setLineDash([]);
  context.beginPath();
  context.arc(0, 0, 7, 0, Math.PI * 2);
  context.fillStyle = GROUND[theme];
  context.fill();
  context.lineWidth = 0.8;
  context.strokeStyle = FAINT_INK[theme];
  context.stroke();
  context.lineWidth = 1.8;
  context.lineCap = "round";
  context.strokeStyle = INK[theme];
  context.stroke(new Path2D(SHIFT_MARKS[kind]));
  context.restore();
}

function paintQuotationMark(
  context: CanvasRenderingContext2D,
  curve: readonly Quadratic[],
  colour: string,
  theme: Theme,
): void {
  const [x, y] = middleOf(curve);
  context.save();
  context.translate(x, y);
  context.fillStyle = GROUND[theme];
  context.beginPath();
  context.arc(0, 0, 7.4, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = colour;
  const half = new Path2D(COMMA);
  context.translate(-2.8, 0);
  context.fill(half);
  context.translate(5.4, 0);
  context.fill(half);
  context.restore();
}
