import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  countWindows,
  describeNetwork,
  describeWindow,
  listActors,
  listShifts,
  listTies,
} from "../../../client/state/shown.ts";
import { earlierLens, uniteSlices } from "../../../graph-data/display/compared.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { parseLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { compareTies, SHIFT_KINDS } from "../../../graph-data/shift/compare.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyDossier, anyLens } from "../../support/generators.ts";

const NARRATIVE = harbourGraph();
const slice = (query: string) => sliceGraph(NARRATIVE, parseLens(query, NARRATIVE).lens);
const compare = (a: string, b: string) => {
  const [before, after] = [slice(a), slice(b)];
  return { a: before, b: after, shifts: compareTies(before, after) };
};

const descending = (x?: number, y?: number) => y! - x!;

/** s03 to s05, then s06 to s10: eight ties of one statement each, none of them in both. */
const COMPARED = compare("phase=blaze", "phase=aftermath");

describe("what is shown, in words", () => {
  test("counts one slice", () => {
    expect(describeNetwork(slice("phase=blaze"))).toBe("Network of 4 actors and 3 statements");
    expect(describeNetwork(slice("phase=blaze&family=acknowledgement"))).toBe(
      "Network of 2 actors and 1 statement",
    );
  });

  test("counts both windows of a comparison, and their ties of each kind that is drawn", () => {
    const united = uniteSlices(COMPARED);
    expect(countWindows(COMPARED)).toBe("A: 3, B: 5");
    expect(describeNetwork(united, COMPARED)).toBe(
      "Network of 5 actors and 8 statements, 3 in window A and 5 in window B. Ties: 5 new and 3 gone",
    );
    expect(describeNetwork(united, COMPARED, ["vanished", "grew"])).toMatch(/\. Ties drawn: 3 gone$/);
    expect(describeNetwork(united, COMPARED, ["kept"])).toMatch(/\. No tie is drawn$/);
  });

  test("names a window that stands by itself", () => {
    expect(describeWindow("A", COMPARED.a)).toBe("Network of window A: 4 actors and 3 statements");
  });
});

describe("rows of a slice", () => {
  test("are its actors and its ties, those with most statements first", () => {
    const both = slice("phase=blaze,aftermath");
    const actors = listActors(both, [both]);
    expect(actors.map(({ actor, counts }) => [actor.id, ...counts])).toEqual([
      ["union", 5],
      ["mayor", 4],
      ["league", 3],
      ["fire", 3],
      ["herald", 1],
    ]);
    const whole = listTies(slice(""));
    expect(whole.map(({ counts }) => counts[0])).toEqual(
      whole.map(({ counts }) => counts[0]).toSorted(descending),
    );
    expect(whole.find(({ id }) => id === "union~city~procedure")).toEqual({
      id: "union~city~procedure",
      source: "union",
      target: "city",
      family: "procedure",
      counts: [1],
    });
  });
});

describe("rows of a comparison", () => {
  const cases = anyDossier
    .filter(({ actors }) => actors.length > 1)
    .chain((dossier) => {
      const narrative = buildGraph(dossier);
      const kinds = fc.option(fc.uniqueArray(fc.constantFrom(...SHIFT_KINDS)), { nil: undefined });
      return fc.tuple(fc.constant(narrative), anyLens(narrative), anyLens(narrative), kinds);
    });

  test("are every actor and tie of either window, with the counts of both", () => {
    fc.assert(
      fc.property(cases, ([narrative, lens, own, kinds]) => {
        const [a, b] = [sliceGraph(narrative, earlierLens(lens, own)), sliceGraph(narrative, lens)];
        const compared = { a, b, shifts: compareTies(a, b) };
        const actors = listActors(uniteSlices(compared), [a, b]);
        expect(new Set(idsOf(actors.map(({ actor }) => actor)))).toEqual(
          new Set([...idsOf(a.actors), ...idsOf(b.actors)]),
        );
        for (const { actor, counts } of actors)
          expect(counts).toEqual(
            [a, b].map(
              ({ statements }) =>
                statements.filter(({ source, target }) => [source, target].includes(actor.id)).length,
            ),
          );
        const ties = listShifts(compared.shifts, kinds);
        const wanted = compared.shifts.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
        expect(idsOf(ties)).toEqual(idsOf(wanted));
        for (const { source, target, family, shift, counts } of ties) {
          const count = (statements: typeof a.statements) =>
            statements.filter(
              (one) => one.source === source && one.target === target && one.family === family,
            ).length;
          expect(counts).toEqual([count(a.statements), count(b.statements)]);
          if (shift === "appeared") expect(counts[0]).toBe(0);
          if (shift === "vanished") expect(counts[1]).toBe(0);
          if (shift === "grew") expect(counts[1]).toBeGreaterThan(counts[0]!);
          if (shift === "shrank") expect(counts[1]).toBeLessThan(counts[0]!);
          if (shift === "kept") expect(counts[1]).toBe(counts[0]);
        }
      }),
    );
  });
});
