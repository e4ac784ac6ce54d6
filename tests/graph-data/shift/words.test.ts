import { describe, expect, test } from "@jest/globals";
import { WHOLE } from "../../../graph-data/lens/lens.ts";
import { parseLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { findChange } from "../../../graph-data/shift/change-points.ts";
import { compareTies } from "../../../graph-data/shift/compare.ts";
import { compareCategories } from "../../../graph-data/shift/divergence.ts";
import { targetsOf } from "../../../graph-data/shift/kinds.ts";
import { traceNarrative } from "../../../graph-data/shift/narratives.ts";
import { findContradictions } from "../../../graph-data/shift/reversals.ts";
import {
  describeBetween,
  describeChance,
  describeChange,
  describeContradiction,
  describeDivergence,
  describeShift,
  describeUptake,
  formatShare,
  labelShift,
} from "../../../graph-data/shift/words.ts";
import { listAxes } from "../../../graph-data/time/axis.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";

const FIRST = firstDossierGraph();
const slice = (text: string) => sliceGraph(FIRST, parseLens(text, FIRST).lens);
const shift = (id: string, a: string, b: string) =>
  compareTies(slice(a), slice(b)).find((candidate) => candidate.id === id)!;
const AXIS = listAxes(FIRST)[0]!;
const BLAME = targetsOf("blame", FIRST);

describe("a shift", () => {
  const before = "phase=background..concession";
  const after = "phase=behind-it";

  test.each([
    ["putin~west~blame", before, after, "Vladimir Putin → The West, blame: new, 1 statement"],
    ["putin~west~blame", after, before, "Vladimir Putin → The West, blame: gone, 1 statement"],
    ["putin~ukraine~blame", before, after, "Vladimir Putin → Ukraine, blame: kept, 1 statement in each"],
    [
      "putin~ukraine~blame",
      before,
      "phase=background..behind-it",
      "Vladimir Putin → Ukraine, blame: more, 1 statement in A, 2 in B",
    ],
    [
      "putin~isis-k~acknowledgement",
      "phase=blame-ukraine",
      "phase=concession",
      "Vladimir Putin → ISIS-K, acknowledgement: in place of denial, 1 statement",
    ],
    [
      "putin~isis-k~denial",
      "phase=blame-ukraine",
      "phase=concession",
      "Vladimir Putin → ISIS-K, denial: gave way to acknowledgement, 1 statement",
    ],
  ])("%s from %s to %s", (id, a, b, words) => {
    expect(labelShift(shift(id, a, b), FIRST)).toBe(words);
  });

  test("is never told without who says so", () => {
    expect(describeShift(shift("putin~west~blame", before, after), FIRST)).toBe(
      "Vladimir Putin → The West, blame: new, 1 statement. " +
        "In B: According to the author: Vladimir Putin insinuates responsibility of The West.",
    );
    for (const one of compareTies(slice(before), slice(after)))
      expect(describeShift(one, FIRST)).toMatch(/ In [AB]: According to /);
  });
});

test("a contradiction has both statements, those who say so, and the time between", () => {
  const words = findContradictions(sliceGraph(FIRST, WHOLE).statements, FIRST).map((found) =>
    describeContradiction(found, FIRST),
  );
  expect(words).toContain(
    "Reversal. According to the author: Vladimir Putin denies the part of ISIS-K. " +
      "Against it, 1 phase later: according to the author: Vladimir Putin concedes the responsibility of ISIS-K.",
  );
  expect(words.find((text) => text.startsWith("Same side"))).toMatch(
    /^Same side, both ways \(The Kremlin\)\. /,
  );
});

test("the time between is told as far as it is known", () => {
  const statement = (id: string) => FIRST.statements.find((candidate) => candidate.id === id)!;
  const between = (a: string, b: string) => describeBetween(statement(a), statement(b), FIRST);
  expect(between("s52", "s55")).toBe("1 phase later, 2 days later");
  expect(between("s17", "s55")).toBe("in the same phase, on the same day");
  expect(between("s19", "s52")).toBe("1 phase later");
  expect(between("s62", "s81")).toBe("1 phase later");
});

describe("a divergence", () => {
  const divergence = (a: number, b: number) =>
    compareCategories({
      onlyA: Array.from({ length: a }, () => ["u"]),
      shared: [],
      onlyB: Array.from({ length: b }, (_, at) => [at === 0 ? "u" : "w"]),
    });

  test("has its value, both counts and its chance", () => {
    const found = divergence(3, 4);
    expect(describeDivergence(found, BLAME)).toBe(
      "Divergence of targets of blame: 0.55, where 0 is the same and 1 nothing in common. It rests on " +
        `3 statements of blame in A and 4 in B; ${describeChance(found.chance!)}.`,
    );
    expect(describeDivergence(divergence(1, 2), BLAME)).toContain("1 statement of blame in A and 2 in B");
  });

  test("that is undefined says why", () => {
    const words = (a: number, b: number) => describeDivergence(divergence(a, b), BLAME);
    expect(words(0, 2)).toBe(
      "Divergence of targets of blame: undefined, because window A holds no statement of blame.",
    );
    expect(words(2, 0)).toContain("because window B holds no statement of blame");
    expect(words(0, 0)).toContain("because neither window holds a statement of blame");
  });

  test("of chance is told in shuffles", () => {
    expect(describeChance({ p: 4 / 10_001, draws: 10_000, asGreat: 3 })).toBe(
      "as great by chance in 3 of 10\u202F000 shuffles (p = 0.0004)",
    );
    expect(describeChance({ p: 1 / 200, draws: 199, asGreat: 0 })).toBe(
      "as great by chance in none of 199 shuffles (p = 0.005)",
    );
    expect(describeChance({ p: 1, draws: 1, asGreat: 1 })).toBe(
      "as great by chance in 1 of 1 shuffle (p = 1)",
    );
  });

  test("never rounds to all or nothing", () => {
    expect([0, 0.0001, 0.5488, 0.9999, 1].map(formatShare)).toEqual([
      "0",
      "below 0.01",
      "0.55",
      "above 0.99",
      "1",
    ]);
  });
});

test("a search that finds no change says so, and one that does says where", () => {
  const series = (text: string) =>
    findChange([...text].map((name, at) => ({ time: Math.floor(at / 6), categories: [name] })));
  expect(describeChange(series("uuuuuuwwwwww"), AXIS, BLAME)).toMatch(
    /^Change of targets of blame between “Background” and “Warnings dismissed”: divergence 1 \(6 before, 6 after\); as great by chance in \d+ of 999 shuffles/,
  );
  expect(describeChange(series("uwuwuwuwuwuw"), AXIS, BLAME)).toMatch(
    /^No change found in targets of blame\. The greatest, between .* \(12 statements of blame\)\.$/,
  );
  expect(describeChange({ ...series("u"), leftOut: 2 }, AXIS, BLAME)).toBe(
    "No change found in targets of blame: too few to search (1 statement of blame; 2 statements without a certain place left out).",
  );
});

test("who takes up a narrative is told with how", () => {
  const { advanced } = traceNarrative(sliceGraph(FIRST, WHOLE).statements, "ukrainian-trail", AXIS);
  expect(describeUptake(advanced[0]!, FIRST)).toBe(
    "Vladimir Putin, in acts that the author reports: 2 statements, first s52",
  );
});
