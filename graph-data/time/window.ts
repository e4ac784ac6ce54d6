/** A window on an axis ⇄ the part of a lens that lets just it through. */
import { parseDate } from "../dossier/dates.ts";
import type { Lens } from "../lens/lens.ts";
import type { Axis } from "./axis.ts";
import { dateOf } from "./calendar.ts";

/** First and last stop, both included. */
export interface TimeWindow {
  readonly first: number;
  readonly last: number;
}

/** A lens that looks at all times. */
export function withoutTime({ phases: _p, from: _f, to: _t, undated: _u, ...rest }: Lens): Lens {
  return rest;
}

/** What a lens says of time, and nothing else. */
export function timeOf({ phases, from, to, undated }: Lens): Lens {
  return { ...(phases && { phases }), ...(from && { from }), ...(to && { to }), ...(undated && { undated }) };
}

/**
 * The lens with its time replaced by a window; `null` and a window over all stops look at all times. On the date axis
 * a window that has dated stops leaves out what has no date, also where it reaches over the timeless stop.
 */
export function lookAt(lens: Lens, axis: Axis, window: TimeWindow | null): Lens {
  const rest = withoutTime(lens);
  if (!window || coversAll(axis, window)) return rest;
  const stops = axis.stops.slice(window.first, window.last + 1);
  if (axis.kind === "phase") return { ...rest, phases: stops.map(({ id }) => id) };
  const spans = stops.flatMap(({ span }) => span ?? []);
  if (spans.length === 0) return { ...rest, undated: "only" };
  const [from, to] = [spans[0]!.from, spans.at(-1)!.to];
  if (from === -Infinity && to === Infinity) return { ...rest, undated: "no" };
  return {
    ...rest,
    ...(from === -Infinity ? {} : { from: dateOf(from, "day") }),
    ...(to === Infinity ? {} : { to: dateOf(to, "day") }),
  };
}

function coversAll(axis: Axis, { first, last }: TimeWindow): boolean {
  return first === 0 && last === axis.stops.length - 1;
}

/**
 * The window that a lens looks through on an axis: from the first to the last stop of which it lets some through.
 * `null` when it looks at all times, or when its time is not told on this axis.
 */
export function windowOf(lens: Lens, axis: Axis): TimeWindow | null {
  return axis.kind === "phase" ? phaseWindow(lens, axis) : dateWindow(lens, axis);
}

/** The axis that the address asks for, else the one that the lens's time is told on, else the first. */
export function chooseAxis(axes: readonly Axis[], asked: Axis["kind"] | undefined, lens: Lens): Axis | null {
  const wanted = axes.find(({ kind }) => kind === asked);
  return wanted ?? axes.find((axis) => windowOf(lens, axis) !== null) ?? axes[0] ?? null;
}

function phaseWindow({ phases = [] }: Lens, { stops }: Axis): TimeWindow | null {
  const steps = phases.map((id) => stops.findIndex((stop) => stop.id === id)).filter((step) => step !== -1);
  return steps.length === 0 ? null : { first: Math.min(...steps), last: Math.max(...steps) };
}

function dateWindow({ from, to, undated }: Lens, { stops, timeless }: Axis): TimeWindow | null {
  if (undated === "only") return timeless === -1 ? null : { first: timeless, last: timeless };
  if (from === undefined && to === undefined && undated !== "no") return null;
  const start = (from === undefined ? undefined : parseDate(from)?.from) ?? -Infinity;
  const end = (to === undefined ? undefined : parseDate(to)?.to) ?? Infinity;
  const first = stops.findIndex(({ span }) => span !== null && span.to >= start);
  const last = stops.findLastIndex(({ span }) => span !== null && span.from <= end);
  const found = first !== -1 && last !== -1 && first <= last;
  return found && !(first === 0 && last === stops.length - 1) ? { first, last } : null;
}
