/** Lines that come and go: for a moment a line that left is still drawn, and one that came is not yet whole. */
import type { TracedLine } from "./traced-lines.ts";

/** Milliseconds. */
const FADE = 160;

export interface Fading {
  /** What was drawn gives way to the lines with these ids. */
  begin(before: ReadonlyMap<string, TracedLine>, after: ReadonlySet<string>): void;
  /** What left and has not faded yet. */
  leaving(): readonly TracedLine[];
  /** 0 to 1: how far a line has come, or how much is left of it. */
  presence(id: string): number;
  isOver(): boolean;
  end(): void;
}

/** `now` in milliseconds. */
export function createFading(now: () => number): Fading {
  let left = new Map<string, TracedLine>();
  let came = new Set<string>();
  let begun = 0;
  const progress = () => Math.min(1, (now() - begun) / FADE);
  const end = () => {
    left = new Map();
    came = new Set();
  };
  return {
    begin(before, after) {
      left = new Map([...before].filter(([id]) => !after.has(id)));
      came = new Set([...after].filter((id) => !before.has(id)));
      begun = now();
    },
    leaving() {
      if (progress() === 1) end();
      return [...left.values()];
    },
    presence(id) {
      if (left.has(id)) return 1 - progress();
      return came.has(id) ? progress() : 1;
    },
    isOver: () => left.size + came.size === 0 || progress() === 1,
    end,
  };
}
