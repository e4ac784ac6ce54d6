import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { nodeSize } from "../../../graph-data/display/elements.ts";
import { nodeBox } from "../../../graph-data/display/geometry.ts";
import type { NarrativeGraph } from "../../../graph-data/graph/build.ts";
import { costOfActor } from "../../../graph-data/layout/cost.ts";
import { buildFigure } from "../../../graph-data/layout/figure.ts";
import { layoutDossier } from "../../../graph-data/layout/index.ts";
import { buildPlane } from "../../../graph-data/layout/plane.ts";
import { LAYOUT } from "../../../graph-data/layout/settings.ts";
import { costOfCrossings } from "../../../graph-data/layout/tie-cost.ts";
import { seedRng } from "../../../graph-data/random.ts";
import { sketch } from "./sketch.ts";

type Layout = Record<string, [number, number]>;

function planeOf(narrative: NarrativeGraph, layout: Layout) {
  const figure = buildFigure(narrative);
  const spots = figure.bodies.map(({ id }) => layout[id]!);
  return buildPlane(
    figure,
    Float64Array.from(spots, ([x]) => x),
    Float64Array.from(spots, ([, y]) => y),
  );
}

/** What the crossings of each link cost. */
function crossingsOf(narrative: NarrativeGraph, layout: Layout): number[] {
  const plane = planeOf(narrative, layout);
  return Array.from(plane.a, (_, link) => costOfCrossings(plane, link));
}

function nodesOverlap(narrative: NarrativeGraph, layout: Layout): boolean {
  const counts = new Map<string, number>();
  for (const { source, target } of narrative.statements) {
    for (const id of new Set([source, target])) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const boxes = narrative.dossier.actors.map(({ id, kind }) => {
    const [x, y] = layout[id]!;
    return nodeBox({ x, y, kind, size: nodeSize(counts.get(id) ?? 0) });
  });
  return boxes.some((a, i) =>
    boxes
      .slice(i + 1)
      .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
}

function randomLines(actors: number, statements: number, seed: number): string[] {
  const rng = seedRng(seed);
  const any = () => `a${Math.floor(rng() * actors)}`;
  return Array.from({ length: statements }, () => `${any()} ${rng() < 0.5 ? "blames" : "supports"} ${any()}`);
}

const small = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 24 }), fc.integer())
  .map(([actors, statements, seed]) =>
    sketch(randomLines(actors, statements, seed), { others: ["lone", "lonely"] }),
  );

describe("layoutDossier", () => {
  test("is deterministic, whole, in the order of actors, without overlap and within bounds", () => {
    fc.assert(
      fc.property(small, (narrative) => {
        const layout = layoutDossier(narrative);
        expect(JSON.stringify(layoutDossier(narrative))).toBe(JSON.stringify(layout));
        expect(Object.keys(layout)).toEqual(narrative.dossier.actors.map(({ id }) => id));
        expect(nodesOverlap(narrative, layout)).toBe(false);
        for (const [x, y] of Object.values(layout)) {
          expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
          expect(Math.abs(x)).toBeLessThanOrEqual(LAYOUT.area.width / 2);
          expect(Math.abs(y)).toBeLessThanOrEqual(LAYOUT.area.height / 2);
        }
      }),
      { numRuns: 4 },
    );
  });

  test("keeps what the dossier stores and places the rest clear of it", () => {
    const positions: Layout = { a: [10, 20], b: [300, 20] };
    const narrative = sketch(["a blames b", "c blames a", "c supports b"], { positions, others: ["d"] });
    const layout = layoutDossier(narrative);
    expect(layout).toMatchObject(positions);
    expect(nodesOverlap(narrative, layout)).toBe(false);
  });

  test("a dossier with all positions gives just these, as whole numbers", () => {
    const positions: Layout = { a: [1.4, -2.6], b: [300, 0] };
    expect(layoutDossier(sketch(["a blames b"], { positions }))).toEqual({ a: [1, -3], b: [300, 0] });
  });

  test("no actors, one actor, and only actors that nothing connects", () => {
    expect(layoutDossier(sketch([]))).toEqual({});
    expect(Object.keys(layoutDossier(sketch([], { others: ["a"] })))).toEqual(["a"]);
    const loners = sketch([], { others: ["a", "b", "c"] });
    const { a, b, c } = layoutDossier(loners);
    expect(a![1]).toBe(b![1]);
    expect(b![1]).toBe(c![1]);
    expect(nodesOverlap(loners, layoutDossier(loners))).toBe(false);
  });

  test("a planar network is drawn without a crossing", () => {
    const wheel = ["b", "c", "d", "e", "f"];
    const lines = wheel.flatMap((id, at) => [
      `a blames ${id}`,
      `${id} supports ${wheel[(at + 1) % wheel.length]}`,
    ]);
    const narrative = sketch(lines);
    expect(Math.max(...crossingsOf(narrative, layoutDossier(narrative)))).toBe(0);
  });

  test("a large network is spread: 400 actors apart from one another, the loose ones under the rest", () => {
    const narrative = sketch(randomLines(400, 1_200, 5), { others: ["loose"] });
    const layout = layoutDossier(narrative);
    expect(nodesOverlap(narrative, layout)).toBe(false);
    const linked = new Set(
      narrative.statements.flatMap(({ source, target }) => (source === target ? [] : [source, target])),
    );
    const lowest = Math.max(...[...linked].map((id) => layout[id]![1]));
    expect(layout.loose![1]).toBeGreaterThan(lowest);
  });
});

describe("cost", () => {
  const cross = ["a blames b", "c blames d"];
  const apart: Layout = { a: [-200, -150], b: [200, -150], c: [-200, 150], d: [200, 150] };
  const crossed: Layout = { ...apart, b: [200, 150], d: [200, -150] };

  test("of one crossing, by hand: from (−200, −150) to (200, 150) and back over it, sharp by 1 − 0.96", () => {
    const one = LAYOUT.cost.crossing + 0.04 * LAYOUT.cost.sharpCrossing;
    expect(crossingsOf(sketch(cross), apart)).toEqual([0, 0]);
    expect(crossingsOf(sketch(cross), crossed)).toEqual([expect.closeTo(one), expect.closeTo(one)]);
  });

  test("links that share an actor do not cross there", () => {
    const fan: Layout = { a: [0, 0], b: [200, 10], c: [200, 30] };
    expect(crossingsOf(sketch(["a blames b", "a blames c"]), fan)).toEqual([0, 0]);
  });

  test.each<[string, Layout]>([
    ["a crossing", crossed],
    ["a label over a label", { ...apart, c: [-200, -140] }],
    ["a tie through a node", { ...apart, c: [0, -150] }],
  ])("%s costs more than none", (_, layout) => {
    const narrative = sketch(cross);
    expect(costOfActor(planeOf(narrative, layout), 2)).toBeGreaterThan(
      costOfActor(planeOf(narrative, apart), 2) + 10,
    );
  });

  test("an actor far from what it is part of costs more than one near", () => {
    const narrative = sketch(["a blames b"], { partOf: { a: "b" } });
    const at = (x: number) => costOfActor(planeOf(narrative, { a: [0, 0], b: [x, 0] }), 0);
    expect(at(600)).toBeGreaterThan(at(140));
  });
});

describe("seedRng", () => {
  test("gives the same numbers for the same seed, evenly from 0 to 1", () => {
    const [a, b] = [seedRng(1), seedRng(1)];
    const first = Array.from({ length: 1_000 }, a);
    expect(first).toEqual(Array.from({ length: 1_000 }, b));
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...first)).toBeLessThan(1);
    expect(first.reduce((sum, value) => sum + value, 0) / 1_000).toBeCloseTo(0.5, 1);
  });
});

describe("parts that nothing connects", () => {
  const chain = (name: string, length: number) =>
    Array.from({ length: length - 1 }, (_, at) => `${name}${at} blames ${name}${at + 1}`);
  const ring = (name: string, length: number) => [
    ...chain(name, length),
    `${name}${length - 1} supports ${name}0`,
  ];
  const narrative = sketch([...chain("pair", 2), ...ring("main", 150), ...chain("trio", 3)]);
  const layout = layoutDossier(narrative);
  const box = (name: string) => {
    const spots = Object.entries(layout).flatMap(([id, spot]) => (id.startsWith(name) ? [spot] : []));
    const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };

  test("stand under the largest, beside one another and not far off", () => {
    const [main, pair, trio] = [box("main"), box("pair"), box("trio")];
    for (const part of [pair, trio]) {
      expect(part.top).toBeGreaterThan(main.bottom);
      expect(part.left).toBeGreaterThan(main.left - 200);
      expect(part.bottom - main.bottom).toBeLessThan(main.bottom - main.top);
    }
    expect(
      pair.right < trio.left || trio.right < pair.left || pair.bottom < trio.top || trio.bottom < pair.top,
    ).toBe(true);
    expect(nodesOverlap(narrative, layout)).toBe(false);
  });
});
