/** What is stated, as sentences: each names the one who says so and cites what it rests on. */
import { actorLabel, countWords, describeModality, describeRelation, voiceLabel } from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import type { Citations } from "./citations.ts";
import type { Sentence } from "./model.ts";

/** Readings of one finding that are told; what is beyond is counted. */
const MOST_READINGS = 2;

/** "According to Vladimir Putin, Ukraine protects the attackers". No full stop. */
export function sayStatement(statement: StatementEdge, narrative: NarrativeGraph): string {
  const { voice, modality } = statement;
  const manner = modality === "asserted" ? "" : ` (${describeModality(modality)})`;
  return `According to ${voiceLabel(voice, narrative)}${manner}, ${describeRelation(statement, narrative)}`;
}

/** The same within a sentence: "according to …". */
export function continueStatement(statement: StatementEdge, narrative: NarrativeGraph): string {
  return `according to${sayStatement(statement, narrative).slice("According to".length)}`;
}

/**
 * Some statements of one tie as sentences, those that read alike as one. `opening` stands before the first: "New".
 * `counts` after it, in brackets.
 */
export function sayStatements(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  { cite }: Citations,
  { opening, counts }: { readonly opening?: string; readonly counts?: string } = {},
): Sentence[] {
  const readings = groupReadings(statements, narrative);
  const told = readings.slice(0, MOST_READINGS).map((alike, at): Sentence => {
    const plain = sayStatement(alike[0]!, narrative);
    const opened = opening && at === 0 ? `${opening}: ${continueStatement(alike[0]!, narrative)}` : plain;
    return { text: `${opened}${at === 0 && counts ? ` (${counts})` : ""}.`, citations: cite(alike) };
  });
  const rest = readings.slice(MOST_READINGS).flat();
  if (rest.length === 0) return told;
  const otherwise = `${countWords(rest.length, "more statement")} of the same tie ${rest.length === 1 ? "reads" : "read"} otherwise.`;
  return [...told, { text: otherwise, citations: cite(rest) }];
}

/** Those that most statements read as come first; of equals, the earlier. */
function groupReadings(statements: readonly StatementEdge[], narrative: NarrativeGraph): StatementEdge[][] {
  const groups = new Map<string, StatementEdge[]>();
  for (const statement of statements) {
    const reading = sayStatement(statement, narrative);
    groups.set(reading, [...(groups.get(reading) ?? []), statement]);
  }
  return [...groups.values()].sort((x, y) => y.length - x.length);
}

/** "Vladimir Putin → ISIS-K". */
export function sayPair(source: string, target: string, narrative: NarrativeGraph): string {
  return `${actorLabel(source, narrative)} → ${actorLabel(target, narrative)}`;
}
