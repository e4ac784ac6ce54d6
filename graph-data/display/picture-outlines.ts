/** Where nodes and their labels lie: outlines, boxes, and the points where a line meets them. */
import type { ActorKind } from "../dossier/records.ts";
import type { NodeElement } from "./elements.ts";
import { estimateWidth, LABEL, wrapLabel } from "./picture-text.ts";
import { SHAPES } from "./styles.ts";

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What of a node says where its outline is. */
export type Round = Pick<NodeElement, "x" | "y" | "size" | "kind">;

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

/** The point where a ray from a node's middle towards `to` leaves its outline. */
export function outlinePoint(node: Round, to: Point): Point {
  const direction = unit([to[0] - node.x, to[1] - node.y]);
  const reach = reachOf(node.kind, node.size, direction);
  return [node.x + direction[0] * reach, node.y + direction[1] * reach];
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
  // Thousands of lines ask: Math.hypot, which minds overflow, takes many times as long.
  const length = Math.sqrt(x * x + y * y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}
