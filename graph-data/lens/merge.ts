/** Two lenses as one. */
import type { Lens } from "./lens.ts";

/** Keys that mean something only together: who gives one of the first gives all of the second. */
const TOGETHER: readonly (readonly [given: readonly (keyof Lens)[], all: readonly (keyof Lens)[]])[] = [
  [
    ["from", "to", "undated"],
    ["from", "to", "undated"],
  ],
  [["actors"], ["actors", "depth", "side"]],
];

/** What `shared` says holds, unless `own` says otherwise. */
export function mergeLenses(shared: Lens, own: Lens): Lens {
  const overruled = new Set(
    TOGETHER.filter(([given]) => given.some((key) => own[key] !== undefined)).flatMap(([, all]) => all),
  );
  const kept = Object.entries(shared).filter(([key]) => !overruled.has(key as keyof Lens));
  return { ...Object.fromEntries(kept), ...own };
}
