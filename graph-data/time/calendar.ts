/** Days, weeks (from Monday), months, years, decades and centuries of the proleptic Gregorian calendar, in UTC. */
export type CalendarUnit = "day" | "week" | "month" | "year" | "decade" | "century";

const DAY = 86_400_000;

/** From fine to coarse. */
export const UNITS: readonly CalendarUnit[] = ["day", "week", "month", "year", "decade", "century"];

/** The shortest length of each unit, in milliseconds. */
export const SHORTEST: Readonly<Record<CalendarUnit, number>> = {
  day: DAY,
  week: 7 * DAY,
  month: 28 * DAY,
  year: 365 * DAY,
  decade: 3_652 * DAY,
  century: 36_524 * DAY,
};

/** EDTF writes days in years of four digits alone; what lies beyond has no stop of its own on an axis. */
export const CALENDAR_RANGE = { from: startOf(-9_000, 0), to: startOf(9_900, 0) - 1 } as const;

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

const YEARS = { year: 1, decade: 10, century: 100 } as const;

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
    default: {
      const years = YEARS[unit];
      return startOf(Math.floor(date.getUTCFullYear() / years) * years, 0);
    }
  }
}

/** `start` is the first millisecond of a unit; so is what is given back. */
export function addUnits(start: number, unit: CalendarUnit, count: number): number {
  const date = new Date(start);
  switch (unit) {
    case "day":
      return start + count * DAY;
    case "week":
      return start + count * 7 * DAY;
    case "month":
      return startOf(date.getUTCFullYear(), date.getUTCMonth() + count);
    default:
      return startOf(date.getUTCFullYear() + count * YEARS[unit], 0);
  }
}

/** The EDTF date of the unit in which a moment lies; an interval for units that EDTF has no word for. */
export function dateOf(time: number, unit: CalendarUnit): string {
  const start = floorTo(time, unit);
  switch (unit) {
    case "day":
      return writeDay(start);
    case "month":
      return writeDay(start).slice(0, -"-01".length);
    case "year":
      return writeDay(start).slice(0, -"-01-01".length);
    case "week":
      return `${writeDay(start)}/${writeDay(addUnits(start, unit, 1) - 1)}`;
    default:
      return `${dateOf(start, "year")}/${dateOf(addUnits(start, unit, 1) - 1, "year")}`;
  }
}

/** What a stop is called: its date, a week's Monday, "1990–1999". */
export function labelOf(time: number, unit: CalendarUnit): string {
  if (unit === "week") return dateOf(floorTo(time, "week"), "day");
  return dateOf(time, unit).replace("/", "–");
}

/** `toISOString` writes years before 0 with six digits, which EDTF does not read. */
function writeDay(time: number): string {
  const day = new Date(time).toISOString().slice(0, -"T00:00:00.000Z".length);
  return day.replace(/^-00/, "-");
}

/** Years below 100 are themselves, not 1900 and some. */
function startOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
