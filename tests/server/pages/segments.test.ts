import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Mark, segmentText } from "../../../server/pages/segments.ts";

const mark = (id: string, start: number, end: number): Mark => ({ id, start, end });

describe("by hand", () => {
  test("without marks it is one segment", () => {
    expect(segmentText("words", 0, 5, [])).toEqual([
      { text: "words", covering: [], starting: [], ending: [] },
    ]);
  });

  test("overlapping marks share what they share", () => {
    const segments = segmentText("abcdef", 0, 6, [mark("x", 1, 4), mark("y", 3, 5)]);
    expect(segments.map(({ text, covering }) => [text, covering])).toEqual([
      ["a", []],
      ["bc", ["x"]],
      ["d", ["x", "y"]],
      ["e", ["y"]],
      ["f", []],
    ]);
    expect(segments.flatMap(({ starting }) => starting)).toEqual(["x", "y"]);
    expect(segments.map(({ ending }) => ending)).toEqual([[], [], ["x"], ["y"], []]);
  });

  test("a mark that comes from before or goes on is clipped, and neither begins nor ends here", () => {
    expect(segmentText("abcdef", 2, 4, [mark("x", 0, 6)])).toEqual([
      { text: "cd", covering: ["x"], starting: [], ending: [] },
    ]);
  });

  test("no character is cut in two", () => {
    const segments = segmentText("a😀b", 0, 4, [mark("x", 0, 2)]);
    expect(segments.every(({ text }) => text.isWellFormed())).toBe(true);
  });
});

const cases = fc
  .tuple(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 }),
  )
  .map(([text, spans]) => ({
    text,
    marks: spans.map(([a, b], at) => mark(`m${at}`, Math.min(a, b), Math.max(a, b))),
  }));

test("together the segments are the text, and each lies wholly in or out of each mark", () => {
  fc.assert(
    fc.property(cases, ({ text, marks }) => {
      const segments = segmentText(text, 0, text.length, marks);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      let at = 0;
      for (const segment of segments) {
        const [from, to] = [at, at + segment.text.length];
        at = to;
        if (![...text].every((character) => character.length === 1)) continue;
        const covering = marks
          .filter(({ start, end }) => start < end && start <= from && end >= to)
          .map(({ id }) => id);
        expect(segment.covering).toEqual(covering);
      }
    }),
  );
});

test("each mark that begins and ends in the text does so once", () => {
  fc.assert(
    fc.property(cases, ({ text, marks }) => {
      const segments = segmentText(text, 0, text.length, marks);
      const inside = marks.filter(({ start, end }) => start < end && start < text.length);
      const ends = inside.filter(({ end }) => end <= text.length);
      expect(segments.flatMap(({ starting }) => starting).sort()).toEqual(inside.map(({ id }) => id).sort());
      expect(segments.flatMap(({ ending }) => ending).sort()).toEqual(ends.map(({ id }) => id).sort());
    }),
  );
});
