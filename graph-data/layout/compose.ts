/** Small networks: forces, then annealing towards what a designer would draw; the best of several runs. */

import { seedRng } from "../random.ts";
import { type Area, anneal } from "./anneal.ts";
import { costOfPlane } from "./cost.ts";
import type { Figure } from "./figure.ts";
import { applyForces, type Start, startOnSpiral } from "./forces.ts";
import { buildPlane, type Plane } from "./plane.ts";
import { LAYOUT } from "./settings.ts";

/** Moves the connected actors in place, within the area. */
export function compose(figure: Figure, start: Start, members: readonly number[], area: Area): void {
  const movable = members.filter((i) => !start.fixed[i]);
  if (movable.length === 0) return;
  arrange(figure, start, members, area);
  const best = bestRun(figure, start, movable, area);
  start.xs.set(best.xs);
  start.ys.set(best.ys);
}

function arrange(figure: Figure, start: Start, members: readonly number[], area: Area): void {
  startOnSpiral(figure, start, members, 40);
  applyForces(figure, start, members);
  if (!members.some((i) => start.fixed[i])) fitInto(start, members, area);
}

/** Stretches the arrangement so that it fills the area; turned, when it is higher than wide. */
function fitInto({ xs, ys }: Start, members: readonly number[], area: Area): void {
  const span = (values: Float64Array) => {
    const all = members.map((i) => values[i]!);
    return { low: Math.min(...all), high: Math.max(...all) };
  };
  if (span(ys).high - span(ys).low > span(xs).high - span(xs).low) {
    for (const i of members) [xs[i], ys[i]] = [ys[i]!, xs[i]!];
  }
  const stretch = (values: Float64Array, from: number, to: number) => {
    const { low, high } = span(values);
    const scale = high > low ? ((to - from) * 0.85) / (high - low) : 1;
    for (const i of members) values[i] = (from + to) / 2 + (values[i]! - (low + high) / 2) * scale;
  };
  stretch(xs, area.left, area.right);
  stretch(ys, area.top, area.bottom);
}

function bestRun(figure: Figure, start: Start, movable: readonly number[], area: Area): Plane {
  const { runs, effort, moves } = LAYOUT.anneal;
  const { bodies, links } = figure;
  const degree = (2 * links.length) / Math.max(1, bodies.length);
  const termsOfMove = 2 * (degree + 1) * (bodies.length + links.length);
  const movesOfRun = Math.floor(Math.min(moves * movable.length, effort / runs / Math.max(1, termsOfMove)));
  let best: { plane: Plane; cost: number } | null = null;
  for (let run = 0; run < runs; run += 1) {
    const plane = buildPlane(figure, start.xs.slice(), start.ys.slice());
    anneal(plane, { area, movable, moves: movesOfRun, rng: seedRng(LAYOUT.seed + run) });
    const cost = costOfPlane(plane);
    if (best === null || cost < best.cost) best = { plane, cost };
  }
  return best!.plane;
}
