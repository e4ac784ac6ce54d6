import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Statement } from "../../../graph-data/dossier/records.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { buildDateAxis, buildPhaseAxis, listAxes } from "../../../graph-data/time/axis.ts";
import { buildBars } from "../../../graph-data/time/bars.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourGraph, sketchDossier } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

function dated(dates: readonly (string | undefined)[], more: Partial<Statement> = {}) {
  const dossier = sketchDossier(dates.map(() => "a blames b"));
  const statements = dossier.statements.map((statement, at) => {
    const date = dates[at];
    return { ...statement, ...more, ...(date === undefined ? {} : { date }) };
  });
  return buildGraph({ ...dossier, statements });
}

const stops = (dates: readonly (string | undefined)[]) =>
  buildDateAxis(dated(dates))?.stops.map(({ id }) => id);

describe("the phases", () => {
  test("are stops in their order, and what has none has its own, the last", () => {
    const axis = buildPhaseAxis(harbourGraph())!;
    expect(axis.stops.map(({ id }) => id)).toEqual(["before", "blaze", "aftermath", "inquiry", "none"]);
    expect(axis.timeless).toBe(4);
    expect(buildPhaseAxis(firstDossierGraph())).toMatchObject({ timeless: -1 });
    expect(buildPhaseAxis(dated(["2024"]))).toBeNull();
  });
});

describe("the calendar", () => {
  test("has a stop for each unit from the first to the last date, and one for what has none", () => {
    expect(stops(["2024-03-07", "2024-03-09", undefined])).toEqual([
      "2024-03-07",
      "2024-03-08",
      "2024-03-09",
      "none",
    ]);
    expect(stops([undefined])).toBeUndefined();
    expect(stops([])).toBeUndefined();
    expect(stops(["1992/.."])).toBeUndefined();
  });

  test.each([
    [["2024-01-01", "2024-03-31"], "day", 91],
    [["2024-01-01", "2024-12-31"], "week", 53],
    [["2020-01", "2024-12"], "month", 60],
    [["1950-05-05", "2024-01-01"], "year", 75],
    [["1700", "1999"], "decade", 30],
    [["-0500", "1999"], "century", 25],
  ])("of %j goes by %s", (dates, unit, count) => {
    const axis = buildDateAxis(dated(dates))!;
    expect([axis.unit, axis.stops.length]).toEqual([unit, count]);
  });

  test("is made for the dates that are most exact, if they are half of all; others lie at its ends", () => {
    const ids = stops(["2024-03-07", "2024-03-08", "2024-03-09", "1999/2001", "1992/.."])!;
    expect(ids).toEqual(["../2024-03-06", "2024-03-07", "2024-03-08", "2024-03-09", "2024-03-10/.."]);
    // One day among years: the axis goes by years.
    expect(stops(["1990", "1991", "1992", "1993-05-05"])).toEqual(["1990", "1991", "1992", "1993"]);
  });

  test("places a statement at every stop to which it may belong", () => {
    const narrative = dated(["2024-03-07", "2024-03-08/2024-03-09", "2024-03-10", "1992/..", undefined]);
    const axis = buildDateAxis(narrative)!;
    const placed = narrative.statements.map((statement) => [statement.record.date, ...axis.place(statement)]);
    expect(axis.stops).toHaveLength(7);
    expect(Object.fromEntries(placed.map(([date = "none", ...place]) => [date, place]))).toEqual({
      "2024-03-07": [1, 1],
      "2024-03-08/2024-03-09": [2, 3],
      "2024-03-10": [4, 4],
      "1992/..": [0, 5],
      none: [6, 6],
    });
  });

  test("keeps dates beyond what EDTF writes in days at its ends", () => {
    expect(stops(["2024-03-07", "2024-03-08", "Y-17000"])).toEqual([
      "../2024-03-06",
      "2024-03-07",
      "2024-03-08",
    ]);
    expect(stops(["Y-17000"])).toBeUndefined();
  });
});

describe("bars", () => {
  test("count what is sure, and share out what is not", () => {
    const narrative = dated(["2024-03-07", "2024-03-07~", "2024-03-07/2024-03-08", undefined]);
    const axis = buildDateAxis(narrative)!;
    expect(buildBars(axis, narrative.statements, ["blame"])).toEqual([
      { stop: "2024-03-07", parts: [{ family: "blame", sure: 1, spread: 1.5 }], height: 2.5, statements: 3 },
      { stop: "2024-03-08", parts: [{ family: "blame", sure: 0, spread: 0.5 }], height: 0.5, statements: 1 },
      { stop: "none", parts: [{ family: "blame", sure: 1, spread: 0 }], height: 1, statements: 1 },
    ]);
    expect(buildBars(axis, narrative.statements, [])[0]).toMatchObject({ parts: [], height: 0 });
  });

  test("property: on every axis their heights add up to the statements; stops are whole where nothing is spread", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const narrative = buildGraph(dossier);
        const families = [...narrative.codebook.families.keys()];
        for (const axis of listAxes(narrative)) {
          const bars = buildBars(axis, narrative.statements, families);
          expect(bars).toHaveLength(axis.stops.length);
          const heights = bars.reduce((sum, { height }) => sum + height, 0);
          expect(heights).toBeCloseTo(narrative.statements.length, 9);
          for (const [at, bar] of bars.entries()) {
            const here = narrative.statements.filter((statement) => {
              const [first, last] = axis.place(statement);
              return first <= at && at <= last;
            });
            expect(bar.statements).toBe(here.length);
            if (axis.kind === "phase") expect(bar.height).toBe(here.length);
          }
        }
      }),
    );
  });

  test("property: stops follow each other without a gap and cover every date", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const narrative = buildGraph(dossier);
        const axis = buildDateAxis(narrative);
        if (!axis) return;
        const spans = axis.stops.flatMap(({ span }) => span ?? []);
        for (const [at, span] of spans.entries()) {
          if (at > 0) expect(span.from).toBe(spans[at - 1]!.to + 1);
        }
        for (const statement of narrative.statements) {
          const [first, last] = axis.place(statement);
          if (statement.span === null) expect([first, last]).toEqual([axis.timeless, axis.timeless]);
          else {
            expect(spans[first]!.from).toBeLessThanOrEqual(statement.span.from);
            expect(spans[last]!.to).toBeGreaterThanOrEqual(statement.span.to);
          }
        }
      }),
    );
  });
});
