/** Waiting for frames of the page. While the page is hidden there are none: what waits for one waits until it is seen. */

/** Calls once so many frames and `rest` milliseconds after them are over. Returns the way to give it up. */
export function afterFrames(frames: number, then: () => void, rest = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = frames;
  const wait = () => {
    timer = setTimeout(then, rest);
  };
  const next = (): number =>
    requestAnimationFrame(() => {
      left -= 1;
      if (left > 0) frame = next();
      else timer = setTimeout(rest > 0 ? wait : then);
    });
  let frame = next();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
