/** Frames of a page that come when a test says so, where there is no page. */

export interface Frames {
  show(): void;
  remove(): void;
}

/** Puts `requestAnimationFrame` and `cancelAnimationFrame` into this realm, until they are removed. */
export function fakeFrames(): Frames {
  const waiting = new Map<number, FrameRequestCallback>();
  let asked = 0;
  Object.assign(globalThis, {
    requestAnimationFrame(callback: FrameRequestCallback) {
      asked += 1;
      waiting.set(asked, callback);
      return asked;
    },
    cancelAnimationFrame: (frame: number) => waiting.delete(frame),
  });
  return {
    show() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const callback of due) callback(0);
    },
    remove() {
      Reflect.deleteProperty(globalThis, "requestAnimationFrame");
      Reflect.deleteProperty(globalThis, "cancelAnimationFrame");
    },
  };
}
