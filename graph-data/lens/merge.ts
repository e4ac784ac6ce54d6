/** Two lenses as one. */
import type { Lens } from "./lens.ts";

/** Keys that say one thing together: who gives one of them gives all. */
const TOGETHER: readonly (readonly (keyof Lens)[])[] = [
  ["from", "to", "undated"],
  ["actors", "depth", "side"],
];

/** What `shared` says holds, unless `own` says otherwise. */
export function mergeLenses(shared: Lens, own: Lens): Lens {
  const given = (key: keyof Lens) => own[key] !== undefined;
  const overruled = new Set(TOGETHER.filter((keys) => keys.some(given)).flat());
  const kept = Object.entries(shared).filter(([key]) => !overruled.has(key as keyof Lens));
  return { ...Object.fromEntries(kept), ...own };
}
