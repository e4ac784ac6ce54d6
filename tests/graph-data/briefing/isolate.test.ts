import { expect, test } from "@jest/globals";
import { directionOf, isolate } from "../../../graph-data/briefing/isolate.ts";

test("only names that run from right to left are kept apart", () => {
  expect(isolate("موسكو")).toBe("\u2068موسكو\u2069");
  expect(isolate("SHIELD وقف")).toBe("\u2068SHIELD وقف\u2069");
  expect(isolate("Москва")).toBe("Москва");
  expect(isolate("")).toBe("");
});

test.each([
  ["Москва", "ltr"],
  ["2024: موسكو said", "rtl"],
  ["According to موسكو", "ltr"],
  [`${isolate("موسكو")} said`, "ltr"],
  [isolate("موسكو"), "rtl"],
  ["", "ltr"],
])("%s is read %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
