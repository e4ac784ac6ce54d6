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

/** `null` when no date has both a beginning and an end. */
export function listDateStops(spans: readonly DateSpan[]): DateStops | null {
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

function mostlyRange(spans: readonly DateSpan[]): Range | null {
  const bounded = spans.filter(({ from, to }) => from >= CALENDAR_RANGE.from && to <= CALENDAR_RANGE.to);
  if (bounded.length === 0) return null;
  const used = FIT.longest
    .map((days) => bounded.filter(({ from, to }) => to - from < days * DAY))
    .find((list) => list.length >= bounded.length * FIT.share)!;
  const starts = used.map(({ from }) => from).sort((a, b) => a - b);
  const ends = used.map(({ to }) => to).sort((a, b) => a - b);
  const cut = Math.floor(used.length * FIT.outside);
  const lengths = used.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const typical = lengths[(lengths.length - 1) >> 1]!;
  return { from: starts[cut]!, to: ends[ends.length - 1 - cut]!, typical };
}

function chooseUnit({ from, to, typical }: Range): CalendarUnit {
  const isLong = (unit: CalendarUnit) => SHORTEST[unit] * FIT.slack >= typical;
  const isShort = (unit: CalendarUnit) => (to - from) / SHORTEST[unit] <= FIT.stops - 2;
  return UNITS.find((unit) => isLong(unit) && isShort(unit)) ?? "century";
}
