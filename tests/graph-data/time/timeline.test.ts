import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { buildTies } from "../../../graph-data/graph/ties.ts";
import { buildPhaseAxis, listAxes } from "../../../graph-data/time/axis.ts";
import { buildTimeline, weighWindow } from "../../../graph-data/time/timeline.ts";
import { harbourGraph } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

describe("the weights of a window", () => {
  const narrative = harbourGraph();
  const axis = buildPhaseAxis(narrative)!;
  const timeline = buildTimeline(narrative, narrative.statements, axis);
  const weights = (first: number, last: number) =>
    Object.fromEntries(
      [...weighWindow(timeline, { first, last })].map((weight, t) => [timeline.ties[t]!.id, weight]),
    );

  test("count the statements of a window of phases", () => {
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

  test("over all stops give each tie its whole weight", () => {
    expect(weights(0, 4)).toEqual(
      Object.fromEntries(
        buildTies(narrative.statements).map(({ id, statements }) => [id, statements.length]),
      ),
    );
  });

  test("of no ties are empty", () => {
    expect([...weighWindow(buildTimeline({ ties: [] }, [], axis), { first: 0, last: 2 })]).toEqual([]);
  });
});

test("property: a window by subtraction equals counting from scratch, on every axis, vague dates included", () => {
  fc.assert(
    fc.property(anyDossier, fc.nat(), fc.nat(), (dossier, a, b) => {
      const narrative = buildGraph(dossier);
      for (const axis of listAxes(narrative)) {
        const timeline = buildTimeline(narrative, narrative.statements, axis);
        const stops = [a % axis.stops.length, b % axis.stops.length];
        const window = { first: Math.min(...stops), last: Math.max(...stops) };
        const weights = weighWindow(timeline, window);
        for (const tie of buildTies(narrative.statements)) {
          const t = timeline.ties.findIndex(({ id }) => id === tie.id);
          const inside = tie.statements.filter((statement) => {
            const [first, last] = axis.place(statement);
            return first <= window.last && last >= window.first;
          });
          expect(weights[t]).toBe(inside.length);
        }
      }
    }),
    { numRuns: 60 },
  );
});
