import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { paragraphAt, splitParagraphs } from "../../../graph-data/dossier/paragraphs.ts";

const texts = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

describe("splitParagraphs", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["  \n\n \t\n", []],
    ["one", ["one"]],
    ["one\ntwo", ["one\ntwo"]],
    ["one\n\ntwo\n", ["one", "two"]],
    ["\n\none\n \t \n\n\ntwo  \n\nthree", ["one", "two", "three"]],
    ["one\r\n\r\ntwo\r\n", ["one", "two"]],
    ["  indented\n  more", ["indented\n  more"]],
    ["😀 one\n\n“two”", ["😀 one", "“two”"]],
  ])("%j", (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test("counts from 1 and gives offsets in UTF-16 units", () => {
    expect(splitParagraphs("😀\n\nb")).toEqual([
      { number: 1, start: 0, end: 2 },
      { number: 2, start: 4, end: 5 },
    ]);
  });

  test("property: paragraphs are in order, apart, trimmed, and leave out nothing but white space", () => {
    const unit = fc.constantFrom("a", "b", " ", "\n", "\n\n", "\r\n", "\t");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        let rest = "";
        let end = 0;
        for (const paragraph of splitParagraphs(text)) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          rest += text.slice(end, paragraph.start);
          end = paragraph.end;
          const words = text.slice(paragraph.start, paragraph.end);
          expect(words).toBe(words.trim());
          expect(words).not.toMatch(/\n[^\S\n]*\n/);
        }
        expect((rest + text.slice(end)).trim()).toBe("");
      }),
    );
  });

  test("a megabyte of blank lines and of spaces is split in linear time", () => {
    const start = process.cpuUsage();
    for (const text of [
      "a\n ".repeat(300_000),
      `a\n${" ".repeat(1_000_000)}b`,
      "\n".repeat(1_000_000),
      " \n".repeat(500_000),
    ]) {
      splitParagraphs(text);
    }
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
});

describe("paragraphAt", () => {
  const paragraphs = splitParagraphs("\n\none\n\ntwo");
  test.each([
    [0, 1],
    [2, 1],
    [4, 1],
    [6, 1],
    [7, 2],
    [99, 2],
  ])("offset %i lies in paragraph %i", (offset, number) => {
    expect(paragraphAt(paragraphs, offset)?.number).toBe(number);
  });

  test("an empty text has none", () => {
    expect(paragraphAt([], 0)).toBeNull();
  });
});
