/** Reversals and contradictions: opposite types on the same target, by the codebook's list of opposites. */
import type { CodedType } from "../dossier/codebook.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";

/** Whether the codebook calls two types opposites; the list of either is enough. */
export function areOpposites(a: CodedType, b: CodedType): boolean {
  return a.opposites.includes(b.id) || b.opposites.includes(a.id);
}

/** Two statements that say the opposite; `earlier` and `later` in the order of the story. */
export interface Contradiction {
  readonly earlier: StatementEdge;
  readonly later: StatementEdge;
  /**
   * `reversal`: the same source, first one way, then the opposite, at another time. `same source`: at one time or
   * without one. `same side`: two sources of one side. `across voices`: two sources that belong to no one side.
   */
  readonly kind: "reversal" | "same source" | "same side" | "across voices";
  /** The side that both sources belong to, where `kind` is "same side". */
  readonly side?: string;
}

export interface ContradictionOptions {
  /** Sides to look within: actors with all that is part of them. Without any: every actor that has parts. */
  readonly sides?: readonly string[];
}

/**
 * All pairs of statements among those given with the same target, opposite types and, where both say what they are
 * about, the same subject. In the order of the story. Cost: for each target, the square of its statements whose type
 * has opposites.
 */
export function findContradictions(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  { sides = actorsWithParts(narrative) }: ContradictionOptions = {},
): Contradiction[] {
  const found: Contradiction[] = [];
  for (const group of groupByTarget(statements).values()) {
    for (const [at, earlier] of group.entries()) {
      for (const later of group.slice(at + 1)) {
        if (areOpposites(earlier.type, later.type) && sameSubject(earlier, later)) {
          found.push(classify(earlier, later, narrative, sides));
        }
      }
    }
  }
  const order = new Map(statements.map(({ id }, at) => [id, at]));
  const place = ({ earlier, later }: Contradiction) =>
    [order.get(earlier.id) ?? 0, order.get(later.id) ?? 0] as const;
  return found.sort((x, y) => place(x)[0] - place(y)[0] || place(x)[1] - place(y)[1]);
}

/** The same source on the same target, first one way, later the opposite. */
export function findReversals(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
): Contradiction[] {
  return findContradictions(statements, narrative, { sides: [] }).filter(({ kind }) => kind === "reversal");
}

function actorsWithParts(narrative: NarrativeGraph): string[] {
  return [...narrative.actors.keys()].filter((id) => narrative.membersOf(id).size > 1);
}

function groupByTarget(statements: readonly StatementEdge[]): Map<string, StatementEdge[]> {
  const groups = new Map<string, StatementEdge[]>();
  for (const statement of statements) {
    const group = groups.get(statement.target);
    if (group) group.push(statement);
    else groups.set(statement.target, [statement]);
  }
  return groups;
}

function sameSubject({ record: a }: StatementEdge, { record: b }: StatementEdge): boolean {
  return a.about === undefined || b.about === undefined || a.about === b.about;
}

function classify(
  earlier: StatementEdge,
  later: StatementEdge,
  narrative: NarrativeGraph,
  sides: readonly string[],
): Contradiction {
  if (earlier.source === later.source) {
    return { earlier, later, kind: comesBefore(earlier, later) ? "reversal" : "same source" };
  }
  const side = smallestSide(earlier.source, later.source, narrative, sides);
  return side === null
    ? { earlier, later, kind: "across voices" }
    : { earlier, later, kind: "same side", side };
}

/** An earlier phase, or a date that ends before the other begins. */
function comesBefore(a: StatementEdge, b: StatementEdge): boolean {
  if (a.step !== b.step) return a.step < b.step;
  return a.span !== null && b.span !== null && a.span.to < b.span.from;
}

function smallestSide(
  a: string,
  b: string,
  narrative: NarrativeGraph,
  sides: readonly string[],
): string | null {
  const both = sides
    .map((id) => ({ id, members: narrative.membersOf(id) }))
    .filter(({ members }) => members.has(a) && members.has(b))
    .sort((x, y) => x.members.size - y.members.size);
  return both[0]?.id ?? null;
}
