import { describe, expect, test } from "@jest/globals";
import { keepKinds, listLedger, openComparison, writeComparison } from "../../../client/state/comparison.ts";
import { axesOf } from "../../../client/state/time.ts";
import { displaySlice } from "../../../graph-data/display/elements.ts";
import { parseLens, readQuery } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { compareTies, type ShiftKind } from "../../../graph-data/shift/compare.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();
const AXIS = axesOf(NARRATIVE).find(({ kind }) => kind === "phase")!;
const lens = (text: string) => parseLens(text, NARRATIVE).lens;

describe("a comparison begins", () => {
  test("with the window shown against all before it", () => {
    expect(openComparison(NARRATIVE, lens("family=blame&phase=aftermath"), AXIS)).toEqual({
      lens: lens("family=blame&phase=aftermath"),
      compare: lens("phase=before,blaze"),
    });
  });

  test("with two windows that do not overlap and leave out no phase, where all times are shown", () => {
    const opened = openComparison(NARRATIVE, {}, AXIS)!;
    const phases = NARRATIVE.phases.map(({ id }) => id);
    expect([...opened.compare.phases!, ...opened.lens.phases!]).toEqual(phases);
  });

  test("with the halves of a window that nothing lies before", () => {
    const opened = openComparison(NARRATIVE, lens("phase=before,blaze"), AXIS)!;
    expect([opened.compare.phases, opened.lens.phases]).toEqual([["before"], ["blaze"]]);
  });

  test("not at all with a single phase, the first", () => {
    expect(openComparison(NARRATIVE, lens("phase=before"), AXIS)).toBeNull();
  });
});

test("a comparison is asked for as two whole lenses", () => {
  const query = writeComparison(lens("family=blame&phase=inquiry"), lens("phase=before"), NARRATIVE);
  expect(readQuery(query).pairs).toEqual([
    ["a", "phase=before&family=blame"],
    ["b", "phase=inquiry&family=blame"],
  ]);
});

test("of a window's network the lines of the kinds that are chosen are kept, and every actor", () => {
  const b = sliceGraph(NARRATIVE, lens("phase=aftermath,inquiry"));
  const shifts = compareTies(sliceGraph(NARRATIVE, lens("phase=aftermath")), b);
  const elements = displaySlice(b, { positions: new Map(), expand: ["union~city~procedure"] });
  const drawn = (...kinds: ShiftKind[]) => keepKinds(elements, { shifts }, kinds);
  expect(keepKinds(elements, { shifts })).toBe(elements);
  expect(drawn("appeared").lines.map(({ id }) => id)).toEqual(["s11", "mayor~mayor~blame"]);
  expect(drawn("appeared", "kept").lines).toEqual(elements.lines);
  expect(drawn("vanished").lines).toEqual([]);
  expect(drawn("vanished").nodes).toEqual(elements.nodes);
});

describe("the ledger", () => {
  const shifts = compareTies(
    sliceGraph(NARRATIVE, lens("phase=before,blaze")),
    sliceGraph(NARRATIVE, lens("phase=blaze,aftermath,inquiry")),
  );
  const list = (options: Partial<Parameters<typeof listLedger>[2]>) =>
    listLedger(shifts, NARRATIVE, { order: "strength", q: "", ...options });

  test("has what shifted, strongest first, and what is kept only when it is asked for", () => {
    expect(list({}).map(({ shift }) => shift)).toEqual(shifts.filter(({ kind }) => kind !== "kept"));
    expect(list({ kinds: ["kept"] }).map(({ shift }) => shift)).toEqual(
      shifts.filter(({ kind }) => kind === "kept"),
    );
  });

  test("is searched by its words, folded", () => {
    const found = list({ q: "MAYOR" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(list({}).length);
    for (const { reads } of found) expect(reads.toLowerCase()).toContain("mayor");
    expect(list({ q: "zeppelin" })).toEqual([]);
  });

  test("is ordered by source, and within a source by strength", () => {
    const labels = list({ order: "source" }).map(({ shift }) => NARRATIVE.actors.get(shift.source)!.label);
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, "en")));
    expect(new Set(list({ order: "source" }))).toEqual(new Set(list({})));
  });
});
