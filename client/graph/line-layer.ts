/**
 * The lines of the network: a canvas of our own under Cytoscape's, which draws the actors. Cytoscape restyles and
 * reprojects every line at every change, which costs large networks whole seconds; here a change is one redraw.
 */
import type { Elements, LineElement, NodeElement } from "../../graph-data/display/elements.ts";
import { createFading } from "./fading.ts";
import {
  clear,
  fitCanvas,
  type LineLooks,
  paintCoarsely,
  paintDots,
  paintGhostsCoarsely,
  paintLines,
  type Sight,
} from "./line-painter.ts";
import type { Sketch, Strokes } from "./sketch.ts";
import { lineAt, type TracedLine, traceAgain } from "./traced-lines.ts";

export interface LineLayer {
  show(elements: Elements): void;
  /** Where a node is while it is dragged. */
  drag(id: string, x: number, y: number): void;
  /** Changes what is picked out or pointed at, or the theme. */
  dress(looks: Partial<LineLooks>): void;
  /** Draws at once, for a window that moved. */
  draw(): void;
  /** Draws in full what a jump asks to be drawn, unless jumps follow one another: then something moves. */
  jump(move: () => void): void;
  /** A sketch in place of the elements, at the next frame; `null` brings them back at once. */
  sketch(sketch: Sketch | null): void;
  /** The line at a point of the graph. */
  at(x: number, y: number): string | null;
  destroy(): void;
}

export const LINES = {
  /** With more lines than this, detail drops while something moves, and returns after `rest` milliseconds. */
  mostInMotion: 700,
  rest: 110,
  /** How near to a line a pointer must be, in pixels. */
  reach: 6,
} as const;

/** `sight` tells where the window stands at the moment of drawing. */
export function createLineLayer(canvas: HTMLCanvasElement, sight: () => Sight, first: LineLooks): LineLayer {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("the browser gives no canvas to draw on");
  let looks = first;
  let elements: Elements = { nodes: [], lines: [] };
  let nodes = new Map<string, NodeElement>();
  let traced = new Map<string, TracedLine>();
  let stale = false;
  let sketched: Sketch | null = null;
  /** What was sketched has come to rest, or has jumped: the next drawing has all the detail. */
  let settled = false;
  let jumped = Number.NEGATIVE_INFINITY;
  let frame = 0;
  let timer: number | undefined;
  const fading = createFading(() => performance.now());

  const nodeAt = (id: string) => nodes.get(id);
  /** Curves are traced when they are first needed: a coarse drawing needs none. */
  const lines = () => {
    if (stale) traced = traceAgain(traced, elements, nodeAt);
    stale = false;
    return traced;
  };
  const paint = (coarse: boolean) => {
    const now = sight();
    fitCanvas(canvas, now);
    clear(context, now);
    if (coarse) paintCoarsely(context, straighten(elements.lines, nodeAt), now, looks);
    else paintLines(context, [...fading.leaving(), ...lines().values()], now, looks, fading.presence);
  };
  const paintSketch = ({ strokes, ghosts, dots }: Sketch) => {
    const now = sight();
    fitCanvas(canvas, now);
    clear(context, now);
    paintGhostsCoarsely(context, ghosts, now, looks.theme);
    paintCoarsely(context, strokes, now, looks);
    paintDots(context, dots, now, looks.theme);
  };
  const draw = () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    if (sketched) return paintSketch(sketched);
    const coarse = !settled && elements.lines.length > LINES.mostInMotion;
    settled = false;
    paint(coarse);
    if (coarse) timer = window.setTimeout(() => paint(false), LINES.rest);
    else if (!fading.isOver()) frame = requestAnimationFrame(draw);
  };
  const ask = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  return {
    show(next) {
      if (fades(elements, next)) fading.begin(lines(), new Set(next.lines.map(({ id }) => id)));
      else fading.end();
      elements = next;
      nodes = new Map(next.nodes.map((node) => [node.id, node]));
      stale = true;
      ask();
    },
    drag(id, x, y) {
      const node = nodes.get(id);
      if (!node) return;
      nodes.set(id, { ...node, x, y });
      stale = true;
      ask();
    },
    dress(part) {
      looks = { ...looks, ...part };
      ask();
    },
    draw,
    jump(move) {
      const [now, before] = [performance.now(), settled];
      settled ||= now - jumped > LINES.rest;
      jumped = now;
      move();
      settled &&= before;
    },
    sketch(next) {
      settled = sketched !== null && next === null;
      sketched = next;
      // What is drawn before the next frame begins is in that frame, and sooner ready.
      if (settled) draw();
      else ask();
    },
    at: (x, y) => lineAt(lines().values(), [x, y], LINES.reach / sight().zoom)?.id ?? null,
    destroy() {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}

/** Not the first picture, none of many lines, and nothing where the reader wants no motion. */
function fades(before: Elements, after: Elements): boolean {
  return (
    before.lines.length > 0 &&
    before.lines.length + after.lines.length <= LINES.mostInMotion &&
    !matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}

/** The lines as strokes from middle to middle, by family. */
function straighten(
  lines: readonly LineElement[],
  nodeAt: (id: string) => NodeElement | undefined,
): ReadonlyMap<string, Strokes> {
  const strokes = new Map<string, number[]>();
  for (const { source, target, family } of lines) {
    const [from, to] = [nodeAt(source), nodeAt(target)];
    if (!from || !to) continue;
    const drawn = strokes.get(family) ?? [];
    strokes.set(family, drawn);
    drawn.push(from.x, from.y, to.x, to.y);
  }
  return strokes;
}
