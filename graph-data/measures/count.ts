/** Counting statements by actor: what the measures of strength have in common. */
import type { StatementEdge } from "../graph/build.ts";
import type { Slice } from "../lens/slice.ts";
import type { MeasureArguments } from "./measure.ts";

/** For each actor of the slice, the statements of a family (of all, when absent) that `endsOf` counts to it. Linear. */
export function countStatements(
  { actors, statements }: Slice,
  { family }: MeasureArguments,
  endsOf: (statement: StatementEdge) => Iterable<string>,
): Map<string, number> {
  const counts = new Map(actors.map(({ id }) => [id, 0]));
  for (const statement of statements) {
    if (family !== undefined && statement.family !== family) continue;
    for (const id of endsOf(statement)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
