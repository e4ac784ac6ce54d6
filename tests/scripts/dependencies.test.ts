import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { areInstalled, firstDifference } from "../../scripts/dependencies.js";
import { ROOT } from "../../scripts/paths.js";

const wanted = {
  "": { version: "1.0.0" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
};
const { "node_modules/a": a, "node_modules/b": b } = wanted;

describe("firstDifference", () => {
  test.each([
    ["all there", { "node_modules/a": a, "node_modules/b": b }, null],
    ["another platform's binary absent", { "node_modules/a": a }, null],
    ["a package absent", { "node_modules/b": b }, "node_modules/a"],
    ["another version", { "node_modules/a": { ...a, version: "1.0.1" } }, "node_modules/a"],
    ["other bytes", { "node_modules/a": { ...a, integrity: "sha512-x" } }, "node_modules/a"],
    [
      "another version of an optional one",
      { "node_modules/a": a, "node_modules/b": { ...b, version: "3.0.0" } },
      "node_modules/b",
    ],
    [
      "a binary that the lock file lacks",
      { "node_modules/a": a, "node_modules/c": { ...b, version: "9.0.0" } },
      null,
    ],
    ["one too many", { "node_modules/a": a, "node_modules/c": a }, "node_modules/c"],
    ["nothing", {}, "node_modules/a"],
  ])("%s", (_, found, difference) => {
    expect(firstDifference(wanted, found)).toBe(difference);
  });
});

test("this project's dependencies are installed, and a folder without any is not", () => {
  expect(areInstalled(ROOT)).toBe(true);
  expect(areInstalled(`${ROOT}/tests`)).toBe(false);
});

test("the lock file knows every dependency of package.json", () => {
  const read = (file: string) => JSON.parse(readFileSync(`${ROOT}/${file}`, "utf8"));
  const { dependencies, devDependencies } = read("package.json");
  const { packages } = read("package-lock.json");
  expect(packages[""].dependencies).toEqual(dependencies);
  expect(packages[""].devDependencies).toEqual(devDependencies);
});
