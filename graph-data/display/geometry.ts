/**
 * Where things lie that are drawn: outlines, labels, the curves of lines. Shared by the picture, the screen and the
 * layout, so that all mean the same. The y axis points down. Curves are those of Cytoscape's `unbundled-bezier` with
 * `edge-distances: node-position` and `control-point-weights: 0.5`.
 */
import type { Elements, LineElement, NodeElement } from "./elements.ts";
import {
  type Box,
  boxAround,
  nodeBox,
  outlinePoint,
  type Point,
  placeLabel,
  type Round,
} from "./picture-outlines.ts";

export * from "./picture-outlines.ts";
export { LABEL, wrapLabel } from "./picture-text.ts";

/** Start, control point, end. */
export type Quadratic = readonly [start: Point, control: Point, end: Point];

/**
 * The control point of the curve between two middles. As Cytoscape has it, a positive bend lies to the right of one
 * who goes from start to end (on the screen, where y points down): (0, 0) → (10, 0) with bend 4 has its at (5, 4).
 */
export function controlPoint([ax, ay]: Point, [bx, by]: Point, bend: number): Point {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return [ax, ay + bend];
  return [(ax + bx) / 2 - ((by - ay) / length) * bend, (ay + by) / 2 + ((bx - ax) / length) * bend];
}

/** A line between two nodes, from outline to outline. */
export function traceCurve(source: Round, target: Round, bend: number): Quadratic {
  const control = controlPoint([source.x, source.y], [target.x, target.y], bend);
  return [outlinePoint(source, control), control, outlinePoint(target, control)];
}

/** How far a loop reaches: Cytoscape's `control-point-step-size` for `curve-style: bezier` on `:loop`. */
export function loopStep(size: number): number {
  return Math.round(size * 0.4 + 24);
}

/** A line from a node to itself, above and to the left; further loops (`rank` 1, 2 …) lie around the first. */
export function traceLoop(node: Round, rank: number): readonly [Quadratic, Quadratic] {
  const reach = 1.4 * loopStep(node.size) * (rank / 3 + 1);
  const out: Point = [node.x, node.y - reach];
  const back: Point = [node.x - reach, node.y];
  const turn: Point = [(out[0] + back[0]) / 2, (out[1] + back[1]) / 2];
  return [
    [outlinePoint(node, out), out, turn],
    [turn, back, outlinePoint(node, back)],
  ];
}

/** The curve of each line by its id. Lines whose ends are not among the nodes have none. */
export function traceLines(
  nodes: readonly NodeElement[],
  lines: readonly LineElement[],
): ReadonlyMap<string, readonly Quadratic[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const loops = new Map<string, number>();
  const curves = new Map<string, readonly Quadratic[]>();
  for (const line of lines) {
    const [source, target] = [byId.get(line.source), byId.get(line.target)];
    if (!source || !target) continue;
    if (source === target) {
      const rank = loops.get(source.id) ?? 0;
      loops.set(source.id, rank + 1);
      curves.set(line.id, traceLoop(source, rank));
    } else curves.set(line.id, [traceCurve(source, target, line.bend)]);
  }
  return curves;
}

export function pointOn([a, c, b]: Quadratic, t: number): Point {
  const [s, m, e] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return [s * a[0] + m * c[0] + e * b[0], s * a[1] + m * c[1] + e * b[1]];
}

/** The middle of a line's curve, where its mark stands. */
export function middleOf(curve: readonly Quadratic[]): Point {
  const [first] = curve;
  return curve.length === 1 ? pointOn(first!, 0.5) : first![2];
}

/** Where the mark of what became of a tie stands: nearer to the source, clear of the quotation mark. */
export function shiftMarkOf(curve: readonly Quadratic[]): Point {
  return pointOn(curve[0]!, curve.length === 1 ? 0.32 : 0.5);
}

/** What nodes, labels and lines fill together; a unit square around the origin when there is nothing. */
export function boundElements(nodes: readonly NodeElement[], curves: Iterable<readonly Quadratic[]>): Box {
  const points: Point[] = [];
  const add = ({ left, top, right, bottom }: Box) => points.push([left, top], [right, bottom]);
  for (const node of nodes) {
    add(nodeBox(node));
    add(placeLabel(node).box);
  }
  for (const curve of curves) for (const quadratic of curve) add(curveBox(quadratic));
  return points.length === 0 ? { left: -0.5, top: -0.5, right: 0.5, bottom: 0.5 } : boxAround(points);
}

/** The box of actors with their labels, and of the lines between them. Cost: O(actors + lines). */
export function boundNetwork({ nodes, lines }: Elements): Box {
  return boundElements(nodes, traceLines(nodes, lines).values());
}

/** The smallest box around a curve: its ends, and where it turns in either axis. */
export function curveBox(curve: Quadratic): Box {
  const [a, c, b] = curve;
  const turns = ([0, 1] as const)
    .map((axis) => (a[axis] - c[axis]) / (a[axis] - 2 * c[axis] + b[axis]))
    .filter((t) => t > 0 && t < 1);
  return boxAround([a, b, ...turns.map((t) => pointOn(curve, t))]);
}
