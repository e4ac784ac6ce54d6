/**
 * Simulated annealing (R. Davidson and D. Harel 1996, doi:10.1145/234535.234538): actors are moved or swapped at
 * random; what makes the layout worse is accepted ever more seldom.
 */

import type { Rng } from "../random.ts";
import { costOfActor } from "./cost.ts";
import { type Plane, STRIDE, WHOLE } from "./plane.ts";
import { LAYOUT } from "./settings.ts";

/** Named once, as in `cost.ts`. */
const { exp, floor, max, min } = Math;

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface AnnealOptions {
  readonly area: Area;
  /** Actors that may be moved. */
  readonly movable: readonly number[];
  readonly moves: number;
  readonly rng: Rng;
}

/** Moves the actors of the plane in place. Cost: `moves` × the cost of judging one actor. */
export function anneal(plane: Plane, { area, movable, moves, rng }: AnnealOptions): void {
  const { hot, cold, reach, swaps } = LAYOUT.anneal;
  if (movable.length === 0) return;
  for (const i of movable) place(plane, area, i, plane.xs[i]!, plane.ys[i]!);
  const any = () => movable[floor(rng() * movable.length)]!;
  for (let move = 0; move < moves; move += 1) {
    const done = move / moves;
    const temperature = hot * (cold / hot) ** done;
    const span = (area.right - area.left) * reach.hot * (reach.cold / reach.hot) ** done;
    const i = any();
    const moved = rng() < swaps * (1 - done) ? [i, any()] : [i];
    const before = remember(plane, moved);
    if (moved.length === 2) swap(plane, area, i, moved[1]!);
    else
      place(plane, area, i, plane.xs[i]! + (rng() - 0.5) * 2 * span, plane.ys[i]! + (rng() - 0.5) * 2 * span);
    const worse = costOf(plane, moved) - before.cost;
    if (worse > 0 && rng() >= exp(-worse / temperature)) before.restore();
  }
}

function costOf(plane: Plane, moved: readonly number[]): number {
  let cost = 0;
  for (const i of moved) cost += costOfActor(plane, i);
  return cost;
}

function remember(plane: Plane, moved: readonly number[]) {
  const spots = moved.map((i) => [i, plane.xs[i]!, plane.ys[i]!] as const);
  const restore = () => {
    for (const [i, x, y] of spots) [plane.xs[i], plane.ys[i]] = [x, y];
  };
  return { cost: costOf(plane, moved), restore };
}

/** Puts an actor where it is wanted, or as near as keeps node and label within the area. */
function place({ rects, xs, ys }: Plane, area: Area, i: number, x: number, y: number): void {
  const whole = i * STRIDE + WHOLE;
  xs[i] = clamp(x, area.left - rects[whole]!, area.right - rects[whole + 2]!);
  ys[i] = clamp(y, area.top - rects[whole + 1]!, area.bottom - rects[whole + 3]!);
}

function clamp(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : min(most, max(least, value));
}

function swap(plane: Plane, area: Area, i: number, j: number): void {
  const x = plane.xs[i]!;
  const y = plane.ys[i]!;
  place(plane, area, i, plane.xs[j]!, plane.ys[j]!);
  place(plane, area, j, x, y);
}
