import { expect, test } from "@jest/globals";
import { inPieces, readAddress, readLanguage, tidy } from "../../../server/briefing/paper-words.ts";

test("words are well-formed and on one line; spaces that do not break stay", () => {
  expect(tidy("a \n\t\u0000b\u2028c\u00a0d \ud800")).toBe("a b c\u00a0d \ufffd");
});

test("long words come in pieces that hold them whole; joined letters are not parted", () => {
  expect(inPieces(`a ${"b".repeat(21)}`)).toEqual(["a", " ", "bbbbbb", "bbbbbb", "bbbbbb", "bbb"]);
  expect(inPieces("b".repeat(20))).toBe("b".repeat(20));
  expect(inPieces("م".repeat(30))).toEqual(["م".repeat(30)]);
  expect(inPieces("👩‍👩‍👧".repeat(7))).toEqual(["👩‍👩‍👧".repeat(6), "👩‍👩‍👧"]);
});

test.each([
  ["ar", "ar", null],
  ["fa-IR", "fa", "IR"],
  ["zh-Hans-CN", "zh", "CN"],
  ["EN-gb", "en", "GB"],
  ["x", null, null],
  ["not a language!", "not", null],
  [null, null, null],
])("language %s", (tag, lang, region) => {
  expect(readLanguage(tag)).toEqual({ lang, region });
});

test.each([
  ["https://example.org/ü?a=b c", "https://example.org/%C3%BC?a=b%20c"],
  ["javascript:alert(1)", null],
  ["?select=s1", null],
  ["https://", null],
  [`https://example.org/${"a".repeat(2000)}`, null],
])("address %s", (href, address) => {
  expect(readAddress(href)).toBe(address);
});
