/** Frames and timers of a page that come when a test says so, where there is no page. */
import { afterEach, beforeEach, jest } from "@jest/globals";

/**
 * Called at the top of a test file: around each of its tests, timers are faked and `requestAnimationFrame` and
 * `cancelAnimationFrame` stand in this realm. `show` calls what waits for the next frame.
 */
export function useFakeFrames(timers: Parameters<typeof jest.useFakeTimers>[0] = {}): { show(): void } {
  const waiting = new Map<number, FrameRequestCallback>();
  beforeEach(() => {
    jest.useFakeTimers(timers);
    putFrames(waiting);
  });
  afterEach(() => {
    jest.useRealTimers();
    waiting.clear();
    Reflect.deleteProperty(globalThis, "requestAnimationFrame");
    Reflect.deleteProperty(globalThis, "cancelAnimationFrame");
  });
  return {
    show() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const callback of due) callback(0);
    },
  };
}

function putFrames(waiting: Map<number, FrameRequestCallback>): void {
  let asked = 0;
  Object.assign(globalThis, {
    requestAnimationFrame(callback: FrameRequestCallback) {
      asked += 1;
      waiting.set(asked, callback);
      return asked;
    },
    cancelAnimationFrame: (frame: number) => waiting.delete(frame),
  });
}
