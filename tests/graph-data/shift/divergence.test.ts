import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildCodebook } from "../../../graph-data/dossier/codebook.ts";
import type { Sign } from "../../../graph-data/dossier/records.ts";
import { compareCategories, compareStatements } from "../../../graph-data/shift/divergence.ts";
import { countCategories, divergeParts, jensenShannon } from "../../../graph-data/shift/jensen-shannon.ts";
import {
  defaultFamily,
  divergenceKind,
  FAMILIES_BY_PAIR,
  NARRATIVES,
  targetsOf,
} from "../../../graph-data/shift/kinds.ts";
import { affordableDraws, PERMUTATION } from "../../../graph-data/shift/permutation.ts";
import { harbourGraph, sketchGraph } from "../../support/fixtures.ts";

const counts = (text: string) => countCategories(text.split(" ").filter(Boolean));
const units = (text: string) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((word) => word.split("+"));
const windows = (onlyA: string, onlyB: string, shared = "") => ({
  onlyA: units(onlyA),
  shared: units(shared),
  onlyB: units(onlyB),
});

describe("the divergence", () => {
  test.each([
    // m = (5/8, 3/8); ½·log₂(8/5) + ½·(¼·log₂(2/5) + ¾·log₂2) = 0.5488
    ["u u u", "u w w w", 0.5488],
    ["u u", "u u u u", 0],
    ["u w", "w u u w", 0],
    ["u u", "w", 1],
    // Half in common: ½·(½·log₂2) twice = ½.
    ["u x", "u y", 0.5],
  ])("of %s and %s", (a, b, value) => {
    expect(jensenShannon(counts(a), counts(b))).toBeCloseTo(value, 4);
  });

  test.each([
    ["", "u"],
    ["u", ""],
    ["", ""],
  ])("of “%s” and “%s” is undefined", (a, b) => {
    expect(jensenShannon(counts(a), counts(b))).toBeNull();
    expect(compareCategories(windows(a, b))).toMatchObject({ value: null, chance: null });
  });

  const category = fc.constantFrom("a", "b", "c", "constructor", "__proto__");
  const some = fc.array(category, { minLength: 1, maxLength: 30 }).map(countCategories);

  test("is symmetric, in [0, 1], 0 only for equal shares, and the sum of its parts", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const value = jensenShannon(a, b)!;
        expect(value).toBe(jensenShannon(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const share = (of: typeof a, id: string) =>
          (of.get(id) ?? 0) / [...of.values()].reduce((sum, n) => sum + n);
        const equal = [...a.keys(), ...b.keys()].every((id) => share(a, id) === share(b, id));
        expect(value < 1e-12).toBe(equal);
        const parts = divergeParts(a, b);
        expect(parts.reduce((sum, { part }) => sum + part!, 0)).toBeCloseTo(value, 10);
        expect(parts.map(({ part }) => part!)).toEqual(
          parts.map(({ part }) => part!).toSorted((x, y) => y - x),
        );
      }),
    );
  });

  test("does not change when every count is doubled", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const twice = (of: typeof a) => new Map([...of].map(([id, n]) => [id, 2 * n]));
        expect(jensenShannon(twice(a), twice(b))).toBeCloseTo(jensenShannon(a, b)!, 12);
      }),
    );
  });
});

describe("the p-value", () => {
  /** Every way to deal the statements, counted out. */
  function exact(a: readonly string[], b: readonly string[]): number {
    const all = [...a, ...b];
    const observed = jensenShannon(countCategories(a), countCategories(b))!;
    let [asGreat, ways] = [0, 0];
    for (let bits = 0; bits < 2 ** all.length; bits += 1) {
      const inA = all.filter((_, at) => bits & (1 << at));
      if (inA.length !== a.length) continue;
      ways += 1;
      const inB = all.filter((_, at) => !(bits & (1 << at)));
      if (jensenShannon(countCategories(inA), countCategories(inB))! >= observed - 1e-12) asGreat += 1;
    }
    return asGreat / ways;
  }

  test.each([
    ["u u u", "u w w w"],
    ["u u u u", "w w w w"],
    ["u w", "u w w w x"],
    ["a b c d", "a b c d"],
    ["a", "b c d e f g"],
  ])("of %s and %s is that of all ways to deal them, within the error of 10,000 draws", (a, b) => {
    const expected = exact(a.split(" "), b.split(" "));
    const { p, draws, asGreat } = compareCategories(windows(a, b)).chance!;
    expect(draws).toBe(10_000);
    expect(p).toBe((1 + asGreat) / 10_001);
    expect(Math.abs(p - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 10_000) + 2e-4);
  });

  test("is the same each time, whichever window is called A", () => {
    const one = compareCategories(windows("u u u x", "u w w w x x"));
    expect(compareCategories(windows("u u u x", "u w w w x x"))).toEqual(one);
    const other = compareCategories(windows("u w w w x x", "u u u x"));
    expect(other.value).toBe(one.value);
    expect(other.chance).toEqual(one.chance);
  });

  test("of windows that overlap deals as many into both; of one and the same window it is 1", () => {
    expect(compareCategories(windows("", "", "u w w")).chance).toEqual({
      p: 1,
      draws: 10_000,
      asGreat: 10_000,
    });
    const within = compareCategories(windows("", "w w w w w w w", "u u"));
    // A is two of nine: both are u in 1 of 36 ways; one is u and one w, or both w, is nearer to the whole.
    expect([within.a, within.b, within.shared]).toEqual([2, 9, 2]);
    expect(within.chance!.p).toBeGreaterThan(0.02);
    expect(within.chance!.p).toBeLessThan(0.036);
  });

  test("keeps the categories of a statement together", () => {
    // Two statements of many categories each: dealing them out either way gives the same.
    const { value, chance } = compareCategories(windows("a+b+c", "d+e+f"));
    expect([value, chance?.p]).toEqual([1, 1]);
  });

  test("of large dossiers rests on fewer draws, never below a floor", () => {
    expect(affordableDraws(10_000, 1_200)).toBe(10_000);
    expect(affordableDraws(10_000, 12_000)).toBe(1_000);
    expect(affordableDraws(10_000, 1e9)).toBe(PERMUTATION.least);
    expect(affordableDraws(99, 1e9)).toBe(99);
  });
});

describe("statements are compared", () => {
  const narrative = sketchGraph([
    "k blames u",
    "k blames u",
    "k blames u",
    "x supports u",
    "k insinuates u",
    "k criticises w",
    "k delegitimises w",
    "k blames w",
    "x blames z",
  ]);
  const [a, b] = [narrative.statements.slice(0, 4), narrative.statements.slice(4)];

  test("by the targets of one family, whatever its types, of all sources or one side", () => {
    const blame = targetsOf("blame", narrative);
    const side = compareStatements(a, b, blame, { sources: new Set(["k"]) });
    expect(side.value).toBeCloseTo(0.5488, 4);
    expect(side).toMatchObject({ a: 3, b: 4, shared: 0 });
    expect(side.parts.map((part) => [part.id, part.a, part.b])).toEqual([
      ["w", 0, 3],
      ["u", 3, 1],
    ]);
    expect(compareStatements(a, b, blame)).toMatchObject({ a: 3, b: 5 });
    expect(compareStatements(a, b, targetsOf("threat", narrative))).toMatchObject({
      value: null,
      a: 0,
      b: 0,
    });
  });

  test("by ties, and by narratives with what is done to them", () => {
    expect(compareStatements(a, a, FAMILIES_BY_PAIR)).toMatchObject({ value: 0, shared: 4 });
    expect(compareStatements(a, b, FAMILIES_BY_PAIR, { draws: 99 }).chance?.draws).toBe(99);
    const harbour = harbourGraph();
    const told = harbour.statements.flatMap((statement) => NARRATIVES.categories(statement));
    expect(new Set(told)).toEqual(
      new Set(["league-alone~advances", "union-did-it~advances", "union-did-it~undermines"]),
    );
  });

  test("the table of kinds gives each by its id", () => {
    expect(divergenceKind("targets", "blame", narrative).label).toBe("targets of blame");
    expect(divergenceKind("families", "blame", narrative)).toBe(FAMILIES_BY_PAIR);
    expect(divergenceKind("narratives", "blame", narrative)).toBe(NARRATIVES);
  });

  test("the family compared unless another is named is the first hostile one, else the first", () => {
    const family = (id: string, sign: Sign) => ({ id, label: id, question: "?", sign });
    const of = (...families: ReturnType<typeof family>[]) =>
      defaultFamily({ codebook: buildCodebook({ families }) });
    expect(defaultFamily(narrative)).toBe("blame");
    expect(of(family("trust", 1), family("rivalry", -1), family("blame", -1))).toBe("rivalry");
    expect(of(family("trust", 1), family("blame", 0))).toBe("trust");
    expect(of()).toBe("");
  });
});
