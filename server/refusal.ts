/** How a query is refused: in the same words by the API and the pages. */
import { type Problem, UsageError } from "../graph-data/errors.ts";

/** To be thrown. */
export function refuseQuery(...problems: readonly Problem[]): UsageError {
  return new UsageError("The query cannot be used.", problems);
}
