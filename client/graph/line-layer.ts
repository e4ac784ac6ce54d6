/**
 * The lines of the network: a canvas of our own under Cytoscape's, which draws the actors. Cytoscape restyles and
 * reprojects every line at every change, which costs large networks whole seconds; here a change is one redraw.
 */
import type { Elements, NodeElement } from "../../graph-data/display/elements.ts";
import { clear, type LineLooks, paintCoarsely, paintLines, type Sight } from "./line-painter.ts";
import { lineAt, type TracedLine, traceAgain } from "./traced-lines.ts";

export interface LineLayer {
  show(elements: Elements): void;
  /** Where a node is while it is dragged. */
  drag(id: string, x: number, y: number): void;
  /** Changes what is picked out or pointed at, or the theme. */
  dress(looks: Partial<LineLooks>): void;
  /** Draws at once, for a window that moved. */
  draw(): void;
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
  let order: readonly TracedLine[] = [];
  let frame = 0;
  let timer: number | undefined;

  const retrace = () => {
    traced = traceAgain(traced, elements, (id) => nodes.get(id));
    order = [...traced.values()];
  };
  const paint = (coarse: boolean) => {
    const now = sight();
    fitCanvas(canvas, now);
    clear(context, now);
    if (coarse) paintCoarsely(context, order, now, looks);
    else paintLines(context, order, now, looks);
  };
  const draw = () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    const coarse = order.length > LINES.mostInMotion;
    paint(coarse);
    if (coarse) timer = window.setTimeout(() => paint(false), LINES.rest);
  };
  const ask = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  return {
    show(next) {
      elements = next;
      nodes = new Map(next.nodes.map((node) => [node.id, node]));
      retrace();
      ask();
    },
    drag(id, x, y) {
      const node = nodes.get(id);
      if (!node) return;
      nodes.set(id, { ...node, x, y });
      retrace();
      ask();
    },
    dress(part) {
      looks = { ...looks, ...part };
      ask();
    },
    draw,
    at: (x, y) => lineAt(order, [x, y], LINES.reach / sight().zoom)?.id ?? null,
    destroy() {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    },
  };
}

function fitCanvas(canvas: HTMLCanvasElement, { width, height, ratio }: Sight): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
