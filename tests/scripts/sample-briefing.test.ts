import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { makeSample } from "../../scripts/sample-briefing.js";

const DOCS = new URL("../../docs/", import.meta.url);
const files = [...makeSample()];

describe("the sample briefing", () => {
  test.each(files)("%s is what the program writes now (npm run sample-briefing)", (path, bytes) => {
    expect(existsSync(new URL(path, DOCS))).toBe(true);
    expect(readFileSync(new URL(path, DOCS)).equals(bytes)).toBe(true);
  });

  test("has no file that the program does not write", () => {
    const stored = readdirSync(DOCS, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /^sample-briefing.*\.\w+$/.test(path));
    expect(stored.toSorted()).toEqual(files.map(([path]) => path).toSorted());
  });
});
