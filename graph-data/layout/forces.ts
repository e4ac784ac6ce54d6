/**
 * A first arrangement by forces: ForceAtlas2 (M. Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) from a
 * deterministic start, all links between two actors as one.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Figure } from "./figure.ts";
import { LAYOUT } from "./settings.ts";

type Spot = { x: number; y: number; fixed: boolean };

export interface Start {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Actors that stay where they are. */
  readonly fixed: readonly boolean[];
}

/** Moves the actors in `members` in place. Cost: iterations × (actors · log actors + links). */
export function applyForces(figure: Figure, { xs, ys, fixed }: Start, members: readonly number[]): void {
  const { effort, most, gravity, scalingRatio, slowDown, theta, exactUpTo } = LAYOUT.forces;
  const iterations = Math.min(most, Math.floor(effort / Math.max(1, members.length)));
  if (iterations === 0 || members.length < 2) return;
  const graph = new UndirectedGraph<Spot, { weight: number }>();
  for (const i of members) graph.addNode(i, { x: xs[i]!, y: ys[i]!, fixed: fixed[i]! });
  for (const { a, b, statements } of figure.links) {
    if (graph.hasNode(a) && graph.hasNode(b)) graph.addEdge(a, b, { weight: Math.sqrt(statements) });
  }
  const found = forceAtlas2(graph, {
    iterations,
    settings: {
      gravity,
      scalingRatio,
      slowDown,
      barnesHutOptimize: members.length > exactUpTo,
      barnesHutTheta: theta,
    },
  });
  for (const i of members) {
    const spot = found[i]!;
    if (!fixed[i] && Number.isFinite(spot.x) && Number.isFinite(spot.y)) [xs[i], ys[i]] = [spot.x, spot.y];
  }
}

/**
 * A sunflower: the most connected in the middle, the rest around it on a spiral of golden angles (H. Vogel 1979,
 * doi:10.1016/0025-5564(79)90080-4). No two at the same spot.
 */
export function startOnSpiral(figure: Figure, start: Start, members: readonly number[], step: number): void {
  const strength = new Float64Array(figure.bodies.length);
  for (const { a, b, statements } of figure.links) {
    strength[a]! += statements;
    strength[b]! += statements;
  }
  const order = members.filter((i) => !start.fixed[i]).sort((i, j) => strength[j]! - strength[i]! || i - j);
  for (const [rank, i] of order.entries()) {
    const [radius, angle] = [step * Math.sqrt(rank + 0.5), rank * Math.PI * (3 - Math.sqrt(5))];
    start.xs[i] = radius * Math.cos(angle);
    start.ys[i] = radius * Math.sin(angle);
  }
}
