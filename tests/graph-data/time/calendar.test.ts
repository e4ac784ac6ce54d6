import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDate } from "../../../graph-data/dossier/dates.ts";
import {
  addUnits,
  CALENDAR_RANGE,
  dateOf,
  floorTo,
  labelOf,
  SHORTEST,
  UNITS,
} from "../../../graph-data/time/calendar.ts";

const at = (text: string) => Date.parse(`${text}T12:34:56Z`);

test.each([
  ["2024-03-25", "day", "2024-03-25", "2024-03-25"],
  ["2024-03-25", "week", "2024-03-25/2024-03-31", "2024-03-25"],
  ["2024-03-31", "week", "2024-03-25/2024-03-31", "2024-03-25"],
  ["1969-12-31", "week", "1969-12-29/1970-01-04", "1969-12-29"],
  ["2024-02-29", "month", "2024-02", "2024-02"],
  ["2024-12-31", "year", "2024", "2024"],
  ["1999-12-31", "decade", "1990/1999", "1990–1999"],
  ["1999-12-31", "century", "1900/1999", "1900–1999"],
  ["0099-01-05", "year", "0099", "0099"],
  ["-000500-03-01", "day", "-0500-03-01", "-0500-03-01"],
  ["-000500-03-01", "decade", "-0500/-0491", "-0500–-0491"],
] as const)("%s lies in the %s %s, called %s", (day, unit, date, label) => {
  expect(dateOf(at(day), unit)).toBe(date);
  expect(labelOf(at(day), unit)).toBe(label);
});

describe("properties", () => {
  const unit = fc.constantFrom(...UNITS);
  const time = fc.integer({ min: CALENDAR_RANGE.from, max: CALENDAR_RANGE.to });

  test("a unit's date is EDTF and spans just that unit", () => {
    fc.assert(
      fc.property(time, unit, (moment, of) => {
        const start = floorTo(moment, of);
        const span = parseDate(dateOf(moment, of));
        expect(span).toEqual({ from: start, to: addUnits(start, of, 1) - 1, vague: false });
        expect(start).toBeLessThanOrEqual(moment);
        expect(span!.to).toBeGreaterThanOrEqual(moment);
        expect(span!.to + 1 - start).toBeGreaterThanOrEqual(SHORTEST[of]);
      }),
      { numRuns: 500 },
    );
  });

  test("floors are fixed points, and steps go there and back", () => {
    fc.assert(
      fc.property(time, unit, fc.integer({ min: -40, max: 40 }), (moment, of, count) => {
        const start = floorTo(moment, of);
        expect(floorTo(start, of)).toBe(start);
        const there = addUnits(start, of, count);
        expect(floorTo(there, of)).toBe(there);
        expect(addUnits(there, of, -count)).toBe(start);
      }),
      { numRuns: 500 },
    );
  });

  test("agrees with Date on days, Mondays, months and years", () => {
    fc.assert(
      fc.property(time, (moment) => {
        const date = new Date(moment);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        const of = (y: number, m: number, d: number) => new Date(0).setUTCFullYear(y, m, d);
        expect(floorTo(moment, "day")).toBe(of(year, month, day));
        expect(floorTo(moment, "month")).toBe(of(year, month, 1));
        expect(floorTo(moment, "year")).toBe(of(year, 0, 1));
        const week = floorTo(moment, "week");
        expect(new Date(week).getUTCDay()).toBe(1);
        expect(moment - week).toBeLessThan(7 * SHORTEST.day);
      }),
      { numRuns: 500 },
    );
  });
});
