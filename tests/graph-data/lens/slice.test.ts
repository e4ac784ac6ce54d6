import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { multigraphOf } from "../../../graph-data/graph/multigraph.ts";
import { type Lens, WHOLE } from "../../../graph-data/lens/lens.ts";
import { parseLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph, idsOf, sketchGraph } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

const NARRATIVE = harbourGraph();

function slice(text: string) {
  const { lens, problems } = parseLens(text, NARRATIVE);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return sliceGraph(NARRATIVE, lens);
}

/** Statements that pass, sorted by id; the order of the story is a test of its own. */
const passing = (text: string) => idsOf(slice(text).statements).toSorted().join(" ");

describe("each key, by hand", () => {
  test.each([
    ["", "s01 s02 s03 s04 s05 s06 s07 s08 s09 s10 s11 s14 s16"],
    ["phase=blaze", "s03 s04 s05"],
    ["phase=none", "s14"],
    ["phase=before,none", "s01 s02 s14"],
    ["phase=aftermath..none", "s06 s07 s08 s09 s10 s11 s14 s16"],
    ["phase=before..aftermath", "s01 s02 s03 s04 s05 s06 s07 s08 s09 s10"],
    ["from=2024-03-22", "s02 s03 s04 s06 s09 s11 s14"],
    ["to=2024-03-22", "s01 s02 s03 s04"],
    ["from=2024-03-22&to=2024-03-22", "s02 s03 s04"],
    ["from=2001-12-31&to=2001-12-31", "s01"],
    ["from=2002&to=2024-02", ""],
    ["from=2030", "s14"],
    ["undated=only", "s05 s07 s08 s10 s16"],
    ["undated=no", "s01 s02 s03 s04 s06 s09 s11 s14"],
    ["family=blame", "s04 s07 s10 s16"],
    ["family=denial,procedure", "s06 s08 s11"],
    ["type=blames", "s04 s10"],
    ["voice=mayor", "s05"],
    ["voice=union,herald", "s08 s16"],
    ["voice=author&phase=blaze", "s03 s04"],
    ["modality=hypothetical", "s13"],
    ["modality=desired,insinuated", "s05 s12"],
    ["actor=league", "s03 s05 s09"],
    ["actor=league&modality=asserted,hypothetical", "s03 s09 s13"],
    ["actor=league&depth=2", "s03 s04 s05 s06 s07 s08 s09 s10 s11 s14 s16"],
    ["actor=island&depth=2", "s01 s11 s14"],
    ["actor=city", "s01 s11 s14"],
    ["actor=city&side=1", "s01 s02 s04 s07 s08 s09 s11 s14 s16"],
    ["actor=museum", ""],
    ["path=island..fire", "s01 s06 s11 s14"],
    ["path=herald..mayor", "s04 s07 s10"],
    ["path=inspector..mayor", ""],
    ["narrative=union-did-it", "s04 s05 s06 s09 s10"],
    ["narrative=league-alone", "s03 s09"],
    ["document=d2", "s10 s16"],
    ["document=d3", "s14"],
    ["credibility=1", "s02 s11"],
    ["credibility=2", "s01 s02 s04 s09 s11"],
    ["credibility=6", "s01 s02 s03 s04 s05 s06 s08 s09 s10 s11 s14"],
    ["q=tanks", "s02 s07 s08"],
    ["q=elysee+blames", ""],
    ["q=ELISE+blames", "s04"],
    ["q=sarn", "s01"],
    ["q=%C3%A9vening", "s04"],
    ["q=wrote that 'the union", "s10"],
    ["q=takes+zzz", ""],
  ] as [string, string][])("%s", (text, expected) => {
    expect(passing(text)).toBe(expected);
  });

  test("several keys must all let a statement through", () => {
    expect(passing("family=blame&phase=aftermath&voice=author")).toBe("s07 s10");
    expect(passing("actor=mayor&family=denial,acknowledgement")).toBe("s08 s09");
  });

  test("paths are sought among what the other keys let through", () => {
    expect(passing("path=island..fire&family=alliance,denial")).toBe("s01 s06 s14");
    expect(passing("path=island..fire&family=alliance")).toBe("");
  });
});

describe("a slice", () => {
  test("keeps the order of the story", () => {
    expect(idsOf(slice("phase=aftermath,blaze").statements).join(" ")).toBe(
      "s03 s04 s05 s06 s09 s07 s08 s10",
    );
  });

  test("of the whole has every actor; of a lens, the ends of its statements in the dossier's order", () => {
    expect(slice("").actors).toHaveLength(10);
    expect(idsOf(slice("phase=blaze").actors)).toEqual(["mayor", "union", "league", "fire"]);
    expect(idsOf(slice("from=2002&to=2003").actors)).toEqual([]);
  });

  test("has the actors that the lens names, also where no statement touches them", () => {
    expect(idsOf(slice("actor=museum,league").actors)).toContain("museum");
    expect(idsOf(slice("path=inspector..mayor").actors)).toEqual(["mayor", "inspector"]);
    expect(idsOf(slice("path=inspector..mayor&actor=museum").actors)).toEqual([
      "mayor",
      "inspector",
      "museum",
    ]);
  });

  test("carries its graph and lens", () => {
    const lens: Lens = { families: ["blame"] };
    expect(sliceGraph(NARRATIVE, lens)).toMatchObject({ lens, narrative: NARRATIVE });
  });
});

test("depth goes out step by step", () => {
  const chain = sketchGraph(["a blames b", "b blames c", "c blames d", "d blames e"]);
  const around = (actor: string, depth: number) =>
    idsOf(sliceGraph(chain, { actors: [actor], depth }).statements);
  expect(around("a", 1)).toEqual(["s0"]);
  expect(around("a", 2)).toEqual(["s0", "s1"]);
  expect(around("c", 2)).toEqual(["s0", "s1", "s2", "s3"]);
  expect(around("a", 10)).toEqual(["s0", "s1", "s2", "s3"]);
});

describe("properties", () => {
  /** Keys that judge a statement by itself. */
  const clause = (key: string) => !["actors", "depth", "side", "path"].includes(key);
  const clausesOf = (lens: Lens): Lens =>
    Object.fromEntries(Object.entries(lens).filter(([key]) => clause(key)));

  test("a lens of two lenses' keys lets through what both let through", () => {
    fc.assert(
      fc.property(anyLens(NARRATIVE), fc.func(fc.boolean()), (lens, side) => {
        const all = clausesOf(lens);
        // from, to and undated are one clause, about time; so they stay together.
        const group = (key: string) => (["from", "to", "undated"].includes(key) ? "time" : key);
        const half = (left: boolean) => {
          const part = Object.entries(all).filter(([key]) => side(group(key)) === left);
          // Modality has a default, which each half must leave as the whole has it.
          return Object.fromEntries([
            ...part,
            ...(all.modalities ? [["modalities", all.modalities]] : []),
          ]) as Lens;
        };
        const ids = (part: Lens) => idsOf(sliceGraph(NARRATIVE, part).statements);
        const right = new Set(ids(half(false)));
        expect(ids(all)).toEqual(ids(half(true)).filter((id) => right.has(id)));
      }),
      { numRuns: 300 },
    );
  });

  test("any slice is a part of the whole in its order, and its actors are the dossier's in theirs", () => {
    fc.assert(
      fc.property(anyLens(NARRATIVE), (lens) => {
        const { statements, actors } = sliceGraph(NARRATIVE, lens);
        const places = statements.map((statement) => NARRATIVE.statements.indexOf(statement));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
        const ends = statements.flatMap(({ source, target }) => [source, target]);
        expect(ends.every((id) => idsOf(actors).includes(id))).toBe(true);
        const seats = actors.map((actor) => NARRATIVE.dossier.actors.indexOf(actor));
        expect(seats).toEqual(seats.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  test("more steps never let less through", () => {
    fc.assert(
      fc.property(anyLens(NARRATIVE), fc.integer({ min: 1, max: 9 }), (lens, depth) => {
        const near = sliceGraph(NARRATIVE, { ...lens, depth }).statements;
        const far = new Set(sliceGraph(NARRATIVE, { ...lens, depth: depth + 1 }).statements);
        expect(near.every((statement) => far.has(statement))).toBe(true);
      }),
    );
  });

  test("slicing changes nothing of the graph", () => {
    const statements = [...NARRATIVE.statements];
    const before = JSON.stringify([NARRATIVE.dossier, multigraphOf(NARRATIVE).export()]);
    fc.assert(
      fc.property(anyLens(NARRATIVE), (lens) => {
        const frozen = structuredClone(lens);
        sliceGraph(NARRATIVE, lens);
        expect(lens).toEqual(frozen);
      }),
    );
    expect(NARRATIVE.statements).toEqual(statements);
    expect(JSON.stringify([NARRATIVE.dossier, multigraphOf(NARRATIVE).export()])).toBe(before);
    expect(sliceGraph(NARRATIVE, WHOLE).statements).toHaveLength(13);
  });
});
