import { describe, expect, test } from "@jest/globals";
import edtf from "edtf";
import fc from "fast-check";
import { mayLieIn, parseDate } from "../../../graph-data/dossier/dates.ts";

/** The first and the last moment, or an end that is open. */
const first = (day: string) => Date.parse(`${day}T00:00:00.000Z`);
const last = (day: string) => Date.parse(`${day}T23:59:59.999Z`);

describe("parseDate", () => {
  test.each<[string, number, number, boolean]>([
    ["2024-03-07", first("2024-03-07"), last("2024-03-07"), false],
    ["2024-02-29", first("2024-02-29"), last("2024-02-29"), false],
    ["0000-01-01", first("0000-01-01"), last("0000-01-01"), false],
    ["2024-02", first("2024-02-01"), last("2024-02-29"), false],
    ["2023-02", first("2023-02-01"), last("2023-02-28"), false],
    ["2024", first("2024-01-01"), last("2024-12-31"), false],
    ["1999/2001", first("1999-01-01"), last("2001-12-31"), false],
    ["2024-03-07/2024-03-21", first("2024-03-07"), last("2024-03-21"), false],
    ["1992/..", first("1992-01-01"), Infinity, false],
    ["1992/", first("1992-01-01"), Infinity, false],
    ["../1999", -Infinity, last("1999-12-31"), false],
    ["2024?", first("2024-01-01"), last("2024-12-31"), true],
    ["2024-04~", first("2024-04-01"), last("2024-04-30"), true],
    ["2024-03-07%", first("2024-03-07"), last("2024-03-07"), true],
    ["199X", first("1990-01-01"), last("1999-12-31"), false],
    ["[1960,1961-12]", first("1960-01-01"), last("1961-12-31"), false],
    ["{1960,1970..1975}", first("1960-01-01"), last("1975-12-31"), false],
    ["[..1984]", -Infinity, last("1984-12-31"), false],
    ["2024-03-22T10:00:00Z", Date.UTC(2024, 2, 22, 10), Date.UTC(2024, 2, 22, 10), false],
  ])("%s", (text, from, to, vague) => {
    expect(parseDate(text)).toEqual({ from, to, vague });
  });

  test.each([
    "",
    " 2024",
    "2024-13",
    "2024-00",
    "2024-02-30",
    "2023-02-29",
    "2024-3-7",
    "07.03.2024",
    "March 2024",
    "2024/1999",
    "20240307",
    "-20240307",
    "202403",
    "12345",
    "0",
    "2024-03-07 ",
    "Y9E9",
    "Y-17E7",
    "9".repeat(64),
    "2".repeat(65),
    "__proto__",
  ])("%j is not EDTF, or beyond time", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  // edtf.js takes 29 February in any year, for 1 March where there is none.
  test("property: the short way of a plain day agrees with edtf.js", () => {
    const part = (least: number, most: number, width: number) =>
      fc.integer({ min: least, max: most }).map((n) => String(n).padStart(width, "0"));
    fc.assert(
      fc.property(part(100, 9_999, 4), part(0, 13, 2), part(0, 32, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        let oracle: { from: number; to: number; vague: boolean } | null = null;
        try {
          const { min, max } = edtf(text);
          if (new Date(min).toISOString().startsWith(text)) oracle = { from: min, to: max, vague: false };
        } catch {
          // Not a day: the oracle is null.
        }
        expect(parseDate(text)).toEqual(oracle);
      }),
    );
  });

  test("property: any text gives a span whose ends are in order, or null, and never NaN", () => {
    const unit = fc.constantFrom(..."0123456789-/.XYE?~%[]{},TZ:u ");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const span = parseDate(text);
        expect(span === null || span.from <= span.to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("mayLieIn: two spans share a moment", () => {
  const march = parseDate("2024-03")!;
  expect(mayLieIn(march, first("2024-03-31"), Infinity)).toBe(true);
  expect(mayLieIn(march, first("2024-04-01"), Infinity)).toBe(false);
  expect(mayLieIn(march, -Infinity, last("2024-02-29"))).toBe(false);
  expect(mayLieIn(parseDate("1992/..")!, first("2030-01-01"), last("2030-01-01"))).toBe(true);
});
