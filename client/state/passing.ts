/** A window of time on its way: a large dossier is only sketched until the window rests. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { lookAt } from "../../graph-data/time/window.ts";
import { afterFrames } from "./frames.ts";
import { letGraphGoFirst } from "./graph-first.ts";
import type { Model, Passing } from "./model.ts";

const PASSING = {
  /** With more statements than this, a step of the window is not sliced. */
  mostSliced: 600,
  /** Milliseconds without a step after which the window rests: three frames in which a pointer that goes on moves. */
  rest: 48,
} as const;

export function isLarge({ statements }: Pick<NarrativeGraph, "statements">): boolean {
  return statements.length > PASSING.mostSliced;
}

/** How to give up waiting for the window to rest. */
const waits = new WeakMap<Model, () => void>();

/** A step of the window; the lens takes it up when the window rests. */
export function pass(model: Model, passing: Passing): void {
  model.transient.passing.value = passing;
  waits.get(model)?.();
  // Counted from the end of the step's own frame: while that one is painted, the pointer's next move waits behind it.
  waits.set(
    model,
    afterFrames(1, () => rest(model), PASSING.rest),
  );
}

/** The lens takes up the window that was on its way, if there is one; the adjusting goes on. */
export function rest(model: Model): void {
  waits.get(model)?.();
  const passing = model.transient.passing.peek();
  if (!passing) return;
  const { axis, window, side } = passing;
  const { lens, view } = model.state.peek();
  letGraphGoFirst();
  model.dispatch(
    side === "a"
      ? { type: "compare", compare: lookAt(view.compare ?? {}, axis, window), adjusting: true }
      : { type: "look", lens: lookAt(lens, axis, window), adjusting: true },
  );
  model.transient.passing.value = null;
}
