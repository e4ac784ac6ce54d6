/** Dates → stops of the calendar, in a unit that fits them. */
import type { DateSpan } from "../dossier/dates.ts";
import type { DatedStop } from "./axis.ts";
import {
  addUnits,
  CALENDAR_RANGE,
  type CalendarUnit,
  dateOf,
  floorTo,
  labelOf,
  SHORTEST,
  UNITS,
} from "./calendar.ts";

const FIT = {
  /** More stops than this make too narrow bars: a coarser unit is taken. */
  stops: 100,
  /** What the axis leaves outside at each end, of the dates that it goes by. */
  outside: 0.05,
  /** The axis goes by the finest dates that are this share of all. */
  share: 0.5,
  /** Longest spans, in days, of dates to the month, to the year, and of any. */
  longest: [31, 366, Infinity],
  /** Dates to the month are not told in days: a stop is at least about as long as half of the dates are. */
  slack: 1.2,
} as const;

const DAY = SHORTEST.day;

export interface DateStops {
  readonly unit: CalendarUnit;
  readonly stops: readonly DatedStop[];
}

/** How many statements have each date. */
export type DateTally = ReadonlyMap<DateSpan, number>;

/** `null` when no date has both a beginning and an end. Cost: that of sorting the dates that differ. */
export function listDateStops(spans: DateTally): DateStops | null {
  const range = mostlyRange(spans);
  if (!range) return null;
  const unit = chooseUnit(range);
  const stops: DatedStop[] = [];
  for (let start = floorTo(range.from, unit); start <= range.to; start = addUnits(start, unit, 1)) {
    const span = { from: start, to: addUnits(start, unit, 1) - 1 };
    stops.push({ id: dateOf(start, unit), label: labelOf(start, unit), span });
  }
  return { unit, stops };
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** How long half of the dates are at most. */
  readonly typical: number;
}

function mostlyRange(tally: DateTally): Range | null {
  const bounded = [...tally].filter(
    ([{ from, to }]) => from >= CALENDAR_RANGE.from && to <= CALENDAR_RANGE.to,
  );
  if (bounded.length === 0) return null;
  const used = FIT.longest
    .map((days) => bounded.filter(([{ from, to }]) => to - from < days * DAY))
    .find((list) => total(list) >= total(bounded) * FIT.share)!;
  const last = total(used) - 1;
  const cut = Math.floor((last + 1) * FIT.outside);
  return {
    from: valueAt(cut, used, ({ from }) => from),
    to: valueAt(last - cut, used, ({ to }) => to),
    typical: valueAt(last >> 1, used, ({ from, to }) => to - from),
  };
}

type Tallied = readonly (readonly [span: DateSpan, statements: number])[];

function total(tallied: Tallied): number {
  return tallied.reduce((sum, [, statements]) => sum + statements, 0);
}

/** What stands at a rank, from 0, when each statement's value is listed in rising order. */
function valueAt(rank: number, tallied: Tallied, read: (span: DateSpan) => number): number {
  let left = rank;
  const rising = tallied
    .map(([span, statements]) => ({ value: read(span), statements }))
    .sort((a, b) => a.value - b.value);
  for (const { value, statements } of rising) {
    if (left < statements) return value;
    left -= statements;
  }
  throw new RangeError(`rank ${rank} of ${total(tallied)}`);
}

function chooseUnit({ from, to, typical }: Range): CalendarUnit {
  const isLong = (unit: CalendarUnit) => SHORTEST[unit] * FIT.slack >= typical;
  const isShort = (unit: CalendarUnit) => (to - from) / SHORTEST[unit] <= FIT.stops - 2;
  return UNITS.find((unit) => isLong(unit) && isShort(unit)) ?? "century";
}
