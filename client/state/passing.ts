/** A window of time on its way: a large dossier is only sketched until the window rests. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { lookAt, type TimeWindow } from "../../graph-data/time/window.ts";
import type { Model } from "./model.ts";

const PASSING = {
  /** With more statements than this, a step of the window is not sliced. */
  mostSliced: 1_500,
  /** Milliseconds without a step after which the window rests. */
  rest: 60,
} as const;

export function isLarge({ statements }: Pick<NarrativeGraph, "statements">): boolean {
  return statements.length > PASSING.mostSliced;
}

const timers = new WeakMap<Model, ReturnType<typeof setTimeout>>();

/** A step of the window; the lens takes it up when the window rests. */
export function pass(model: Model, axis: Axis, window: TimeWindow): void {
  model.transient.passing.value = { axis, window };
  clearTimeout(timers.get(model));
  timers.set(
    model,
    setTimeout(() => rest(model), PASSING.rest),
  );
}

/** The lens takes up the window that was on its way, if there is one; the adjusting goes on. */
export function rest(model: Model): void {
  clearTimeout(timers.get(model));
  const passing = model.transient.passing.peek();
  if (!passing) return;
  const lens = lookAt(model.state.peek().lens, passing.axis, passing.window);
  model.dispatch({ type: "look", lens, adjusting: true });
  model.transient.passing.value = null;
}
