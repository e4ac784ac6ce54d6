import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildGraph, type NarrativeGraph } from "../../../graph-data/graph/build.ts";
import { DEFAULT_MODALITIES, type Lens, WHOLE } from "../../../graph-data/lens/lens.ts";
import { parseLens, writeLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { type Axis, listAxes } from "../../../graph-data/time/axis.ts";
import { lookAt, type TimeWindow, windowOf, withoutTime } from "../../../graph-data/time/window.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

function everyWindow({ stops }: Axis): TimeWindow[] {
  return stops.flatMap((_, first) => stops.slice(first).map((_, more) => ({ first, last: first + more })));
}

/** What the window means: on the date axis, undated statements are looked at by themselves or with everything. */
function meant(axis: Axis, window: TimeWindow): TimeWindow | null {
  if (window.first === 0 && window.last === axis.stops.length - 1) return null;
  const overUndated = axis.kind === "date" && window.last === axis.timeless && window.first < window.last;
  return overUndated ? { ...window, last: window.last - 1 } : window;
}

function check(narrative: NarrativeGraph, axis: Axis, window: TimeWindow, lens: Lens = WHOLE): void {
  const looked = lookAt(lens, axis, window);
  const expected = meant(axis, window);
  expect(windowOf(looked, axis)).toEqual(expected);
  const inside = narrative.statements.filter((statement) => {
    const [first, last] = axis.place(statement);
    const told = DEFAULT_MODALITIES.includes(statement.modality);
    return told && (expected === null || (first <= expected.last && last >= expected.first));
  });
  expect(idsOf(sliceGraph(narrative, looked).statements)).toEqual(idsOf(inside));
  const read = parseLens(writeLens(looked, narrative), narrative);
  expect(read).toEqual({ lens: looked, problems: [] });
}

describe.each([
  ["harbour", harbourGraph()],
  ["the first dossier", firstDossierGraph()],
] as const)("every window on either axis of %s", (_, narrative) => {
  test("lets through just what may lie in it, is read back from the lens, and has a text", () => {
    for (const axis of listAxes(narrative)) {
      const windows = everyWindow(axis);
      const some = windows.length > 300 ? windows.filter((_window, at) => at % 11 === 0) : windows;
      for (const window of some) check(narrative, axis, window);
    }
  });
});

test("property: the same for any dossier", () => {
  fc.assert(
    fc.property(anyDossier, fc.nat(), fc.nat(), (dossier, x, y) => {
      const narrative = buildGraph(dossier);
      for (const axis of listAxes(narrative)) {
        const [a, b] = [x % axis.stops.length, y % axis.stops.length];
        check(narrative, axis, { first: Math.min(a, b), last: Math.max(a, b) });
      }
    }),
    { numRuns: 200 },
  );
});

describe("by hand", () => {
  const [phases, dates] = listAxes(harbourGraph()) as [Axis, Axis];

  test("a window takes the place of the lens's time, and of nothing else", () => {
    const lens: Lens = { q: "tanks", from: "2024", to: "2025", undated: "no" };
    expect(lookAt(lens, phases, { first: 1, last: 2 })).toEqual({
      q: "tanks",
      phases: ["blaze", "aftermath"],
    });
    expect(lookAt(lens, phases, null)).toEqual({ q: "tanks" });
    expect(withoutTime({ ...lens, phases: ["blaze"] })).toEqual({ q: "tanks" });
  });

  test("statements without a phase are a window of their own", () => {
    const lens = lookAt(WHOLE, phases, { first: 4, last: 4 });
    expect(lens).toEqual({ phases: ["none"] });
    expect(idsOf(sliceGraph(harbourGraph(), lens).statements)).toEqual(["s14"]);
  });

  test("undated statements are; all dated ones are those that have a date", () => {
    expect(lookAt(WHOLE, dates, { first: dates.timeless, last: dates.timeless })).toEqual({
      undated: "only",
    });
    const all = { first: 0, last: dates.timeless - 1 };
    expect(windowOf(lookAt(WHOLE, dates, all), dates)).toEqual(all);
  });

  test("a lens whose time is not told on an axis has no window there", () => {
    expect(windowOf({ phases: ["blaze"] }, dates)).toBeNull();
    expect(windowOf({ from: "2024" }, phases)).toBeNull();
    expect(windowOf({ phases: ["before", "inquiry"] }, phases)).toEqual({ first: 0, last: 3 });
    expect(windowOf({ from: "2030", to: "2020" }, dates)).toBeNull();
    expect(windowOf({ phases: ["none"] }, listAxes(firstDossierGraph())[0]!)).toBeNull();
  });
});
