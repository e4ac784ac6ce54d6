import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildGraph, tieId } from "../../../graph-data/graph/build.ts";
import { buildTies } from "../../../graph-data/graph/ties.ts";
import { buildTimeline, weighWindow } from "../../../graph-data/graph/time.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

describe("weighWindow", () => {
  const timeline = buildTimeline(harbourGraph().statements, 5);
  const weights = (first: number, last: number) =>
    Object.fromEntries(
      [...weighWindow(timeline, first, last)].map((weight, t) => [timeline.ties[t]!.id, weight]),
    );

  test("counts the statements of a window of phases", () => {
    expect(weights(1, 1)).toMatchObject({
      "league~fire~acknowledgement": 1,
      "mayor~union~blame": 1,
      "union~city~procedure": 0,
    });
    expect(weights(2, 3)).toMatchObject({
      "mayor~union~blame": 0,
      "herald~union~blame": 1,
      "union~city~procedure": 1,
    });
    expect(weights(4, 4)).toMatchObject({ "city~union~alliance": 1, "mayor~mayor~blame": 0 });
  });

  test("over all steps gives each tie its whole weight", () => {
    expect([...weighWindow(timeline, 0, 4)]).toEqual(
      timeline.ties.map(({ statements }) => statements.length),
    );
    expect(idsOf(timeline.ties)).toEqual(idsOf(buildTies(harbourGraph().statements)));
  });

  test("of no ties is empty", () => {
    expect([...weighWindow(buildTimeline([], 3), 0, 2)]).toEqual([]);
  });
});

test("property: a window by subtraction equals counting its statements from scratch", () => {
  fc.assert(
    fc.property(anyDossier, fc.nat(5), fc.nat(5), fc.boolean(), (dossier, a, b, byHash) => {
      const { statements, phases } = buildGraph(dossier);
      const steps = phases.length + 1;
      const stepOf = byHash ? (s: { id: string }) => Number(s.id.slice(1)) % steps : undefined;
      const timeline = buildTimeline(statements, steps, stepOf);
      const [first, last] = [a % steps, b % steps].toSorted() as [number, number];
      const inside = statements.filter((s) => {
        const step = stepOf ? stepOf(s) : s.step;
        return step >= first && step <= last;
      });
      const weights = weighWindow(timeline, first, last);
      for (const [t, tie] of timeline.ties.entries()) {
        const counted = inside.filter((s) => tieId(s.source, s.target, s.family) === tie.id).length;
        expect(weights[t]).toBe(counted);
      }
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(inside.length);
    }),
    { numRuns: 60 },
  );
});
