/** Progress on stderr, for a person at a terminal alone. */
import type { Surroundings } from "./command.ts";

/** Milliseconds before the first line, and between two. */
const PATIENCE = 500;
const PACE = 100;

export interface Progress {
  add(bytes: number): void;
  end(): void;
}

/** `size` in bytes; `null` where nobody knows it. */
export function showProgress(
  { terminal, complainBare }: Pick<Surroundings, "terminal" | "complainBare">,
  name: string,
  size: number | null,
): Progress {
  const start = performance.now();
  let [read, last, shown] = [0, start + PATIENCE - PACE, false];
  return {
    add(bytes) {
      read += bytes;
      const now = performance.now();
      if (!terminal || now - last < PACE) return;
      [last, shown] = [now, true];
      const share = size === null || size === 0 ? "" : ` ${Math.floor((read / size) * 100)} %`;
      complainBare(`\r\x1b[KReading ${name}:${share} ${(read / 2 ** 20).toFixed(1)} MB`);
    },
    end() {
      if (shown) complainBare("\r\x1b[K");
    },
  };
}
