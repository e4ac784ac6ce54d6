/** Large networks: forces, then room for every node and label. */
import type { Figure } from "./figure.ts";
import { applyForces, type Start, startOnSpiral } from "./forces.ts";
import { separate } from "./separate.ts";

/** Room that an actor takes on average, with air to see the ties in. */
const ROOM = 110;

/** Moves the connected actors in place. */
export function spread(figure: Figure, start: Start, members: readonly number[]): void {
  startOnSpiral(figure, start, members, ROOM * 0.6);
  applyForces(figure, start, members);
  if (!members.some((i) => start.fixed[i])) scaleToRoom(start, members);
  separate(figure, start, members);
}

/** Centres the arrangement and scales it so that half of its actors lie within the room they need; wider than high. */
function scaleToRoom({ xs, ys }: Start, members: readonly number[]): void {
  const middle = (values: Float64Array) => median(members.map((i) => values[i]!));
  const [cx, cy] = [middle(xs), middle(ys)];
  const half = median(members.map((i) => Math.hypot(xs[i]! - cx, ys[i]! - cy)));
  const scale = half > 0 ? (ROOM * Math.sqrt(members.length / 2 / Math.PI)) / half : 1;
  for (const i of members) {
    xs[i] = (xs[i]! - cx) * scale * 1.2;
    ys[i] = (ys[i]! - cy) * scale * 0.85;
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
