/** A canvas that remembers what was done to it: each call by its name, and what was set before it. */

export interface Recorded {
  readonly call: string;
  readonly args: readonly unknown[];
  /** As set at the time of the call. */
  readonly set: Readonly<Record<string, unknown>>;
}

export function recordCanvas(): {
  readonly context: CanvasRenderingContext2D;
  readonly calls: readonly Recorded[];
} {
  const calls: Recorded[] = [];
  const set: Record<string, unknown> = {};
  const context = new Proxy(set, {
    get: (_, name) =>
      name in set
        ? set[String(name)]
        : (...args: readonly unknown[]) => {
            calls.push({ call: String(name), args, set: { ...set } });
          },
  });
  return { context: context as unknown as CanvasRenderingContext2D, calls };
}
