/** What tables cannot hold of a slice, a sentence each. */
import type { Slice } from "../lens/slice.ts";
import { describeLost, type Lost } from "./losses.ts";

/** `more`: what this table leaves out beside what none can hold. */
export function listTableLosses(slice: Slice, more: readonly Lost[] = []): string[] {
  return describeLost(slice, [
    ...more,
    ...(["contexts", "statementFields", "actorFields", "positions"] as const),
    ...(["codebook", "tellings", "story", "dossierFields"] as const),
  ]);
}
