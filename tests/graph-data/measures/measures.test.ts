import { describe, expect, test } from "@jest/globals";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { MEASURES } from "../../../graph-data/measures/index.ts";
import { sketch } from "../layout/sketch.ts";

/**
 * By hand. a→b blame twice (parallel), b→a denial, a→c alliance, c→c blame (loop), d alone:
 *                 degree        strength   in   out
 * a  b, c           2        2+1+1 = 4      1    3
 * b  a              1        2+1   = 3      2    1
 * c  a (not c)      1        1+1   = 2      2    1
 * d                 0        0              0    0
 */
const narrative = sketch(["a blames b", "a criticises b", "b denies a", "a supports c", "c blames c"], {
  others: ["d"],
});
const slice = sliceGraph(narrative, {});

function run(id: string, family?: string): Record<string, number> {
  const measure = MEASURES.find((candidate) => candidate.id === id)!;
  return Object.fromEntries(measure.run(slice, { family }));
}

describe("measures", () => {
  test("all families together", () => {
    expect(run("degree")).toEqual({ a: 2, b: 1, c: 1, d: 0 });
    expect(run("strength")).toEqual({ a: 4, b: 3, c: 2, d: 0 });
    expect(run("in-strength")).toEqual({ a: 1, b: 2, c: 2, d: 0 });
    expect(run("out-strength")).toEqual({ a: 3, b: 1, c: 1, d: 0 });
  });

  test("one family: blame is a→b twice and the loop at c", () => {
    expect(run("degree", "blame")).toEqual({ a: 1, b: 1, c: 0, d: 0 });
    expect(run("strength", "blame")).toEqual({ a: 2, b: 2, c: 1, d: 0 });
    expect(run("in-strength", "blame")).toEqual({ a: 0, b: 2, c: 1, d: 0 });
    expect(run("out-strength", "blame")).toEqual({ a: 2, b: 0, c: 1, d: 0 });
    expect(run("strength", "threat")).toEqual({ a: 0, b: 0, c: 0, d: 0 });
  });

  test("the sum of in-strengths, and of out-strengths, is the number of statements", () => {
    const sum = (id: string) => Object.values(run(id)).reduce((a, b) => a + b, 0);
    expect(sum("in-strength")).toBe(slice.statements.length);
    expect(sum("out-strength")).toBe(slice.statements.length);
  });

  test("each has an id of its own, a question, its literature, and a family to count alone", () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
    for (const { literature, question, parameters } of MEASURES) {
      expect(literature).toMatch(/doi:10\.\d{4,}/);
      expect(question).toMatch(/\?$/);
      expect(parameters.map(({ kind }) => kind)).toEqual(["family"]);
    }
  });

  test("actors come in the slice's order, and only those of the slice", () => {
    const around = sliceGraph(narrative, { actors: ["b"] });
    expect([...MEASURES[0]!.run(around).keys()]).toEqual(["a", "b"]);
  });
});
