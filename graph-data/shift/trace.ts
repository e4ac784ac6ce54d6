/** Traces of a pair and of a side: what is said between two actors, and at whom a side directs what, stop by stop. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import type { Axis } from "../time/axis.ts";
import { type Contradiction, type ContradictionOptions, findContradictions } from "./reversals.ts";

/** All that is said between two actors, in the order of the story. */
export interface PairTrace {
  readonly statements: readonly StatementEdge[];
  /** Opposites among them, reversals included. */
  readonly contradictions: readonly Contradiction[];
}

export function tracePair(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  a: string,
  b: string,
  options: ContradictionOptions = {},
): PairTrace {
  const between = statements.filter(
    ({ source, target }) => (source === a && target === b) || (source === b && target === a),
  );
  return { statements: between, contradictions: findContradictions(between, narrative, options) };
}

/** One band of a side's trace: one family, directed at one target. */
export interface Band {
  readonly target: string;
  readonly family: string;
  /** Statements of each stop of the axis that belong to it and no other. */
  readonly stops: readonly (readonly StatementEdge[])[];
  /** Statements whose date spreads over several stops. */
  readonly spread: readonly StatementEdge[];
  readonly total: number;
}

export interface SideOptions {
  /** A side: an actor with all that is part of it. Without it, everybody. */
  readonly members?: ReadonlySet<string>;
  readonly families?: ReadonlySet<string>;
}

/** What a side directs at others, stop by stop: bands with most statements first. Cost: statements + bands × stops. */
export function traceSide(
  statements: readonly StatementEdge[],
  axis: Axis,
  { members, families }: SideOptions = {},
): Band[] {
  const bands = new Map<string, { stops: StatementEdge[][]; spread: StatementEdge[]; total: number }>();
  for (const statement of statements) {
    const { source, target, family } = statement;
    if (members && (!members.has(source) || members.has(target))) continue;
    if (families && !families.has(family)) continue;
    const id = `${target}~${family}`;
    const band = bands.get(id) ?? { stops: axis.stops.map(() => []), spread: [], total: 0 };
    const [first, last] = axis.place(statement);
    if (first === last) band.stops[first]?.push(statement);
    else band.spread.push(statement);
    band.total += 1;
    bands.set(id, band);
  }
  return [...bands]
    .sort(([idX, x], [idY, y]) => y.total - x.total || (idX < idY ? -1 : 1))
    .map(([id, band]) => {
      const [target = "", family = ""] = id.split("~");
      return { target, family, ...band };
    });
}
