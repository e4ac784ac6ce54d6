import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  listShortestPaths,
  measureDistances,
  selectShortestPaths,
} from "../../../graph-data/graph/distances.ts";
import { harbourGraph, idsOf, sketchGraph } from "../../support/fixtures.ts";

/** Two ways of equal length from a to d, a longer one, and a part that hangs apart. */
const DIAMOND = sketchGraph([
  "a blames b",
  "d denies b",
  "c supports a",
  "c blames d",
  "a blames e",
  "e blames f",
  "f blames d",
  "a criticises b",
  "x blames y",
  "b blames b",
]).statements;

describe("measureDistances", () => {
  test("counts steps over statements in either direction", () => {
    expect(Object.fromEntries(measureDistances(DIAMOND, ["a"]))).toEqual({
      a: 0,
      b: 1,
      c: 1,
      e: 1,
      d: 2,
      f: 2,
    });
  });

  test("counts from the nearest of several starts; a start that nothing links is 0 from itself", () => {
    expect(Object.fromEntries(measureDistances(DIAMOND, ["f", "b", "lonely"]))).toEqual({
      f: 0,
      b: 0,
      lonely: 0,
      e: 1,
      d: 1,
      a: 1,
      c: 2,
    });
    expect(measureDistances(DIAMOND, []).size).toBe(0);
  });

  test("takes names of Object's own parts for ordinary actors", () => {
    const { statements } = sketchGraph(["constructor blames toString", "toString blames 10", "10 blames 2"]);
    expect([...measureDistances(statements, ["constructor"])].toSorted()).toEqual([
      ["10", 2],
      ["2", 3],
      ["constructor", 0],
      ["toString", 1],
    ]);
  });
});

describe("selectShortestPaths", () => {
  const select = (from: string, to: string) => idsOf(selectShortestPaths(DIAMOND, from, to)).join(" ");

  test("gives the statements of every shortest path, parallel ones too, in either direction", () => {
    expect(select("a", "d")).toBe("s0 s1 s2 s3 s7");
    expect(select("d", "a")).toBe("s0 s1 s2 s3 s7");
    expect(select("e", "d")).toBe("s5 s6");
  });

  test("is empty when nothing connects the two, or they are one", () => {
    expect(select("a", "x")).toBe("");
    expect(select("a", "a")).toBe("");
    expect(select("b", "b")).toBe("");
    expect(select("a", "nobody")).toBe("");
  });
});

describe("listShortestPaths", () => {
  test("lists each path once, in the order of ids", () => {
    expect(listShortestPaths(DIAMOND, "a", "d", 100)).toEqual([
      ["a", "b", "d"],
      ["a", "c", "d"],
    ]);
    expect(listShortestPaths(DIAMOND, "a", "d", 1)).toEqual([["a", "b", "d"]]);
    expect(listShortestPaths(DIAMOND, "a", "x", 100)).toEqual([]);
    expect(listShortestPaths(DIAMOND, "a", "a", 100)).toEqual([]);
    expect(listShortestPaths(harbourGraph().statements, "inspector", "port-authority", 100)).toEqual([
      ["inspector", "port-authority"],
    ]);
  });

  test("walks a path of 30,000 steps", () => {
    const { statements } = sketchGraph(Array.from({ length: 30_000 }, (_, at) => `n${at} blames n${at + 1}`));
    expect(listShortestPaths(statements, "n0", "n30000", 100)[0]).toHaveLength(30_001);
    expect(selectShortestPaths(statements, "n0", "n30000")).toHaveLength(30_000);
  });

  test("stops at its limit where there are more paths than could ever be listed", () => {
    const ladder = Array.from({ length: 40 }, (_, at) => [
      `n${at} blames u${at}`,
      `n${at} blames v${at}`,
      `u${at} blames n${at + 1}`,
      `v${at} blames n${at + 1}`,
    ]).flat();
    const paths = listShortestPaths(sketchGraph(ladder).statements, "n0", "n40", 100);
    expect(paths).toHaveLength(100);
    expect(new Set(paths.map((path) => path.join())).size).toBe(100);
  });
});

const NAMES = ["a", "b", "c", "d", "e", "f"];
const links = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)), { maxLength: 12 });

/** All simple paths by trying every one; the shortest of them. */
function bruteForce(pairs: readonly (readonly [string, string])[], from: string, to: string): string[][] {
  const beside = (id: string) =>
    NAMES.filter((other) => pairs.some(([a, b]) => (a === id && b === other) || (b === id && a === other)));
  const walk = (path: string[]): string[][] =>
    path.at(-1) === to
      ? [path]
      : beside(path.at(-1)!)
          .filter((id) => !path.includes(id))
          .flatMap((id) => walk([...path, id]));
  const all = from === to ? [] : walk([from]);
  const shortest = Math.min(...all.map((path) => path.length));
  return all.filter((path) => path.length === shortest);
}

test("property: distances, paths and their statements agree with trying every path", () => {
  fc.assert(
    fc.property(links, (pairs) => {
      const { statements } = sketchGraph(pairs.map(([a, b]) => `${a} blames ${b}`));
      for (const to of NAMES.slice(1)) {
        const expected = bruteForce(pairs, "a", to);
        expect(listShortestPaths(statements, "a", to, 100)).toEqual(expected);
        expect(measureDistances(statements, ["a"]).get(to)).toBe(expected[0] && expected[0].length - 1);
        const steps = new Set(
          expected.flatMap((path) => path.slice(1).map((id, at) => [path[at], id].toSorted().join("~"))),
        );
        const onPath = statements.filter(({ source, target }) =>
          steps.has([source, target].toSorted().join("~")),
        );
        expect(selectShortestPaths(statements, "a", to)).toEqual(onPath);
      }
    }),
    { numRuns: 100 },
  );
});
