/**
 * Curves that look alike, painted together: thousands of hairs of their own cost script and rasteriser several times
 * as much as a few dozen paths. Wide strokes in one path cost more than by themselves: their outlines are united.
 */
import type { Quadratic } from "../../graph-data/display/geometry.ts";
import { drawHead, leaveRoom } from "../../graph-data/display/picture-arrows.ts";
import type { Pen } from "./pens.ts";

/** Curves or strokes of a path, while they are hairs: one path of thousands takes the rasteriser longer again. */
export const PORTION = 150;

type Curve = readonly Quadratic[];

export interface Alike {
  add(curve: Curve, pen: Pen): void;
  /** Paints what was added. */
  flush(): void;
}

/** With `inOrder`, only neighbours are painted together, and who was added later lies above. */
export function gatherAlike(context: CanvasRenderingContext2D, inOrder: boolean): Alike {
  const added = new Map<Pen, Curve[]>();
  const flush = () => {
    for (const [pen, curves] of added)
      for (const some of portion(curves, pen.isHair ? PORTION : 1)) paintAlike(context, pen, some);
    added.clear();
  };
  return {
    add(curve, pen) {
      const curves = added.get(pen);
      if (curves) return void curves.push(curve);
      if (inOrder) flush();
      added.set(pen, [curve]);
    },
    flush,
  };
}

function portion(curves: readonly Curve[], size: number): Curve[][] {
  const count = Math.ceil(curves.length / size);
  return Array.from({ length: count }, (_, at) => curves.slice(at * size, (at + 1) * size));
}

function paintAlike(context: CanvasRenderingContext2D, pen: Pen, curves: readonly Curve[]): void {
  const { arrow, lineWidth, scale, head } = pen;
  context.strokeStyle = pen.colour;
  context.lineWidth = lineWidth;
  context.setLineDash(pen.dashes as number[]);
  context.globalAlpha = pen.strokeAlpha;
  context.beginPath();
  for (const curve of curves)
    tracePath(context, head === 0 ? curve : leaveRoom(curve, arrow, lineWidth, scale));
  context.stroke();
  if (head === 0) return;
  context.fillStyle = pen.colour;
  context.globalAlpha = pen.alpha;
  context.beginPath();
  for (const curve of curves) traceHead(context, curve, pen);
  context.fill();
}

export function tracePath(context: CanvasRenderingContext2D, curve: Curve): void {
  for (const [at, [start, control, end]] of curve.entries()) {
    if (at === 0) context.moveTo(start[0], start[1]);
    context.quadraticCurveTo(control[0], control[1], end[0], end[1]);
  }
}

function traceHead(context: CanvasRenderingContext2D, curve: Curve, { arrow, head: size }: Pen): void {
  const head = drawHead(curve, arrow, size);
  if (head.kind === "circle") {
    const [x, y] = head.centre;
    context.moveTo(x + head.radius, y);
    context.arc(x, y, head.radius, 0, Math.PI * 2);
    return;
  }
  for (const [at, [x, y]] of head.points.entries())
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
}
