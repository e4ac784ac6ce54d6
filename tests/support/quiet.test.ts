import { expect, test } from "@jest/globals";
import { expectConsole, settleConsole } from "./quiet.ts";

test("an unexpected word on the console is a difference", () => {
  console.error("lost %s", "it");
  console.warn("careful");
  expect(settleConsole()).toEqual(["unexpected console.error: lost it", "unexpected console.warn: careful"]);
  expect(settleConsole()).toEqual([]);
});

test("an expected one is none, but must come, at its level", () => {
  expectConsole("warn", /care/);
  console.warn("careful");
  expect(settleConsole()).toEqual([]);
  expectConsole("warn", "careful");
  console.error("careful");
  expect(settleConsole()).toEqual([
    "unexpected console.error: careful",
    "expected console.warn to be called with careful",
  ]);
});
