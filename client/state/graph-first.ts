/**
 * The graph goes first: when the window of a large dossier rests, what it asks of the panels is drawn after the frame
 * with the graph. The state is of one piece all the while: only their drawing waits.
 */
import { options } from "preact";
import { afterFrames } from "./frames.ts";

let waiting = false;
let render: (() => void) | null = null;

/** Preact's own way of drawing later is a microtask: before the next frame. */
const usual = options.debounceRendering ?? queueMicrotask;
options.debounceRendering = (draw) => {
  if (waiting) render = draw;
  else usual(draw);
};

/** From now until the next frame is under way, no panel is drawn. */
export function letGraphGoFirst(): void {
  if (waiting) return;
  waiting = true;
  afterFrames(1, () => {
    waiting = false;
    render?.();
    render = null;
  });
}
