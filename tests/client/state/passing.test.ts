import { describe, expect, jest, test } from "@jest/globals";
import { signal } from "@preact/signals";
import { createModel } from "../../../client/state/model.ts";
import { pass, rest } from "../../../client/state/passing.ts";
import { axesOf } from "../../../client/state/time.ts";
import type { Theme } from "../../../graph-data/lens/view.ts";
import { harbourGraph } from "../../support/fixtures.ts";
import { useFakeFrames } from "../../support/frames.ts";

const NARRATIVE = harbourGraph();
const AXIS = axesOf(NARRATIVE)[0]!;
const idOf = (stop: number) => AXIS.stops[stop]!.id;

const frames = useFakeFrames();

function open() {
  return createModel(NARRATIVE, {
    address: { lens: {}, view: {} },
    problems: 0,
    systemTheme: signal<Theme>("light"),
  });
}

describe("a window on its way", () => {
  test("is in no lens until it has rested, counted from the end of the step's own frame", () => {
    const model = open();
    pass(model, { axis: AXIS, window: { first: 0, last: 1 }, side: "b" });
    expect(model.transient.passing.peek()?.window).toEqual({ first: 0, last: 1 });
    jest.advanceTimersByTime(1_000);
    frames.show();
    expect(model.state.peek().lens).toEqual({});
    jest.advanceTimersByTime(47);
    expect(model.state.peek().lens).toEqual({});
    jest.advanceTimersByTime(50);
    expect(model.state.peek().lens).toEqual({ phases: [idOf(0), idOf(1)] });
    expect(model.transient.passing.peek()).toBeNull();
  });

  test("goes on from step to step, however long a frame takes", () => {
    const model = open();
    for (const last of [0, 1, 2]) {
      pass(model, { axis: AXIS, window: { first: 0, last }, side: "b" });
      jest.advanceTimersByTime(400);
      frames.show();
      jest.advanceTimersByTime(30);
    }
    expect(model.state.peek().lens).toEqual({});
    expect(model.transient.passing.peek()?.window).toEqual({ first: 0, last: 2 });
  });

  test("rests at once when it is let go, and only once", () => {
    const model = open();
    pass(model, { axis: AXIS, window: { first: 1, last: 1 }, side: "b" });
    rest(model);
    expect(model.state.peek().lens).toEqual({ phases: [idOf(1)] });
    const settled = model.state.peek();
    frames.show();
    frames.show();
    jest.advanceTimersByTime(1_000);
    expect(model.state.peek()).toBe(settled);
  });
});
