/**
 * Positions of all actors of a dossier. What the dossier stores stays; the rest is computed, seeded: the same dossier
 * gives the same positions. Small networks are composed, large ones spread by forces.
 */
import type { NarrativeGraph } from "../graph/build.ts";
import type { Area } from "./anneal.ts";
import { compose } from "./compose.ts";
import { buildFigure, type Figure } from "./figure.ts";
import type { Start } from "./forces.ts";
import { findIslands, stackIslands } from "./islands.ts";
import { heightOfRows, placeRows, planRows } from "./rows.ts";
import { LAYOUT } from "./settings.ts";
import { spread } from "./spread.ts";

/** Whole numbers, y down, one unit = one pixel at 100 %. In the dossier's order of actors. */
export function layoutDossier(narrative: NarrativeGraph): Record<string, [x: number, y: number]> {
  const start = startFrom(narrative);
  if (start.fixed.includes(false)) place(buildFigure(narrative), start);
  return Object.fromEntries(
    narrative.dossier.actors.map(({ id }, i) => [
      id,
      [Math.round(start.xs[i]!) || 0, Math.round(start.ys[i]!) || 0],
    ]),
  );
}

function startFrom({ dossier: { actors, positions = {} } }: NarrativeGraph): Start {
  const stored = actors.map(({ id }) => (Object.hasOwn(positions, id) ? positions[id] : undefined));
  return {
    xs: Float64Array.from(stored, (spot) => spot?.[0] ?? 0),
    ys: Float64Array.from(stored, (spot) => spot?.[1] ?? 0),
    fixed: stored.map((spot) => spot !== undefined),
  };
}

function place(figure: Figure, start: Start): void {
  const linked = new Set(figure.links.flatMap(({ a, b }) => [a, b]));
  const all = figure.bodies.map((_, i) => i);
  const members = all.filter((i) => linked.has(i) || start.fixed[i]);
  const loose = all.filter((i) => !linked.has(i) && !start.fixed[i]);
  const area = areaFor(figure, start, members, loose);
  if (members.length <= LAYOUT.composedUpTo) compose(figure, start, members, area);
  else spreadIslands(figure, start, members);
  const under = members.length === 0 ? { ...area, bottom: area.top } : filledBy(figure, start, members);
  placeRows(
    figure,
    start,
    planRows(figure, loose, Math.max(area.right - area.left, under.right - under.left)),
    under,
  );
}

/** What the dossier has placed, and the largest island, stay in the middle. */
function spreadIslands(figure: Figure, start: Start, members: readonly number[]): void {
  const [largest = [], ...others] = findIslands(figure, members);
  const placed = (island: readonly number[]) => island.some((i) => start.fixed[i]);
  const main = [largest, ...others.filter(placed)].flat();
  const small = others.filter((island) => !placed(island));
  spread(figure, start, main);
  for (const island of small) spread(figure, start, island);
  stackIslands(start, small, (island) => filledBy(figure, start, island), filledBy(figure, start, main));
}

/** The drawing area around the origin, less the rows under it; grown around what the dossier has placed. */
function areaFor(figure: Figure, start: Start, members: readonly number[], loose: readonly number[]): Area {
  const { width, height, actors } = LAYOUT.area;
  const growth = Math.sqrt(Math.max(1, figure.bodies.length / actors));
  const rows = heightOfRows(planRows(figure, loose, width * growth));
  const [halfWidth, halfHeight] = [(width * growth) / 2, (height * growth) / 2];
  const area = {
    left: -halfWidth,
    top: -halfHeight,
    right: halfWidth,
    bottom: Math.max(0, halfHeight - rows),
  };
  const fixed = members.filter((i) => start.fixed[i]);
  if (fixed.length === 0) return area;
  const { left, top, right, bottom } = filledBy(figure, start, fixed);
  const [wider, higher] = [
    Math.max(0, 2 * halfWidth - (right - left)) / 2,
    Math.max(0, 2 * halfHeight - (bottom - top)) / 2,
  ];
  const air = 60;
  return {
    left: left - wider - air,
    top: top - higher - air,
    right: right + wider + air,
    bottom: bottom + higher + air,
  };
}

/** The box around some actors, labels included. */
function filledBy({ bodies }: Figure, { xs, ys }: Start, members: readonly number[]): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of members) {
    const { whole } = bodies[i]!;
    left = Math.min(left, xs[i]! + whole.left);
    top = Math.min(top, ys[i]! + whole.top);
    right = Math.max(right, xs[i]! + whole.right);
    bottom = Math.max(bottom, ys[i]! + whole.bottom);
  }
  return { left, top, right, bottom };
}
