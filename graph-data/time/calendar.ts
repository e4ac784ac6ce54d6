/** Days, weeks (from Monday), months and years of the proleptic Gregorian calendar, in UTC milliseconds. */
export type CalendarUnit = "day" | "week" | "month" | "year";

const DAY = 86_400_000;

/** Shortest and longest length of each unit, in milliseconds. */
export const CALENDAR: Readonly<
  Record<CalendarUnit, { readonly shortest: number; readonly longest: number }>
> = {
  day: { shortest: DAY, longest: DAY },
  week: { shortest: 7 * DAY, longest: 7 * DAY },
  month: { shortest: 28 * DAY, longest: 31 * DAY },
  year: { shortest: 365 * DAY, longest: 366 * DAY },
};

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The first millisecond of the unit in which a moment lies. */
export function floorTo(time: number, unit: CalendarUnit): number {
  const date = new Date(time);
  switch (unit) {
    case "day":
      return Math.floor(time / DAY) * DAY;
    case "week":
      return Math.floor((time - FIRST_MONDAY) / (7 * DAY)) * 7 * DAY + FIRST_MONDAY;
    case "month":
      return startOf(date.getUTCFullYear(), date.getUTCMonth());
    case "year":
      return startOf(date.getUTCFullYear(), 0);
  }
}

/** `start` is the first millisecond of a unit. */
export function addUnits(start: number, unit: CalendarUnit, count: number): number {
  const date = new Date(start);
  switch (unit) {
    case "day":
      return start + count * DAY;
    case "week":
      return start + count * 7 * DAY;
    case "month":
      return startOf(date.getUTCFullYear(), date.getUTCMonth() + count);
    case "year":
      return startOf(date.getUTCFullYear() + count, 0);
  }
}

/** The EDTF date of the unit in which a moment lies; of a week, its Monday. */
export function labelOf(time: number, unit: CalendarUnit): string {
  const day = new Date(floorTo(time, unit)).toISOString().slice(0, -"T00:00:00.000Z".length);
  if (unit === "year") return day.slice(0, -"-01-01".length);
  return unit === "month" ? day.slice(0, -"-01".length) : day;
}

/** Years below 100 are themselves, not 1900 and some. */
function startOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
