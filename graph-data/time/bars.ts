/** The bars over an axis: statements of each stop, stacked by family. */
import type { StatementEdge } from "../graph/build.ts";
import type { Axis } from "./axis.ts";

export interface BarPart {
  readonly family: string;
  /** Statements that belong to this stop and no other, as far as is known. */
  readonly sure: number;
  /** Statements dated vaguely, and shares of those whose date spreads over several stops: each counts one in all. */
  readonly spread: number;
}

export interface Bar {
  readonly stop: string;
  /** In the order of `families`, from the ground up; families without a share are left out. */
  readonly parts: readonly BarPart[];
  /** Sum of the parts. */
  readonly height: number;
  /** Statements that may belong to the stop. */
  readonly statements: number;
}

/** Statements of families that are not among `families` are left out. Cost: statements × the stops of each. */
export function buildBars(
  axis: Axis,
  statements: readonly StatementEdge[],
  families: readonly string[],
): Bar[] {
  const row = new Map(families.map((id, at) => [id, at]));
  const width = families.length;
  const sure = new Float64Array(axis.stops.length * width);
  const spread = new Float64Array(axis.stops.length * width);
  const touching = new Uint32Array(axis.stops.length);
  for (const statement of statements) {
    const [first, last] = axis.place(statement);
    const at = row.get(statement.family);
    if (at === undefined) continue;
    const isSure = first === last && !(axis.kind === "date" && statement.span?.vague);
    for (let stop = first; stop <= last; stop += 1) {
      touching[stop]! += 1;
      if (isSure) sure[stop * width + at]! += 1;
      else spread[stop * width + at]! += 1 / (last - first + 1);
    }
  }
  return axis.stops.map(({ id }, stop) => {
    const parts = families
      .map((family, at) => ({ family, sure: sure[stop * width + at]!, spread: spread[stop * width + at]! }))
      .filter((part) => part.sure + part.spread > 0);
    return {
      stop: id,
      parts,
      height: parts.reduce((sum, part) => sum + part.sure + part.spread, 0),
      statements: touching[stop]!,
    };
  });
}
