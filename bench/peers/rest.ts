/** How soon our client's detail is back after the window of time stops: with the button still held, and released. */
import type { Browser } from "playwright-core";
import { type Contender, openStage, PEACE } from "./contenders.ts";
import type { Drag } from "./drag.ts";

export interface Return {
  /** Milliseconds from the last move of the pointer. */
  readonly held: number;
  /** Milliseconds from its release. */
  readonly released: number;
}

interface Watched {
  moved: number;
  detailed: number | null;
}

/** Steps before the stop. */
const STEPS = 5;

/** At the end of a drag: the pointer is held there, then goes one stop back and lets go. */
export async function measureReturn(browser: Browser, ours: Contender, drag: Drag): Promise<Return> {
  const stops = drag.steps.slice(-STEPS).map(({ stop }) => stop);
  const { page, hand } = await openStage(browser, ours);
  await page.evaluate(watchDetail);
  const read = async () => {
    await page.waitForTimeout(PEACE);
    const passes = await page.locator(".graph-actors.passing").count();
    const { moved, detailed } = await page.evaluate(
      () => (window as unknown as { watched: Watched }).watched,
    );
    if (passes > 0 || detailed === null) throw new Error("the picture did not come back");
    return detailed - moved;
  };
  await hand.press(drag.from);
  for (const stop of stops) await hand.step(stop);
  const held = await read();
  await hand.step(stops.at(-2)!);
  await hand.release();
  const released = await read();
  await page.close();
  return { held, released };
}

/**
 * Runs in the page. The detail is back when curves have been drawn since the pointer's last event, and the next frame
 * after that is over.
 */
function watchDetail(): void {
  const watched: Watched = { moved: 0, detailed: null };
  let seen = 0;
  const begin = ({ timeStamp }: Event) => {
    watched.moved = timeStamp;
    watched.detailed = null;
    seen = 0;
  };
  addEventListener("pointermove", begin, { capture: true });
  addEventListener("pointerup", begin, { capture: true });
  const { prototype } = CanvasRenderingContext2D;
  const { quadraticCurveTo } = prototype;
  prototype.quadraticCurveTo = function (...points) {
    quadraticCurveTo.apply(this, points);
    seen += 1;
    if (seen !== 1 || this.canvas.className !== "graph-lines") return;
    const { moved } = watched;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (watched.moved === moved) watched.detailed = performance.now();
      }),
    );
  };
  Object.assign(window, { watched });
}
