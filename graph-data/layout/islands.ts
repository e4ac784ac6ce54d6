/**
 * Parts of a network that nothing connects. Forces would drive them apart without end, and the largest would shrink to a
 * spot in the middle: each is laid out by itself, and the smaller ones stand in rows under the largest.
 */
import type { Area } from "./anneal.ts";
import type { Figure } from "./figure.ts";
import type { Start } from "./forces.ts";
import { LAYOUT } from "./settings.ts";

/** Actors that links join, over any number of steps; the largest island first, equal ones in the order of actors. */
export function findIslands({ links }: Pick<Figure, "links">, members: readonly number[]): number[][] {
  const neighbours = new Map(members.map((i) => [i, [] as number[]]));
  for (const { a, b } of links) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  const found = new Set<number>();
  const islands: number[][] = [];
  for (const first of members) {
    if (found.has(first)) continue;
    const island = new Set([first]);
    for (const i of island) for (const next of neighbours.get(i) ?? []) island.add(next);
    for (const i of island) found.add(i);
    islands.push([...island].sort((i, j) => i - j));
  }
  return islands.sort((one, other) => other.length - one.length);
}

/** Moves each island as it is into rows under the area, no wider than it unless one alone is. */
export function stackIslands(
  start: Pick<Start, "xs" | "ys">,
  islands: readonly (readonly number[])[],
  boxOf: (island: readonly number[]) => Area,
  above: Area,
): void {
  const { gap } = LAYOUT.rows;
  let [x, y, deepest] = [above.left, above.bottom + gap, above.bottom];
  for (const island of islands) {
    const box = boxOf(island);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (x > above.left && x + width > above.right) [x, y] = [above.left, deepest + gap];
    for (const i of island) {
      start.xs[i]! += x - box.left;
      start.ys[i]! += y - box.top;
    }
    deepest = Math.max(deepest, y + height);
    x += width + gap;
  }
}
