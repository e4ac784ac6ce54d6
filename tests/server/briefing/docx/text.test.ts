import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addressOf,
  plain,
  readsFromRight,
  restoreBraces,
  splitDirections,
  tagOf,
} from "../../../../server/briefing/docx/text.ts";

describe("stretches of one direction", () => {
  const MIXED = fc.string({ unit: fc.constantFrom("a", "я", "ש", "ع", "ّ", "1", " ", ".", "“", "漢", "😀") });

  test("are the text, in turns of direction, none of them empty", () => {
    fc.assert(
      fc.property(MIXED, fc.boolean(), (text, rightToLeft) => {
        const stretches = splitDirections(text, rightToLeft);
        expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
        stretches.forEach((stretch, at) => {
          expect(stretch.text).not.toBe("");
          if (at > 0) expect(stretch.rightToLeft).toBe(!stretches[at - 1]!.rightToLeft);
          expect(stretch.text).not.toMatch(stretch.rightToLeft ? /[aя漢]/u : /[שע]/u);
        });
      }),
    );
  });

  test("do not join what is kept apart", () => {
    const names = "to \u2068القبطان سليم\u2069, \u2068وزارة\u2069 (2)";
    expect(splitDirections(names, false)).toEqual([
      { text: "to \u2068", rightToLeft: false },
      { text: "القبطان سليم", rightToLeft: true },
      { text: "\u2069, \u2068", rightToLeft: false },
      { text: "وزارة", rightToLeft: true },
      { text: "\u2069 (2)", rightToLeft: false },
    ]);
  });

  test("take time in proportion to the text", () => {
    for (const piece of ["ש ", "ש x 1 ", "a ש", "((((", "ש1"]) {
      const text = piece.repeat(100_000);
      const start = performance.now();
      splitDirections(text, false);
      splitDirections(text, true);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});

test.each([
  ["Putin said", "ar", false],
  ["قال", "en", true],
  ["“פוטין”", null, true],
  ["1999–2001", "fa-IR", true],
  ["1999–2001", "en", false],
  ["…", null, false],
])("%s in %s reads from the right: %s", (text, language, expected) => {
  expect(readsFromRight(text, language)).toBe(expected);
});

test.each([
  ["uk", "uk"],
  ["ZH-hant", "zh-Hant"],
  ["not a language", null],
  ["", null],
  [null, null],
])("the tag of %p is %p", (language, expected) => {
  expect(tagOf(language)).toBe(expected);
});

test.each([
  ["https://example.org/a b?c={d}|[e]#f", "https://example.org/a%20b?c=%7Bd%7D%7C%5Be%5D#f"],
  ["http://[::1]:3000/d/x?select=s1", "http://[::1]:3000/d/x?select=s1"],
  ["https://example.org/%zz", "https://example.org/%25zz"],
  ["https://пример.рф/слово", "https://xn--e1afmkfd.xn--p1ai/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE"],
  ["javascript:alert(1)", null],
  ["file:///etc/passwd", null],
  ["ms-word:ofe|u|https://example.org", null],
  ["/d/x", null],
  ["", null],
])("%s is opened as %s", (href, expected) => {
  expect(addressOf(href)).toBe(expected);
});

test("an address too long for Word is opened as nothing", () => {
  expect(addressOf(`https://example.org/${"a".repeat(1_900)}`)).not.toBeNull();
  expect(addressOf(`https://example.org/${"a".repeat(3_000)}`)).toBeNull();
});

test("braces come back, and no other character is taken for one", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("{", "}", "\u0001", "a") }), (text) => {
      expect(plain(text)).not.toContain("{");
      expect(restoreBraces(plain(text))).toBe(text.replaceAll("\u0001", "\ufffd"));
    }),
  );
});
