/** The lines of a drawing with their curves, traced once and again only when an end moves or grows. */
import type { Elements, LineElement, NodeElement } from "../../graph-data/display/elements.ts";
import {
  type Box,
  boxAround,
  type Point,
  pointOn,
  type Quadratic,
  traceCurve,
  traceLoop,
} from "../../graph-data/display/geometry.ts";

export interface TracedLine {
  readonly line: LineElement;
  readonly source: NodeElement;
  readonly target: NodeElement;
  /** Of several loops on one actor: 0 is the innermost. */
  readonly rank: number;
  readonly curve: readonly Quadratic[];
  /** Around ends and control points: quickly made, and nowhere smaller than the curve's own. */
  readonly box: Box;
}

/** A node of the drawing, where it is now: a node that is being dragged is not where the elements have it. */
export type NodeAt = (id: string) => NodeElement | undefined;

/** Keeps what did not change: lines whose ends stand where they stood, in the size they had. */
export function traceAgain(
  before: ReadonlyMap<string, TracedLine>,
  { lines }: Pick<Elements, "lines">,
  nodeAt: NodeAt,
): Map<string, TracedLine> {
  const loops = new Map<string, number>();
  const traced = new Map<string, TracedLine>();
  for (const line of lines) {
    const [source, target] = [nodeAt(line.source), nodeAt(line.target)];
    if (!source || !target) continue;
    const rank = source === target ? (loops.get(source.id) ?? 0) : 0;
    if (source === target) loops.set(source.id, rank + 1);
    const known = before.get(line.id);
    const kept = known && stands(known, line, source, target, rank) ? known : null;
    traced.set(line.id, kept ? { ...kept, line } : trace(line, source, target, rank));
  }
  return traced;
}

function stands(
  known: TracedLine,
  line: LineElement,
  source: NodeElement,
  target: NodeElement,
  rank: number,
): boolean {
  const same = (a: NodeElement, b: NodeElement) => a.x === b.x && a.y === b.y && a.size === b.size;
  return (
    known.rank === rank &&
    known.line.bend === line.bend &&
    same(known.source, source) &&
    same(known.target, target)
  );
}

function trace(line: LineElement, source: NodeElement, target: NodeElement, rank: number): TracedLine {
  const curve = source === target ? traceLoop(source, rank) : [traceCurve(source, target, line.bend)];
  return { line, source, target, rank, curve, box: boxAround(curve.flat()) };
}

/** Straight pieces that a curve is measured by. */
const PIECES = 12;

/** The line nearest to a point, no further than `reach` graph units from it; `null` when there is none. */
export function lineAt(lines: Iterable<TracedLine>, point: Point, reach: number): LineElement | null {
  const [x, y] = point;
  let best: { line: LineElement; distance: number } | null = null;
  for (const { line, curve, box } of lines) {
    // The box is the curve's: the stroke reaches beyond it.
    const margin = reach + line.width / 2;
    if (x < box.left - margin || x > box.right + margin || y < box.top - margin || y > box.bottom + margin)
      continue;
    const distance = distanceTo(curve, point) - line.width / 2;
    if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { line, distance };
  }
  return best?.line ?? null;
}

function distanceTo(curve: readonly Quadratic[], point: Point): number {
  let least = Infinity;
  for (const quadratic of curve) {
    let from = quadratic[0];
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const to = pointOn(quadratic, piece / PIECES);
      least = Math.min(least, distanceToSegment(point, from, to));
      from = to;
    }
  }
  return least;
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
