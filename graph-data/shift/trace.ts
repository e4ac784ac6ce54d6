/** Traces: what is said of a pair, by a side, or of a narrative, stop by stop. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { type Contradiction, findContradictions } from "./reversals.ts";

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
): PairTrace {
  const between = statements.filter(
    ({ source, target }) => (source === a && target === b) || (source === b && target === a),
  );
  return { statements: between, contradictions: findContradictions(between, narrative) };
}

/** One band of a side's trace: at whom one family is directed. */
export interface Band {
  readonly target: string;
  readonly family: string;
  /** Statements at each stop, in the order of the stops. */
  readonly stops: readonly (readonly StatementEdge[])[];
  readonly total: number;
}

/**
 * What the members of a side (an actor with all that is part of it) direct at others, stop by stop. Bands with most
 * statements first. `stepOf` gives a statement's stop; `families` keeps only those.
 */
export function traceSide(
  statements: readonly StatementEdge[],
  members: ReadonlySet<string>,
  steps: number,
  stepOf: (statement: StatementEdge) => number = ({ step }) => step,
  families?: ReadonlySet<string>,
): Band[] {
  const bands = new Map<string, StatementEdge[][]>();
  for (const statement of statements) {
    if (!members.has(statement.source) || members.has(statement.target)) continue;
    if (families && !families.has(statement.family)) continue;
    const id = `${statement.target}~${statement.family}`;
    const stops = bands.get(id) ?? Array.from({ length: steps }, () => []);
    stops[stepOf(statement)]?.push(statement);
    bands.set(id, stops);
  }
  return [...bands]
    .map(([id, stops]) => {
      const [target = "", family = ""] = id.split("~");
      return { target, family, stops, total: stops.reduce((sum, list) => sum + list.length, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort((x, y) => y.total - x.total || compareText(x.target, y.target) || compareText(x.family, y.family));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface NarrativeTrace {
  readonly id: string;
  /** First statement that advances it; `null` when none does. */
  readonly first: StatementEdge | null;
  /** Voices (or, for the author's voice, the sources it reports) that advance it, in the order in which they do first. */
  readonly uptake: readonly Uptake[];
  readonly undermined: readonly Uptake[];
  /** Statements that advance and undermine it at each stop. */
  readonly stops: readonly { readonly advances: number; readonly undermines: number }[];
}

export interface Uptake {
  /** `author` or an actor. */
  readonly who: string;
  readonly first: StatementEdge;
  readonly statements: number;
}

/**
 * Who tells a narrative. An act in the author's voice is its source's ("Putin blames Ukraine" advances the Ukrainian
 * trail through Putin); a statement in another voice is that voice's.
 */
export function traceNarrative(
  statements: readonly StatementEdge[],
  id: string,
  steps: number,
  stepOf: (statement: StatementEdge) => number = ({ step }) => step,
): NarrativeTrace {
  const linked = (role: "advances" | "undermines") =>
    statements.filter(({ record }) => record.narratives?.some((link) => link.id === id && link.role === role));
  const [advancing, undermining] = [linked("advances"), linked("undermines")];
  const count = (list: readonly StatementEdge[], step: number) =>
    list.filter((statement) => stepOf(statement) === step).length;
  return {
    id,
    first: advancing[0] ?? null,
    uptake: listUptake(advancing),
    undermined: listUptake(undermining),
    stops: Array.from({ length: steps }, (_, step) => ({
      advances: count(advancing, step),
      undermines: count(undermining, step),
    })),
  };
}

function listUptake(statements: readonly StatementEdge[]): Uptake[] {
  const found = new Map<string, { first: StatementEdge; statements: number }>();
  for (const statement of statements) {
    const who = statement.voice === "author" ? statement.source : statement.voice;
    const known = found.get(who);
    if (known) known.statements += 1;
    else found.set(who, { first: statement, statements: 1 });
  }
  return [...found].map(([who, entry]) => ({ who, ...entry }));
}
