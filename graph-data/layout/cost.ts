/**
 * How far a layout is from a composed one, as a number: what R. Davidson and D. Harel counted (doi:10.1145/234535.234538),
 * and with it labels, angles and kin. The cost of one actor is what changes when it moves alone.
 */
import type { Body, Figure, Link, Rect } from "./figure.ts";
import { LAYOUT } from "./settings.ts";

const { cost: COST, air: AIR } = LAYOUT;
/** Named once: where modules run in a context of their own, as in tests, each `Math.` is looked up slowly. */
const { abs, atan2, max, min, sqrt } = Math;

export interface Plane {
  readonly figure: Figure;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** The links of each actor, and its parts and wholes. */
  readonly linksOf: readonly (readonly Link[])[];
  readonly kinOf: readonly (readonly number[])[];
  /** The links once more, as arrays: they are looked at millions of times. */
  readonly ends: { readonly a: Int32Array; readonly b: Int32Array; readonly weight: Float64Array };
}

export function buildPlane(figure: Figure, xs: Float64Array, ys: Float64Array): Plane {
  const linksOf: Link[][] = figure.bodies.map(() => []);
  const kinOf: number[][] = figure.bodies.map(() => []);
  for (const link of figure.links) {
    linksOf[link.a]!.push(link);
    linksOf[link.b]!.push(link);
  }
  for (const [part, whole] of figure.kin) {
    kinOf[part]!.push(whole);
    kinOf[whole]!.push(part);
  }
  const ends = {
    a: Int32Array.from(figure.links, ({ a }) => a),
    b: Int32Array.from(figure.links, ({ b }) => b),
    weight: Float64Array.from(figure.links, ({ lines }) => sqrt(lines)),
  };
  return { figure, xs, ys, linksOf, kinOf, ends };
}

/** Everything that depends on where one actor is. Linear in (its links + 1) × (actors + links). */
export function costOfActor(plane: Plane, i: number): number {
  const { figure, xs, ys, linksOf, kinOf } = plane;
  let cost = COST.middle * sqrt(xs[i]! ** 2 + (ys[i]! * 1.3) ** 2);
  for (let j = 0; j < figure.bodies.length; j += 1) if (j !== i) cost += costOfBoxes(plane, i, j);
  for (const j of kinOf[i]!) cost += COST.kin * max(0, distance(plane, i, j) - COST.near);
  for (const link of linksOf[i]!) {
    cost += costOfLength(plane, link) + costOfAngles(plane, link, i) + costOfThrough(plane, link);
    cost += costOfCrossings(plane, link);
  }
  const body = figure.bodies[i]!;
  for (const link of figure.links) {
    if (link.a !== i && link.b !== i) cost += costOfPassing(plane, link, body, i);
  }
  return cost;
}

/** The whole layout; used to compare runs. */
export function costOfPlane(plane: Plane): number {
  let cost = 0;
  for (let i = 0; i < plane.figure.bodies.length; i += 1) cost += costOfActor(plane, i);
  return cost;
}

/** Pairs of links whose straight middles cross. */
export function countCrossings(plane: Plane): number {
  let count = 0;
  for (const link of plane.figure.links) costOfCrossings(plane, link, () => (count += 1));
  return count / 2;
}

function distance({ xs, ys }: Plane, i: number, j: number): number {
  return sqrt((xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2);
}

function costOfBoxes({ figure, xs, ys }: Plane, i: number, j: number): number {
  const a = figure.bodies[i]!;
  const b = figure.bodies[j]!;
  const dx = xs[j]! - xs[i]!;
  const dy = ys[j]! - ys[i]!;
  const across = depth(a.whole.left, a.whole.right, b.whole.left + dx, b.whole.right + dx);
  const down = depth(a.whole.top, a.whole.bottom, b.whole.top + dy, b.whole.bottom + dy);
  const near = min(across, down);
  if (near <= -COST.roomy) return 0;
  const crowd = COST.crowd * (near + COST.roomy);
  if (near + AIR <= 0) return crowd;
  return crowd + overlapOfParts(a, b, dx, dy);
}

/** Node on node, node on label, label on label: a label may well stand beside a node under a wide label. */
function overlapOfParts(a: Body, b: Body, dx: number, dy: number): number {
  return (
    overlapOfRects(a.node, b.node, dx, dy) +
    overlapOfRects(a.node, b.label, dx, dy) +
    overlapOfRects(a.label, b.node, dx, dy) +
    overlapOfRects(a.label, b.label, dx, dy)
  );
}

function overlapOfRects(a: Rect, b: Rect, dx: number, dy: number): number {
  const across = depth(a.left, a.right, b.left + dx, b.right + dx) + AIR;
  const down = depth(a.top, a.bottom, b.top + dy, b.bottom + dy) + AIR;
  return across <= 0 || down <= 0 ? 0 : COST.overlap + COST.overlapDepth * min(across, down);
}

/** How far two spans share the axis; negative: how far they are apart. */
function depth(a: number, b: number, c: number, d: number): number {
  return min(b, d) - max(a, c);
}

function costOfLength(plane: Plane, { a, b, statements }: Link): number {
  const bodies = plane.figure.bodies;
  const length = distance(plane, a, b);
  const clear = length - bodies[a]!.radius - bodies[b]!.radius;
  const short = max(0, COST.shortest - 30 - clear) * COST.shortTie;
  return short * short * 0.35 + max(0, length - COST.longFrom) * COST.longTie * sqrt(statements);
}

/** Links that leave the same actor side by side. */
function costOfAngles(plane: Plane, link: Link, i: number): number {
  let cost = 0;
  for (const end of [link.a, link.b]) {
    const others = plane.linksOf[end]!;
    for (const other of others) {
      if (other === link) continue;
      const share = end === i ? 0.5 : 1;
      cost +=
        share * narrowness(plane, end, other.a === end ? other.b : other.a, link.a === end ? link.b : link.a);
    }
  }
  return cost;
}

function narrowness({ xs, ys }: Plane, end: number, j: number, k: number): number {
  const ax = xs[j]! - xs[end]!;
  const ay = ys[j]! - ys[end]!;
  const bx = xs[k]! - xs[end]!;
  const by = ys[k]! - ys[end]!;
  const dot = ax * bx + ay * by;
  if (dot <= 0) return 0;
  const angle = atan2(abs(ax * by - ay * bx), dot);
  return angle >= COST.narrowAngleBelow ? 0 : COST.narrowAngle * (1 - angle / COST.narrowAngleBelow);
}

/** All crossings of one link. The signs of two turns rule most others out before anything is divided. */
function costOfCrossings({ xs, ys, ends }: Plane, p: Link, report?: () => void): number {
  let cost = 0;
  const ax = xs[p.a]!;
  const ay = ys[p.a]!;
  const px = xs[p.b]! - ax;
  const py = ys[p.b]! - ay;
  for (let q = 0; q < ends.a.length; q += 1) {
    const c = ends.a[q]!;
    const d = ends.b[q]!;
    const cx = xs[c]! - ax;
    const cy = ys[c]! - ay;
    const dx = xs[d]! - ax;
    const dy = ys[d]! - ay;
    if (px * cy - py * cx > 0 === px * dy - py * dx > 0) continue;
    if (c === p.a || c === p.b || d === p.a || d === p.b) continue;
    const qx = dx - cx;
    const qy = dy - cy;
    const turn = px * qy - py * qx;
    const along = (cx * qy - cy * qx) / turn;
    if (!(along > 0 && along < 1)) continue;
    const sharp = 1 - abs(turn) / sqrt((px * px + py * py) * (qx * qx + qy * qy));
    cost += (COST.crossing + COST.sharpCrossing * sharp) * ends.weight[q]!;
    report?.();
  }
  return cost * sqrt(p.lines);
}

/** The link against all nodes and labels that are not its own ends; and against its ends' labels. */
function costOfThrough(plane: Plane, link: Link): number {
  const { bodies } = plane.figure;
  let cost = costOfOwnLabels(plane, link);
  for (let k = 0; k < bodies.length; k += 1) {
    if (k !== link.a && k !== link.b) cost += costOfPassing(plane, link, bodies[k]!, k);
  }
  return cost;
}

/** A tie that leaves straight downwards runs through its own actor's label. */
function costOfOwnLabels({ figure, xs, ys }: Plane, { a, b, lines }: Link): number {
  const upper = ys[a]! < ys[b]! ? a : b;
  const label = figure.bodies[upper]!.label;
  const down = abs(ys[a]! - ys[b]!);
  if (down === 0 || label.bottom === label.top) return 0;
  const across = (abs(xs[a]! - xs[b]!) / down) * ((label.top + label.bottom) / 2);
  return min(max(0, label.right - across), 30) * COST.ownLabel * sqrt(lines);
}

/** A link that runs over an actor's node or label, or too close by. */
function costOfPassing({ xs, ys }: Plane, { a, b, half, lines }: Link, body: Body, k: number): number {
  const ax = xs[a]! - xs[k]!;
  const ay = ys[a]! - ys[k]!;
  const bx = xs[b]! - xs[k]!;
  const by = ys[b]! - ys[k]!;
  const air = AIR + half;
  const whole = body.whole;
  if (max(ax, bx) < whole.left - air || min(ax, bx) > whole.right + air) return 0;
  if (max(ay, by) < whole.top - air || min(ay, by) > whole.bottom + air) return 0;
  const inNode = passingDepth(body.node, ax, ay, bx, by, air);
  const inLabel = passingDepth(body.label, ax, ay, bx, by, AIR / 2 + half);
  return (inNode + inLabel) * COST.through * sqrt(lines);
}

/** How deep a segment runs through a box widened by `air`; 0 when it does not. */
function passingDepth(box: Rect, ax: number, ay: number, bx: number, by: number, air: number): number {
  const hx = (box.right - box.left) / 2 + air;
  const hy = (box.bottom - box.top) / 2 + air;
  const mx = (box.left + box.right) / 2;
  const my = (box.top + box.bottom) / 2;
  const length = sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
  const nx = (ay - by) / length;
  const ny = (bx - ax) / length;
  const breadth = abs(nx) * hx + abs(ny) * hy;
  const side = breadth - abs((mx - ax) * nx + (my - ay) * ny);
  if (side <= 0) return 0;
  const across = depth(min(ax, bx), max(ax, bx), mx - hx, mx + hx);
  const down = depth(min(ay, by), max(ay, by), my - hy, my + hy);
  if (across < 0 || down < 0) return 0;
  return min(side, 24);
}
