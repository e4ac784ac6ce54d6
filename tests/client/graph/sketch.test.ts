import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Sketch, setStage, sketchTies } from "../../../client/graph/sketch.ts";
import type { Positions } from "../../../graph-data/display/elements.ts";

const FAMILIES = ["blame", "denial"];
const PLACES: Positions = new Map([
  ["a", [0, 1]],
  ["b", [2, 3]],
  ["c", [4, 5]],
  ["d", [6, 7]],
]);
const NAMES = new Map([["b", "Bea"]]);

/** As plain numbers. */
const plain = ({ strokes, ghosts, dots }: Sketch) => ({
  strokes: new Map([...strokes].map(([family, of]) => [family, Array.from(of)])),
  ghosts: Array.from(ghosts),
  dots,
});

const tie = (source: string, family: string, target: string) => ({ source, family, target });

describe("a sketch", () => {
  const ties = [
    tie("a", "blame", "b"),
    tie("b", "denial", "a"),
    tie("b", "denial", "c"),
    tie("a", "blame", "nowhere"),
    tie("c", "unknown", "a"),
  ];
  const stage = setStage(ties, FAMILIES, PLACES, NAMES);

  test("has a stroke for each tie with a weight, and a dot for each actor that one touches", () => {
    const { strokes, ghosts, dots } = plain(sketchTies(stage, [2, 1, 0, 3, 1], null));
    expect(strokes).toEqual(
      new Map([
        ["blame", [0, 1, 2, 3]],
        ["denial", [2, 3, 0, 1]],
      ]),
    );
    expect(ghosts).toEqual([]);
    expect(dots).toEqual([
      { x: 0, y: 1, name: undefined },
      { x: 2, y: 3, name: "Bea" },
    ]);
  });

  test("has ghosts of what was before alone", () => {
    const { strokes, ghosts, dots } = plain(sketchTies(stage, [0, 1, 0, 0, 0], [1, 1, 1, 1, 1]));
    expect(strokes).toEqual(
      new Map([
        ["blame", []],
        ["denial", [2, 3, 0, 1]],
      ]),
    );
    expect(ghosts).toEqual([0, 1, 2, 3, 2, 3, 4, 5]);
    expect(dots).toHaveLength(3);
  });
});

test("strokes and ghosts are the ties that have a place, once each", () => {
  const actor = fc.constantFrom("a", "b", "c", "d", "nowhere");
  const weighed = fc.record({
    tie: fc.record({ source: actor, target: actor, family: fc.constantFrom(...FAMILIES) }),
    now: fc.nat(2),
    before: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(weighed), (all) => {
      const stage = setStage(
        all.map((each) => each.tie),
        FAMILIES,
        PLACES,
        NAMES,
      );
      // What the stage's memory held before does not matter.
      sketchTies(stage, Array(all.length).fill(1), null);
      const sketch = plain(
        sketchTies(
          stage,
          all.map(({ now }) => now),
          all.map(({ before }) => before),
        ),
      );
      const ends = (some: typeof all) =>
        some.flatMap(({ tie: { source, target } }) =>
          PLACES.has(source) && PLACES.has(target) ? [...PLACES.get(source)!, ...PLACES.get(target)!] : [],
        );
      for (const family of FAMILIES)
        expect(sketch.strokes.get(family)).toEqual(
          ends(all.filter((each) => each.tie.family === family && each.now > 0)),
        );
      expect(sketch.ghosts).toEqual(ends(all.filter(({ now, before }) => now === 0 && before > 0)));
    }),
  );
});
