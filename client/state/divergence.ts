/** How much two slices differ, in the words of the server: the same measure, the same seed. */
import type { Compared } from "../../graph-data/display/compared.ts";
import { compareStatements } from "../../graph-data/shift/divergence.ts";
import { defaultFamily, divergenceKind } from "../../graph-data/shift/kinds.ts";
import { describeDivergence } from "../../graph-data/shift/words.ts";

/** Cost: up to 12 million steps, a tenth of a second. */
export function measureHere({ a, b }: Pick<Compared, "a" | "b">): string {
  const kind = divergenceKind("targets", defaultFamily(b.narrative), b.narrative);
  return describeDivergence(compareStatements(a.statements, b.statements, kind, {}), kind);
}
