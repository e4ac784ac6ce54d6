/** A window on an axis ⇄ the part of a lens that lets just it through. */
import { parseDate } from "../dossier/dates.ts";
import type { Lens } from "../lens/lens.ts";
import { type Axis, TIMELESS } from "./axis.ts";

/** First and last stop, both included. */
export interface TimeWindow {
  readonly first: number;
  readonly last: number;
}

/** A lens that looks at all times. */
export function withoutTime({ phases: _p, from: _f, to: _t, undated: _u, ...rest }: Lens): Lens {
  return rest;
}

/** The lens with its time replaced by a window; `null` looks at all times. */
export function lookAt(lens: Lens, axis: Axis, window: TimeWindow | null): Lens {
  const rest = withoutTime(lens);
  if (!window || coversAll(axis, window)) return rest;
  const stops = axis.stops.slice(window.first, window.last + 1);
  if (axis.kind === "phase") return { ...rest, phases: stops.map(({ id }) => id) };
  if (stops.every(({ id }) => id === TIMELESS)) return { ...rest, undated: "only" };
  const dated = stops.filter(({ span }) => span !== null);
  const [from, to] = [dated[0]!.span!.from, dated.at(-1)!.span!.to];
  return {
    ...rest,
    ...(Number.isFinite(from) ? { from: dayOf(from) } : {}),
    ...(Number.isFinite(to) ? { to: dayOf(to) } : {}),
  };
}

function coversAll(axis: Axis, { first, last }: TimeWindow): boolean {
  return first === 0 && last === axis.stops.length - 1;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, -"T00:00:00.000Z".length);
}

/**
 * The window that a lens looks through on an axis: the stops from the first to the last that it lets through. `null`
 * when its time is not told on this axis.
 */
export function windowOf(lens: Lens, axis: Axis): TimeWindow | null {
  if (axis.kind === "phase") {
    const steps = (lens.phases ?? []).map((id) => axis.stops.findIndex((stop) => stop.id === id));
    return steps.length === 0 ? null : { first: Math.min(...steps), last: Math.max(...steps) };
  }
  if (lens.undated === "only")
    return axis.timeless === -1 ? null : { first: axis.timeless, last: axis.timeless };
  if (lens.from === undefined && lens.to === undefined) return null;
  const from = (lens.from === undefined ? undefined : parseDate(lens.from)?.from) ?? -Infinity;
  const to = (lens.to === undefined ? undefined : parseDate(lens.to)?.to) ?? Infinity;
  const first = axis.stops.findIndex(({ span }) => span !== null && span.to >= from);
  const last = axis.stops.findLastIndex(({ span }) => span !== null && span.from <= to);
  return first === -1 || last === -1 || last < first ? null : { first, last };
}
