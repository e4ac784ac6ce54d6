import { expect, jest, test } from "@jest/globals";
import { options } from "preact";
import { letGraphGoFirst } from "../../../client/state/graph-first.ts";
import { useFakeFrames } from "../../support/frames.ts";

const frames = useFakeFrames({ doNotFake: ["queueMicrotask"] });

test("panels are drawn before the next frame, but after it where the graph goes first", async () => {
  const draw = jest.fn();
  options.debounceRendering?.(draw);
  await Promise.resolve();
  expect(draw).toHaveBeenCalledTimes(1);

  letGraphGoFirst();
  letGraphGoFirst();
  options.debounceRendering?.(draw);
  await Promise.resolve();
  frames.show();
  expect(draw).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(0);
  expect(draw).toHaveBeenCalledTimes(2);

  options.debounceRendering?.(draw);
  await Promise.resolve();
  expect(draw).toHaveBeenCalledTimes(3);
});
