/** A comparison → elements: both slices in one network, each line with what became of it. */
import type { StatementEdge } from "../graph/build.ts";
import type { Lens } from "../lens/lens.ts";
import { mergeLenses } from "../lens/merge.ts";
import { type Slice, sliceGraph } from "../lens/slice.ts";
import { compareTies, type ShiftKind, type TieShift } from "../shift/compare.ts";
import { withoutTime } from "../time/window.ts";
import { displaySlice, type Elements, lineWidth, type Positions } from "./elements.ts";

export interface Compared {
  /** The earlier slice. */
  readonly a: Slice;
  /** The later slice. */
  readonly b: Slice;
  /** Every tie of either. */
  readonly shifts: readonly TieShift[];
}

/** The lens of window A: what the lens has beside its time holds in both, unless the other says otherwise. */
export function earlierLens(lens: Lens, compare: Lens): Lens {
  return mergeLenses(withoutTime(lens), compare);
}

/** A slice beside the one of the lens it is compared with. */
export function compareWith(b: Slice, compare: Lens): Compared {
  const a = sliceGraph(b.narrative, earlierLens(b.lens, compare));
  return { a, b, shifts: compareTies(a, b) };
}

/** Statements and actors of either slice, each once, in the order of the story and of the dossier. */
export function uniteSlices({ a, b }: Pick<Compared, "a" | "b">): Slice {
  const { narrative } = b;
  const [statements, actors] = [new Set<StatementEdge>(a.statements), new Set(a.actors)];
  for (const statement of b.statements) statements.add(statement);
  for (const actor of b.actors) actors.add(actor);
  return {
    narrative,
    lens: b.lens,
    statements: narrative.statements.filter((statement) => statements.has(statement)),
    actors: narrative.dossier.actors.filter((actor) => actors.has(actor)),
  };
}

/**
 * The union, drawn tie by tie. A line is as wide as its tie is heavy in B, or in A where B has none. With `kinds`, the
 * other lines are left out; actors stay where they are, so that what is left can be found. Cost: linear in statements.
 */
export function displayComparison(
  compared: Compared,
  { positions, kinds }: { readonly positions: Positions; readonly kinds?: readonly ShiftKind[] },
): Elements {
  const { nodes, lines } = displaySlice(uniteSlices(compared), { positions });
  const shifts = new Map(compared.shifts.map((shift) => [shift.id, shift]));
  return {
    nodes,
    lines: lines.flatMap((line) => {
      const shift = shifts.get(line.id);
      if (!shift || (kinds && !kinds.includes(shift.kind))) return [];
      const gone = shift.b.length === 0;
      const turned = shift.kind === "changed" && !gone && shift.a.length > 0;
      const width = lineWidth((gone ? shift.a : shift.b).length);
      return [{ ...line, shift: shift.kind, gone, turned, width }];
    }),
  };
}
