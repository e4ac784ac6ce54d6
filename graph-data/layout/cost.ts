/**
 * How far a layout is from a composed one, as a number: what R. Davidson and D. Harel counted (doi:10.1145/234535.234538),
 * and with it labels, angles and kin. The cost of one actor is what changes when it moves alone. It is worked out
 * millions of times, hence the arrays of numbers.
 */
import { LABEL, NODE, type Plane, STRIDE, WHOLE } from "./plane.ts";
import { LAYOUT } from "./settings.ts";
import {
  costOfAngles,
  costOfCrossings,
  costOfLength,
  costOfOwnLabel,
  costOfPassing,
  costOfThrough,
  distance,
} from "./tie-cost.ts";

const { cost: COST, air: AIR } = LAYOUT;
/** Named once: where modules run in a context of their own, as in tests, each `Math.` is looked up slowly. */
const { max, min, sqrt } = Math;

/** Everything that depends on where one actor is. Linear in (its links + 1) × (actors + links). */
export function costOfActor(plane: Plane, i: number): number {
  const { xs, ys, linksOf, kinOf, a, b } = plane;
  let cost = COST.middle * sqrt(xs[i]! ** 2 + (ys[i]! * 1.3) ** 2);
  for (let j = 0; j < xs.length; j += 1) if (j !== i) cost += costOfBoxes(plane, i, j);
  for (const j of kinOf[i]!) cost += COST.kin * max(0, distance(plane, i, j) - COST.near);
  for (const link of linksOf[i]!) {
    cost += costOfLength(plane, link) + costOfOwnLabel(plane, link) + costOfThrough(plane, link);
    cost += costOfAngles(plane, link, i) + costOfCrossings(plane, link);
  }
  for (let link = 0; link < a.length; link += 1) {
    if (a[link] !== i && b[link] !== i) cost += costOfPassing(plane, link, i);
  }
  return cost;
}

/** The whole layout; used to compare runs. */
export function costOfPlane(plane: Plane): number {
  let cost = 0;
  for (let i = 0; i < plane.xs.length; i += 1) cost += costOfActor(plane, i);
  return cost;
}

/** Node on node, node on label, label on label: a label may well stand beside a node under a wide label. */
function costOfBoxes({ xs, ys, rects }: Plane, i: number, j: number): number {
  const dx = xs[j]! - xs[i]!;
  const dy = ys[j]! - ys[i]!;
  const p = i * STRIDE;
  const q = j * STRIDE;
  const near = min(depthAcross(rects, p + WHOLE, q + WHOLE, dx), depthDown(rects, p + WHOLE, q + WHOLE, dy));
  if (near <= -COST.roomy) return 0;
  const crowd = COST.crowd * (near + COST.roomy);
  if (near + AIR <= 0) return crowd;
  return (
    crowd +
    overlap(rects, p + NODE, q + NODE, dx, dy) +
    overlap(rects, p + NODE, q + LABEL, dx, dy) +
    overlap(rects, p + LABEL, q + NODE, dx, dy) +
    overlap(rects, p + LABEL, q + LABEL, dx, dy)
  );
}

function overlap(rects: Float64Array, p: number, q: number, dx: number, dy: number): number {
  const across = depthAcross(rects, p, q, dx) + AIR;
  const down = depthDown(rects, p, q, dy) + AIR;
  return across <= 0 || down <= 0 ? 0 : COST.overlap + COST.overlapDepth * min(across, down);
}

/** How far two boxes share the x axis; negative: how far they are apart. */
function depthAcross(rects: Float64Array, p: number, q: number, dx: number): number {
  return min(rects[p + 2]!, rects[q + 2]! + dx) - max(rects[p]!, rects[q]! + dx);
}

function depthDown(rects: Float64Array, p: number, q: number, dy: number): number {
  return min(rects[p + 3]!, rects[q + 3]! + dy) - max(rects[p + 1]!, rects[q + 1]! + dy);
}
