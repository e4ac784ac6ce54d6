/** A network of more ties than print can show → its heaviest. */
import { countByActor } from "../display/elements.ts";
import type { Tie } from "../graph/ties.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";

/** Ties that can still be told apart on half a page. */
export const MOST_TIES = 200;

/**
 * The slice with the statements of the `most` ties that have most of them; of equals, those between the actors that most
 * statements touch. As it is where it has no more. Linear in statements, and the sorting of the ties.
 */
export function thinOut(slice: Slice, most: number = MOST_TIES): Slice {
  const ties = tiesOf(slice);
  if (ties.length <= most) return slice;
  const touching = countByActor(slice.statements);
  const busy = ({ source, target }: Tie) => touching.get(source)! + touching.get(target)!;
  const kept = [...ties]
    .sort((x, y) => y.statements.length - x.statements.length || busy(y) - busy(x) || (x.id < y.id ? -1 : 1))
    .slice(0, most);
  const shown = new Set(kept.flatMap(({ statements }) => statements));
  const ends = new Set(kept.flatMap(({ source, target }) => [source, target]));
  return {
    ...slice,
    statements: slice.statements.filter((statement) => shown.has(statement)),
    actors: slice.actors.filter(({ id }) => ends.has(id)),
  };
}
