/** A window of time on its way: a large dossier is only sketched until the window rests. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { lookAt } from "../../graph-data/time/window.ts";
import type { Model, Passing } from "./model.ts";

const PASSING = {
  /** With more statements than this, a step of the window is not sliced. */
  mostSliced: 1_500,
  /** Milliseconds without a step after which the window rests. */
  rest: 60,
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
  waits.set(
    model,
    waitForPeace(() => rest(model)),
  );
}

/** Counts from the frame after the step's own: while that one is painted, the pointer's next move waits behind it. */
function waitForPeace(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(then, PASSING.rest);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** The lens takes up the window that was on its way, if there is one; the adjusting goes on. */
export function rest(model: Model): void {
  waits.get(model)?.();
  const passing = model.transient.passing.peek();
  if (!passing) return;
  const { axis, window, side } = passing;
  const { lens, view } = model.state.peek();
  model.dispatch(
    side === "a"
      ? { type: "compare", compare: lookAt(view.compare ?? {}, axis, window), adjusting: true }
      : { type: "look", lens: lookAt(lens, axis, window), adjusting: true },
  );
  model.transient.passing.value = null;
}
