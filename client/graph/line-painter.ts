/** Lines on a canvas, with the strokes and heads of the picture. Draws; knows neither state nor Cytoscape. */
import type { Box } from "../../graph-data/display/geometry.ts";
import { GHOST, GLOW, UNDERGHOST } from "../../graph-data/display/strokes.ts";
import { ACCENT, type FamilyStyle, INK } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import { gatherAlike, PORTION, tracePath } from "./alike.ts";
import { paintMarks } from "./mark-painter.ts";
import { marksCanBeTold, providePens } from "./pens.ts";
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

/** With more lines than this in sight, nobody can tell which of two lies above the other. */
const MOST_IN_ORDER = 700;
const HALO = { width: 8, opacity: 0.3 } as const;
const DIMMED = 0.13;
/**
 * Device pixels that a stroke of a coarse drawing is wide: just under one. A rasteriser without GPU takes fifteen times
 * as long for a stroke wider than one, be it by rounding, as 1 / 0.85 × 0.85 is.
 */
const HAIR = 0.999;

/** Sizes the canvas to the window. Only where it changed: setting a size clears, and costs. */
export function fitCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: Sight): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}

export function clear(context: CanvasRenderingContext2D, { width, height, ratio }: Sight): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * ratio, height * ratio);
}

/**
 * Every line in full: curve, dashes, head, halo, quotation mark. One that comes or goes is as `presence` (0–1) has it.
 * Those that look alike are painted together: neighbours or, where there are very many, all of them.
 */
export function paintLines(
  context: CanvasRenderingContext2D,
  lines: readonly TracedLine[],
  sight: Sight,
  looks: LineLooks,
  presence: (id: string) => number = () => 1,
): void {
  lookThrough(context, sight);
  const seen = inSight(lines, sight);
  const pixels = sight.zoom * sight.ratio;
  const penOf = providePens(looks.styles, looks.theme, pixels);
  const alike = gatherAlike(context, seen.length <= MOST_IN_ORDER);
  const marks: TracedLine[] = [];
  for (const traced of seen) {
    const { line, source, target } = traced;
    const touches = looks.pointed === null || source.id === looks.pointed || target.id === looks.pointed;
    const present = presence(line.id);
    const alpha = present * (touches ? 1 : DIMMED);
    const pen = penOf(line, alpha);
    if (!pen) continue;
    const chosen = looks.chosen.has(line.id);
    if (chosen || pen.glows || pen.haunted) {
      alike.flush();
      context.globalAlpha = alpha;
      if (chosen) paintHalo(context, traced, HALO, ACCENT[looks.theme]);
      if (pen.glows) paintHalo(context, traced, GLOW, pen.colour);
      if (pen.haunted) paintUnderghost(context, traced, pen.width, looks.theme);
    }
    alike.add(traced.curve, pen);
    if (touches && present === 1) marks.push(traced);
  }
  alike.flush();
  context.globalAlpha = 1;
  if (marksCanBeTold(pixels)) paintMarks(context, marks, looks);
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
  context.beginPath();
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
  context.beginPath();
  tracePath(context, curve);
  context.stroke();
}
