/** The drags that are measured: real pointer moves over a strip of stops, one stop a move, the next when a frame is over. */
import type { CDPSession, Locator, Page } from "playwright-core";
import type { TimeWindow } from "../../graph-data/time/window.ts";

export const STOPS = 100;
const WIDTH = 10;

/** Where every page begins. */
export const FIRST: TimeWindow = { first: 0, last: WIDTH - 1 };

export interface Drag {
  /** Where the pointer is pressed. */
  readonly from: number;
  readonly steps: readonly { readonly stop: number; readonly window: TimeWindow }[];
}

/** A window of ten stops is taken in its middle and slid from one end to the other. */
export const SLIDE: Drag = {
  from: 5,
  steps: Array.from({ length: STOPS - WIDTH }, (_, at) => ({
    stop: 6 + at,
    window: { first: at + 1, last: at + WIDTH },
  })),
};

/** Then a new one is drawn from the first stop on: everything so far. */
export const GROW: Drag = {
  from: 0,
  steps: Array.from({ length: STOPS - 1 }, (_, at) => ({
    stop: at + 1,
    window: { first: 0, last: at + 1 },
  })),
};

export const DRAGS = [SLIDE, GROW] as const;

/** The pointer over a strip of stops. */
export interface Hand {
  press(stop: number): Promise<void>;
  /** Moves on, and waits until a frame with it is over. */
  step(stop: number): Promise<void>;
  /** Lets go; on the stop that is given, right after the move there. */
  release(stop?: number): Promise<void>;
}

/**
 * Call it before the page is opened: it brings the page a listener that tells of frames. The pointer is the browser's
 * own, by the protocol: Playwright's mouse runs script of its own in the page at each move of a drag.
 */
export async function holdPointer(page: Page): Promise<(strip: Locator) => Promise<Hand>> {
  const session = await page.context().newCDPSession(page);
  const nextFrame = await listenForFrames(page, session);
  return async (strip) => {
    const { x, y, width, height } = (await strip.boundingBox())!;
    let at = { x: 0, y: y + height / 2 };
    const point = (type: "mousePressed" | "mouseMoved" | "mouseReleased", buttons: 0 | 1) =>
      session.send("Input.dispatchMouseEvent", {
        type,
        ...at,
        // As Playwright has it: a move names the button that is held.
        button: type === "mouseMoved" && buttons === 0 ? "none" : "left",
        buttons,
        clickCount: type === "mouseMoved" ? 0 : 1,
      });
    const reach = (stop: number, buttons: 0 | 1) => {
      at = { ...at, x: x + ((stop + 0.5) * width) / STOPS };
      return point("mouseMoved", buttons);
    };
    return {
      async press(stop) {
        await reach(stop, 0);
        await point("mousePressed", 1);
      },
      async step(stop) {
        const frame = nextFrame();
        await reach(stop, 1);
        await frame;
      },
      async release(stop) {
        const moved = stop === undefined ? null : reach(stop, 1);
        await Promise.all([moved, point("mouseReleased", 0)]);
      },
    };
  };
}

/** All steps of a drag, from press to release. */
export async function performDrag(
  hand: Hand,
  { from, steps }: Drag,
  afterStep?: (window: TimeWindow) => Promise<void>,
): Promise<void> {
  await hand.press(from);
  for (const { stop, window } of steps) {
    await hand.step(stop);
    await afterStep?.(window);
  }
  await hand.release();
}

/** A frame is over when the task after it runs: told by a binding, which costs the page next to no script. */
async function listenForFrames(page: Page, session: CDPSession): Promise<() => Promise<void>> {
  let tell = () => {};
  session.on("Runtime.bindingCalled", () => tell());
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "tellFrame" });
  await page.addInitScript(() => {
    const { tellFrame } = window as unknown as { tellFrame(payload: string): void };
    const follow = () => requestAnimationFrame(() => setTimeout(() => tellFrame("")));
    addEventListener("pointermove", follow, { capture: true });
  });
  return () =>
    new Promise((resolve) => {
      tell = resolve;
    });
}
