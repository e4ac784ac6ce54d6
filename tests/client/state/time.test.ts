import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isHeld, moveEnd, nextWindow, slide, windowAt } from "../../../client/state/time.ts";
import { displaySlice } from "../../../graph-data/display/elements.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();
const cases = fc.integer({ min: 1, max: 30 }).chain((stops) => {
  const stop = fc.nat(stops - 1);
  const window = fc.tuple(stop, stop).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
  return fc.record({ stops: fc.constant(stops), window, by: fc.integer({ min: -40, max: 40 }) });
});

/** All windows that playback goes through, from the first to the end. */
function play(
  mode: "window" | "so far",
  stops: number,
  start: { first: number; last: number } | null = null,
) {
  const shown = [];
  for (
    let window = nextWindow(start, mode, stops, false);
    window;
    window = nextWindow(window, mode, stops, false)
  )
    shown.push([window.first, window.last]);
  return shown;
}

describe("a window of time", () => {
  test("keeps its width when it slides, and stays on the axis", () => {
    fc.assert(
      fc.property(cases, ({ stops, window, by }) => {
        const { first, last } = slide(window, by, stops);
        expect(last - first).toBe(window.last - window.first);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(stops);
        const wanted = window.first + by;
        if (wanted >= 0 && window.last + by < stops) expect(first).toBe(wanted);
      }),
    );
  });

  test("keeps its other end when one is moved; the ends do not pass each other", () => {
    fc.assert(
      fc.property(cases, ({ stops, window, by }) => {
        const left = moveEnd(window, "first", window.first + by, stops);
        expect(left.last).toBe(window.last);
        expect(left.first).toBe(Math.min(window.last, Math.max(0, window.first + by)));
        const right = moveEnd(window, "last", window.last + by, stops);
        expect(right.first).toBe(window.first);
        expect(right.last).toBe(Math.max(window.first, Math.min(stops - 1, window.last + by)));
      }),
    );
  });
});

describe("playback", () => {
  test("goes stop by stop to the end", () => {
    expect(play("window", 3)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(play("so far", 3)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(play("window", 5, { first: 0, last: 2 })).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(play("so far", 4, { first: 1, last: 1 })).toEqual([
      [0, 2],
      [0, 3],
    ]);
  });

  test("begins again where it loops, with a window as wide", () => {
    expect(nextWindow({ first: 3, last: 4 }, "window", 5, true)).toEqual({ first: 0, last: 1 });
    expect(nextWindow({ first: 0, last: 4 }, "so far", 5, true)).toEqual({ first: 0, last: 0 });
  });

  test("a click looks at one stop, or up to it", () => {
    expect(windowAt(2, "window")).toEqual({ first: 2, last: 2 });
    expect(windowAt(2, "so far")).toEqual({ first: 0, last: 2 });
  });
});

describe("playback under a pointer", () => {
  const { nodes, lines } = displaySlice(sliceGraph(NARRATIVE, { phases: ["inquiry"] }), {
    positions: new Map(),
  });
  const [actor, line] = [
    { kind: "actor", id: "union" },
    { kind: "line", id: "union~city~procedure" },
  ] as const;

  test("waits over the stops, whatever was pointed at before", () => {
    expect(isHeld("stops", null, [])).toBe(true);
    expect(isHeld("stops", actor, [{ nodes, lines }])).toBe(true);
  });

  test("waits over an actor or a line of the graph, and over nothing else", () => {
    expect(isHeld("graph", actor, [{ nodes, lines }])).toBe(true);
    expect(isHeld("graph", line, [{ nodes, lines }])).toBe(true);
    expect(isHeld("graph", null, [{ nodes, lines }])).toBe(false);
    expect(isHeld(null, actor, [{ nodes, lines }])).toBe(false);
  });

  test("does not wait over what has gone from under the pointer, unless the network beside has it", () => {
    expect(isHeld("graph", line, [{ nodes, lines: [] }])).toBe(false);
    expect(isHeld("graph", actor, [{ nodes: [], lines }])).toBe(false);
    expect(
      isHeld("graph", line, [
        { nodes: [], lines: [] },
        { nodes, lines },
      ]),
    ).toBe(true);
  });
});
