import { expect, jest, test } from "@jest/globals";
import { afterFrames } from "../../../client/state/frames.ts";
import { useFakeFrames } from "../../support/frames.ts";

const frames = useFakeFrames();

test("calls once, after so many frames and the rest that is asked for", () => {
  const then = jest.fn();
  afterFrames(2, then, 40);
  frames.show();
  jest.advanceTimersByTime(1_000);
  frames.show();
  jest.advanceTimersByTime(39);
  expect(then).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  frames.show();
  jest.advanceTimersByTime(1_000);
  expect(then).toHaveBeenCalledTimes(1);
});

test.each([0, 1, 2])("is given up after %d frames, and never calls", (shown) => {
  const then = jest.fn();
  const giveUp = afterFrames(2, then);
  for (let frame = 0; frame < shown; frame += 1) frames.show();
  giveUp();
  for (let frame = 0; frame < 3; frame += 1) frames.show();
  jest.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
});
