/** What a tie adds to the cost of a layout: its length, what it crosses, what it runs over, what it runs beside. */
import { LABEL, NODE, type Plane, STRIDE, WHOLE } from "./plane.ts";
import { LAYOUT } from "./settings.ts";

const { cost: COST, air: AIR } = LAYOUT;
/** Named once, as in `cost.ts`. */
const { abs, atan2, max, min, sqrt, tan } = Math;
const WIDE_ENOUGH = tan(COST.narrowAngleBelow);

export function distance({ xs, ys }: Plane, i: number, j: number): number {
  return sqrt((xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2);
}

export function costOfLength(plane: Plane, link: number): number {
  const { rects, a, b, strength } = plane;
  const length = distance(plane, a[link]!, b[link]!);
  const radii = rects[a[link]! * STRIDE + NODE + 2]! + rects[b[link]! * STRIDE + NODE + 2]!;
  const short = max(0, COST.shortest - (length - radii));
  return short * short * COST.shortTie + max(0, length - COST.longFrom) * COST.longTie * strength[link]!;
}

/** Links that leave the same actor side by side. Those at actor `i` are met twice, and count half. */
export function costOfAngles(plane: Plane, link: number, i: number): number {
  const { a, b, linksOf } = plane;
  let cost = 0;
  for (let side = 0; side < 2; side += 1) {
    const end = side === 0 ? a[link]! : b[link]!;
    const far = side === 0 ? b[link]! : a[link]!;
    const share = end === i ? 0.5 : 1;
    for (const other of linksOf[end]!) {
      if (other !== link)
        cost += share * narrowness(plane, end, a[other] === end ? b[other]! : a[other]!, far);
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
  const turn = abs(ax * by - ay * bx);
  if (dot <= 0 || turn >= dot * WIDE_ENOUGH) return 0;
  return COST.narrowAngle * (1 - atan2(turn, dot) / COST.narrowAngleBelow);
}

/** All crossings of one link. The signs of two turns rule most others out before anything is divided. */
export function costOfCrossings({ xs, ys, a, b, lines }: Plane, link: number): number {
  let cost = 0;
  const from = a[link]!;
  const to = b[link]!;
  const ax = xs[from]!;
  const ay = ys[from]!;
  const px = xs[to]! - ax;
  const py = ys[to]! - ay;
  for (let other = 0; other < a.length; other += 1) {
    const c = a[other]!;
    const d = b[other]!;
    const cx = xs[c]! - ax;
    const cy = ys[c]! - ay;
    const dx = xs[d]! - ax;
    const dy = ys[d]! - ay;
    if (px * cy - py * cx > 0 === px * dy - py * dx > 0) continue;
    if (c === from || c === to || d === from || d === to) continue;
    const qx = dx - cx;
    const qy = dy - cy;
    const turn = px * qy - py * qx;
    const along = (cx * qy - cy * qx) / turn;
    if (!(along > 0 && along < 1)) continue;
    const sharp = 1 - abs(turn) / sqrt((px * px + py * py) * (qx * qx + qy * qy));
    cost += (COST.crossing + COST.sharpCrossing * sharp) * lines[other]!;
  }
  return cost * lines[link]!;
}

/** The link against all nodes and labels that are not its own ends. */
export function costOfThrough(plane: Plane, link: number): number {
  let cost = 0;
  for (let k = 0; k < plane.xs.length; k += 1) {
    if (k !== plane.a[link] && k !== plane.b[link]) cost += costOfPassing(plane, link, k);
  }
  return cost;
}

/** A tie that leaves or reaches an actor from below runs through its label. */
export function costOfOwnLabel({ rects, xs, ys, a, b, lines, headA, headB }: Plane, link: number): number {
  const first = ys[a[link]!]! < ys[b[link]!]!;
  const label = (first ? a[link]! : b[link]!) * STRIDE + LABEL;
  const down = abs(ys[a[link]!]! - ys[b[link]!]!);
  if (down === 0 || rects[label + 1] === rects[label + 3]) return 0;
  const slope = abs(xs[a[link]!]! - xs[b[link]!]!) / down;
  const inside = rects[label + 2]! - (slope * (rects[label + 1]! + rects[label + 3]!)) / 2;
  const weight = COST.ownLabel * lines[link]! + COST.ownLabelHead * (first ? headA[link]! : headB[link]!);
  return min(max(0, inside), 30) * weight;
}

/** A link that runs over an actor's node or label, or too close by. */
export function costOfPassing({ xs, ys, rects, a, b, half, lines }: Plane, link: number, k: number): number {
  const ax = xs[a[link]!]! - xs[k]!;
  const bx = xs[b[link]!]! - xs[k]!;
  const air = AIR + half[link]!;
  const whole = k * STRIDE + WHOLE;
  if (max(ax, bx) < rects[whole]! - air || min(ax, bx) > rects[whole + 2]! + air) return 0;
  const ay = ys[a[link]!]! - ys[k]!;
  const by = ys[b[link]!]! - ys[k]!;
  if (max(ay, by) < rects[whole + 1]! - air || min(ay, by) > rects[whole + 3]! + air) return 0;
  const inNode = passingDepth(rects, k * STRIDE + NODE, ax, ay, bx, by, air);
  const inLabel = passingDepth(rects, k * STRIDE + LABEL, ax, ay, bx, by, air - AIR / 2);
  return (inNode + inLabel) * COST.through * lines[link]!;
}

/** How deep a segment runs through a box widened by `air`; 0 when it does not. */
function passingDepth(
  rects: Float64Array,
  p: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  air: number,
): number {
  const left = rects[p]! - air;
  const top = rects[p + 1]! - air;
  const right = rects[p + 2]! + air;
  const bottom = rects[p + 3]! + air;
  if (max(ax, bx) < left || min(ax, bx) > right || max(ay, by) < top || min(ay, by) > bottom) return 0;
  const length = sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
  const nx = (ay - by) / length;
  const ny = (bx - ax) / length;
  const breadth = (abs(nx) * (right - left) + abs(ny) * (bottom - top)) / 2;
  const side = breadth - abs(((left + right) / 2 - ax) * nx + ((top + bottom) / 2 - ay) * ny);
  return min(max(0, side), COST.throughMost);
}
