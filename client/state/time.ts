/** The time strip's state: which axis, what the window means, and how it moves. Pure. */
import type { Elements } from "../../graph-data/display/elements.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { type Axis, listAxes } from "../../graph-data/time/axis.ts";
import type { TimeWindow } from "../../graph-data/time/window.ts";

/** `window`: just what the window holds. `so far`: everything up to its end. */
export type TimeMode = "window" | "so far";

/** Where a mouse or a pen rests. */
export type Hover = "stops" | "graph";

/** What the pointer is over in the graph. */
export interface Pointed {
  readonly kind: "actor" | "line";
  readonly id: string;
}

const axesByGraph = new WeakMap<NarrativeGraph, Axis[]>();

/** Built once for a dossier. */
export function axesOf(narrative: NarrativeGraph): Axis[] {
  const known = axesByGraph.get(narrative);
  if (known) return known;
  const axes = listAxes(narrative);
  axesByGraph.set(narrative, axes);
  return axes;
}

/** Where a window may lie: on the stops that have a time. The timeless stop is looked at by itself. */
export function timedStops(axis: Axis): number {
  return axis.timeless === -1 ? axis.stops.length : axis.timeless;
}

/** What a lens's window covers of the stops that have a time; `null` when that is all of them, or none. */
export function timedWindow(axis: Axis, window: TimeWindow | null): TimeWindow | null {
  const last = timedStops(axis) - 1;
  if (!window || window.first > last) return null;
  return { first: window.first, last: Math.min(window.last, last) };
}

/** The window with one end moved, the other where it is; the ends do not pass each other. */
export function moveEnd(window: TimeWindow, end: "first" | "last", to: number, stops: number): TimeWindow {
  const goal = Math.min(stops - 1, Math.max(0, to));
  return end === "first"
    ? { first: Math.min(goal, window.last), last: window.last }
    : { first: window.first, last: Math.max(goal, window.first) };
}

/** The window moved as it is, as far as there are stops. */
export function slide(window: TimeWindow, by: number, stops: number): TimeWindow {
  const step = Math.min(stops - 1 - window.last, Math.max(-window.first, by));
  return { first: window.first + step, last: window.last + step };
}

/**
 * The next window of playback; `null` when the end is reached. In "so far" the end moves on, in "window" all of it.
 * Without a window, playback begins with the first stop.
 */
export function nextWindow(
  window: TimeWindow | null,
  mode: TimeMode,
  stops: number,
  loop: boolean,
): TimeWindow | null {
  const start = { first: 0, last: mode === "window" && window ? window.last - window.first : 0 };
  if (!window) return start;
  if (window.last >= stops - 1) return loop ? start : null;
  return mode === "so far" ? { first: 0, last: window.last + 1 } : slide(window, 1, stops);
}

/**
 * Whether playback waits: the pointer rests on the stops, or on an actor or line that one of the networks shows now. What
 * has gone from under a pointer that stands still is not waited for.
 */
export function isHeld(hover: Hover | null, pointed: Pointed | null, networks: readonly Elements[]): boolean {
  if (hover !== "graph" || pointed === null) return hover === "stops";
  return networks.some(({ nodes, lines }) =>
    (pointed.kind === "actor" ? nodes : lines).some(({ id }) => id === pointed.id),
  );
}

/** A click on one stop. */
export function windowAt(stop: number, mode: TimeMode): TimeWindow {
  return mode === "so far" ? { first: 0, last: stop } : { first: stop, last: stop };
}
