import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type DisplayOptions,
  DRAWING,
  displaySlice,
  lineWidth,
  mergePositions,
  nodeSize,
} from "../../../graph-data/display/elements.ts";
import { buildGraph, type NarrativeGraph } from "../../../graph-data/graph/build.ts";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph, idsOf, sketchGraph } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const draw = (narrative: NarrativeGraph, lens: Lens = {}, options: Partial<DisplayOptions> = {}) =>
  displaySlice(sliceGraph(narrative, lens), { positions: new Map(), ...options });

const bendsOf = (links: string[], options: Partial<DisplayOptions> = {}) =>
  Object.fromEntries(draw(sketchGraph(links), {}, options).lines.map(({ id, bend }) => [id, bend]));

const STEP = DRAWING.bendStep;

describe("nodes", () => {
  test("are the slice's actors at their positions, 0 0 where there is none", () => {
    const positions = mergePositions({ mayor: [10, -20], union: [1, 2] }, new Map([["union", [7, 8]]]));
    const { nodes } = draw(harbourGraph(), { phases: ["blaze"] }, { positions });
    expect(nodes.map(({ id, label, kind, x, y }) => [id, label, kind, x, y])).toEqual([
      ["mayor", "Mayor Élise Brandt", "person", 10, -20],
      ["union", "Dockers’ union", "population", 7, 8],
      ["league", "Harbour League", "armed-group", 0, 0],
      ["fire", "The harbour fire", "event", 0, 0],
    ]);
  });

  test("count the statements of the slice that touch them, one about itself once", () => {
    const counts = (lens: Lens) =>
      Object.fromEntries(draw(harbourGraph(), lens).nodes.map(({ id, statements }) => [id, statements]));
    expect(counts({ phases: ["inquiry"] })).toEqual({ mayor: 1, city: 1, union: 1 });
    expect(counts({}).museum).toBe(0);
    expect(counts({}).mayor).toBe(5);
  });

  test("grow with their statements, up to a greatest size", () => {
    const sizes = [0, 1, 4, 20, 80, 1_000_000].map(nodeSize);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes[0]).toBe(DRAWING.nodeSize.least);
    expect(sizes.at(-1)).toBe(DRAWING.nodeSize.most);
  });
});

describe("lines", () => {
  test("are the slice's ties, as wide as the root of their weight", () => {
    const { lines } = draw(
      sketchGraph(["a blames b", "a criticises b", "a blames b", "a blames b", "b blames c"]),
    );
    expect(lines.map(({ id, statements, width }) => [id, statements.length, width])).toEqual([
      ["a~b~blame", 4, lineWidth(4)],
      ["b~c~blame", 1, DRAWING.lineWidth.least],
    ]);
    expect(lineWidth(4)).toBeCloseTo(DRAWING.lineWidth.least + 2 * DRAWING.lineWidth.perRoot, 1);
    expect(lineWidth(1_000_000)).toBe(DRAWING.lineWidth.most);
  });

  test("an expanded tie is drawn statement by statement, each with its own quotation mark", () => {
    const { lines } = draw(
      harbourGraph(),
      { phases: ["blaze"] },
      { expand: ["union~league~alliance", "no~such~tie"] },
    );
    expect(lines.map(({ id, tie, quoted }) => [id, tie, quoted])).toEqual([
      ["league~fire~acknowledgement", "league~fire~acknowledgement", false],
      ["mayor~union~blame", "mayor~union~blame", false],
      ["s05", "union~league~alliance", true],
    ]);
  });

  test("a statement whose id is an actor's is drawn under another name", () => {
    const { lines } = draw(sketchGraph(["s0 blames b"]), {}, { expand: ["s0~b~blame"] });
    expect(idsOf(lines)).toEqual(["~s0"]);
  });
});

describe("parallel lines", () => {
  test("one alone is straight", () => {
    expect(bendsOf(["a blames b"])).toEqual({ "a~b~blame": 0 });
  });

  test("two the same way lie to either side", () => {
    expect(bendsOf(["a blames b", "a denies b"])).toEqual({ "a~b~blame": -STEP / 2, "a~b~denial": STEP / 2 });
  });

  test("two that answer each other lie apart: each to the same side as it sees it", () => {
    const bends = bendsOf(["a blames b", "b blames a"]);
    expect(bends["a~b~blame"]).toBe(bends["b~a~blame"]);
    expect(Math.abs(bends["a~b~blame"]!)).toBe(STEP / 2);
  });

  test("of three the middle one is straight", () => {
    expect(bendsOf(["a blames b", "b denies a", "a supports b"])).toEqual({
      "a~b~blame": -STEP,
      "b~a~denial": 0,
      "a~b~alliance": STEP,
    });
  });

  test("an expanded tie's statements take their places among them", () => {
    const links = ["b blames a", "a blames b", "b criticises a"];
    const bends = bendsOf(links, { expand: ["b~a~blame"] });
    expect(Object.keys(bends).toSorted()).toEqual(["a~b~blame", "s0", "s2"]);
    const seen = [0 - bends.s0!, 0 - bends.s2!, bends["a~b~blame"]!].toSorted((a, b) => a - b);
    expect(seen).toEqual([-STEP, 0, STEP]);
  });

  test("stay where they are whatever the lens leaves of their neighbours", () => {
    const narrative = sketchGraph(["a blames b", "a denies b", "b supports a"]);
    const whole = new Map(draw(narrative).lines.map(({ id, bend }) => [id, bend]));
    for (const { id, bend } of draw(narrative, { families: ["denial"] }).lines)
      expect(bend).toBe(whole.get(id));
  });

  test("property: between any two actors they lie evenly around the straight line, none on another", () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), (dossier, pick) => {
        const modalities = ["asserted", "insinuated", "reported", "hypothetical", "desired"] as const;
        const narrative = buildGraph(dossier);
        const ties = draw(narrative, { modalities }).lines;
        const expand = ties.length === 0 ? [] : [ties[pick % ties.length]!.id];
        const groups = new Map<string, number[]>();
        for (const { source, target, bend } of draw(narrative, { modalities }, { expand }).lines) {
          const key = [source, target].toSorted().join("~");
          groups.set(key, [...(groups.get(key) ?? []), source < target ? bend : 0 - bend]);
        }
        for (const [key, bends] of groups) {
          const sorted = bends.toSorted((a, b) => a - b);
          expect([key, sorted]).toEqual([
            key,
            sorted.map((_, at) => (at - (sorted.length - 1) / 2) * STEP + 0),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
