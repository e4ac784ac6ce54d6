import { expect, test } from "@jest/globals";
import { summarize } from "../../scripts/test-reporter.js";

const run = (more: object = {}) => ({
  numPassedTests: 3,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 0,
  wasInterrupted: false,
  testResults: [
    {
      testResults: [
        { status: "passed", fullName: "a" },
        { status: "pending", fullName: "b (skipped: no data)" },
        { status: "todo", fullName: "c" },
      ],
    },
  ],
  ...more,
});

test("counts tests, and names those that were skipped", () => {
  expect(summarize(run(), false)).toEqual({ passed: 3, failed: 1, skipped: ["b (skipped: no data)", "c"] });
});

test("a file that does not run, and a run that is broken off, count as failed", () => {
  expect(summarize(run({ numRuntimeErrorTestSuites: 2 }), false).failed).toBe(3);
  expect(summarize(run({ wasInterrupted: true }), false).failed).toBe(2);
});

test("tests left out by name are not listed", () => {
  expect(summarize(run(), true).skipped).toEqual([]);
});
