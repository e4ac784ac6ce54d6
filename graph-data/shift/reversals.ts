/** Reversals and contradictions: opposite types on the same target, by the codebook's list of opposites. */
import type { CodedType } from "../dossier/codebook.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { DEFAULT_MODALITIES } from "../lens/lens.ts";
import { comesBefore } from "./between.ts";

/** Whether the codebook calls two types opposites; the list of either is enough. */
export function areOpposites(a: CodedType, b: CodedType): boolean {
  return a.opposites.includes(b.id) || b.opposites.includes(a.id);
}

export const CONTRADICTION_KINDS = [
  "reversal",
  "same source",
  "same side",
  "across voices",
  "across sources",
] as const;

/**
 * `reversal`: the same source, first one way, then the opposite, at a later time. `same source`: at one time, or it is
 * not known which was first. `same side`: two sources of one side. `across voices`: two voices tell different things,
 * either of one source or of two that belong to no one side. `across sources`: one voice tells of two such sources
 * that the one asserts what the other denies.
 */
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** Two statements that say the opposite; `earlier` and `later` in the order of the story. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly earlier: StatementEdge;
  readonly later: StatementEdge;
  /** The smallest side that both sources belong to, where `kind` is "same side". */
  readonly side?: string;
}

export interface ContradictionOptions {
  /** Sides to look within: actors with all that is part of them. Without any: every actor that has parts. */
  readonly sides?: readonly string[];
  /**
   * The search ends when so many are found: those whose later statement comes first in the story. Absent: all, which
   * may be as many as pairs of statements.
   */
  readonly limit?: number;
}

/**
 * Contradictions among statements in the order of the story: the same target, opposite types and, where both say what
 * they are about, the same subject. Each statement is set against the last opposite one of every speaker before it;
 * what a speaker has answered once is not told again until something new is said. What is not told as an act is left
 * out. In the order of the later statements. Cost: statements × the speakers of opposite ones on the same target.
 */
export function findContradictions(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  { sides = actorsWithParts(narrative), limit = Infinity }: ContradictionOptions = {},
): Contradiction[] {
  const classify = makeClassifier(narrative, sides);
  const opposites = makeOpposites(narrative);
  const said = new Map<string, Map<string, StatementEdge>>();
  const answered = new Set<string>();
  const found: Contradiction[] = [];
  for (const later of statements) {
    if (!DEFAULT_MODALITIES.includes(later.modality) || opposites(later.type).length === 0) continue;
    for (const earlier of listOpposed(later, said, opposites)) {
      const answer = `${earlier.id}~${speakerOf(later)}~${later.type.id}`;
      const contradiction = answered.has(answer) ? null : classify(earlier, later);
      answered.add(answer);
      if (contradiction) found.push(contradiction);
      if (found.length === limit) return found;
    }
    remember(later, said);
  }
  return found;
}

function actorsWithParts(narrative: NarrativeGraph): string[] {
  return [...narrative.actors.keys()].filter((id) => narrative.membersOf(id).size > 1);
}

/** For each type, the ids of its opposites. */
function makeOpposites({ codebook }: NarrativeGraph): (type: CodedType) => readonly string[] {
  const all = [...codebook.types.values()];
  const lists = new Map(
    all.map((type) => [type.id, all.filter((other) => areOpposites(type, other)).map(({ id }) => id)]),
  );
  return ({ id }) => lists.get(id) ?? [];
}

/** Who acts, and who tells it, unless that is the author or the actor itself. */
function speakerOf({ source, voice }: StatementEdge): string {
  return `${source}~${tellerOf({ source, voice })}`;
}

/** A third who tells of an act is not the one who acts: two of them may tell different things of one actor. */
function tellerOf({ source, voice }: Pick<StatementEdge, "source" | "voice">): string {
  return voice === "author" || voice === source ? "" : voice;
}

function remember(statement: StatementEdge, said: Map<string, Map<string, StatementEdge>>): void {
  const key = `${statement.target}~${statement.type.id}`;
  const bySpeaker = said.get(key) ?? new Map<string, StatementEdge>();
  const subject = `${speakerOf(statement)}~${statement.record.about ?? ""}`;
  // Taken out first, so that the map stays in the order in which things were said last.
  bySpeaker.delete(subject);
  bySpeaker.set(subject, statement);
  said.set(key, bySpeaker);
}

/** The last opposite statement of each speaker on the same target and subject, in the order of the story. */
function listOpposed(
  later: StatementEdge,
  said: ReadonlyMap<string, ReadonlyMap<string, StatementEdge>>,
  opposites: (type: CodedType) => readonly string[],
): StatementEdge[] {
  const last = new Map<string, StatementEdge>();
  for (const type of opposites(later.type)) {
    for (const earlier of said.get(`${later.target}~${type}`)?.values() ?? []) {
      if (sameSubject(earlier, later)) last.set(`${speakerOf(earlier)}~${type}`, earlier);
    }
  }
  return [...last.values()];
}

function sameSubject({ record: a }: StatementEdge, { record: b }: StatementEdge): boolean {
  return a.about === undefined || b.about === undefined || a.about === b.about;
}

/**
 * `null` where two sources of no one side only stand differently to a target: one supports whom another blames. That
 * is no contradiction, as it is when one denies what another confirms.
 */
function makeClassifier(narrative: NarrativeGraph, sides: readonly string[]) {
  const bySize = sides
    .map((id) => ({ id, members: narrative.membersOf(id) }))
    .sort((x, y) => x.members.size - y.members.size);
  return (earlier: StatementEdge, later: StatementEdge): Contradiction | null => {
    if (earlier.source === later.source) {
      if (tellerOf(earlier) !== tellerOf(later)) return { kind: "across voices", earlier, later };
      const kind = comesBefore(earlier, later, narrative) ? "reversal" : "same source";
      return { kind, earlier, later };
    }
    const both = bySize.find(({ members }) => members.has(earlier.source) && members.has(later.source));
    if (both) return { kind: "same side", earlier, later, side: both.id };
    const areStances = earlier.type.sign * later.type.sign === -1;
    if (areStances) return null;
    return { kind: earlier.voice === later.voice ? "across sources" : "across voices", earlier, later };
  };
}
