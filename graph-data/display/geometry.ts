/**
 * Where things lie that are drawn: outlines, labels, the curves of lines. Shared by the picture, the screen and the
 * layout, so that all mean the same. The y axis points down. Curves are those of Cytoscape's `unbundled-bezier` with
 * `edge-distances: node-position` and `control-point-weights: 0.5`.
 */
import type { ActorKind } from "../dossier/records.ts";
import type { LineElement, NodeElement } from "./elements.ts";
import { estimateWidth, LABEL, wrapLabel } from "./picture-text.ts";
import { SHAPES } from "./styles.ts";

export { cleanText, estimateWidth, LABEL, wrapLabel } from "./picture-text.ts";

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Start, control point, end. */
export type Quadratic = readonly [start: Point, control: Point, end: Point];

type Round = Pick<NodeElement, "x" | "y" | "size" | "kind">;

/** The corners of a node's outline where it stands, clockwise; `null` for a circle. */
export function outlineOf({ x, y, size, kind }: Round): readonly Point[] | null {
  return SHAPES[kind]?.map(([cx, cy]): Point => [x + (cx * size) / 2, y + (cy * size) / 2]) ?? null;
}

/** From the middle of a node of this kind and size to its outline, along a unit vector. */
export function reachOf(kind: ActorKind, size: number, [dx, dy]: Point): number {
  const corners = SHAPES[kind];
  if (!corners) return size / 2;
  let reach = 0;
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % corners.length]!;
    const side = dx * (by - ay) - dy * (bx - ax);
    if (side === 0) continue;
    const along = (ax * (by - ay) - ay * (bx - ax)) / side;
    const within = (ax * dy - ay * dx) / side;
    if (along > reach && within >= -1e-9 && within <= 1 + 1e-9) reach = along;
  }
  return (reach * size) / 2;
}

/** How far a kind's outline extends to each side, for a node of size 2. */
const EXTENTS = new Map<ActorKind, Box>(
  (Object.keys(SHAPES) as ActorKind[]).map((kind) => {
    const corners = SHAPES[kind];
    return [kind, corners ? boxAround(corners) : { left: -1, top: -1, right: 1, bottom: 1 }];
  }),
);

export function nodeBox({ x, y, size, kind }: Round): Box {
  const { left, top, right, bottom } = EXTENTS.get(kind)!;
  const radius = size / 2;
  return {
    left: x + left * radius,
    top: y + top * radius,
    right: x + right * radius,
    bottom: y + bottom * radius,
  };
}

export interface NodeLabel {
  readonly lines: readonly string[];
  readonly box: Box;
}

/** The label's lines, and the box they fill below the node; without lines the box is empty. */
export function placeLabel(node: Round & Pick<NodeElement, "label">): NodeLabel {
  const lines = wrapLabel(node.label);
  const half = Math.max(0, ...lines.map((line) => estimateWidth(line))) / 2;
  const top = nodeBox(node).bottom + LABEL.gap;
  const box = {
    left: node.x - half,
    top,
    right: node.x + half,
    bottom: top + lines.length * LABEL.lineHeight,
  };
  return { lines, box };
}

/**
 * The control point of the curve between two middles. As Cytoscape has it, a positive bend lies to the right of one
 * who goes from start to end (on the screen, where y points down): (0, 0) → (10, 0) with bend 4 has its at (5, 4).
 */
export function controlPoint([ax, ay]: Point, [bx, by]: Point, bend: number): Point {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return [ax, ay + bend];
  return [(ax + bx) / 2 - ((by - ay) / length) * bend, (ay + by) / 2 + ((bx - ax) / length) * bend];
}

/** The point where a ray from a node's middle towards `to` leaves its outline. */
export function outlinePoint(node: Round, to: Point): Point {
  const direction = unit([to[0] - node.x, to[1] - node.y]);
  const reach = reachOf(node.kind, node.size, direction);
  return [node.x + direction[0] * reach, node.y + direction[1] * reach];
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

/** The smallest box around a curve: its ends, and where it turns in either axis. */
export function curveBox(curve: Quadratic): Box {
  const [a, c, b] = curve;
  const turns = ([0, 1] as const)
    .map((axis) => (a[axis] - c[axis]) / (a[axis] - 2 * c[axis] + b[axis]))
    .filter((t) => t > 0 && t < 1);
  return boxAround([a, b, ...turns.map((t) => pointOn(curve, t))]);
}

export function boxAround(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

export function unit([x, y]: Point): Point {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}
