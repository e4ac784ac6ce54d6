/** What changed, told: each shift in sentences with what it rests on, each divergence in words. */
import { capitalise, countWords, describeLens, formatNumber } from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import type { Comparison } from "../shift/comparison.ts";
import type { Divergence } from "../shift/divergence.ts";
import type { DivergenceKind } from "../shift/kinds.ts";
import { formatP, formatShare, judgeChance, labelShift, SHIFT_WORDS } from "../shift/words.ts";
import { timeOf, withoutTime } from "../time/window.ts";
import type { Citations } from "./citations.ts";
import type { FoundChange, PlacedShift } from "./find-change.ts";
import type { Changed, ToldDivergence, ToldShift } from "./model.ts";
import { continueStatement, sayStatements } from "./say.ts";

/** Shifts that are told in sentences, and those that the annex lists after them. */
export const MOST_SHIFTS = { told: 20, annex: 200 } as const;

/** What was found → told, with what it rests on. `comments` are the analyst's, by tie. */
export function tellChange(
  { comparison, told, parts, shifts, divergences }: FoundChange,
  narrative: NarrativeGraph,
  citations: Citations,
  comments: Readonly<Record<string, string>> = {},
): Omit<Changed, "annex" | "leftOut"> | null {
  if (!comparison && shifts.length === 0) return null;
  const inWords = divergences.map(({ kind, divergence, counted }) =>
    tellDivergence(kind, divergence, counted, citations),
  );
  const first = shifts.slice(0, MOST_SHIFTS.told);
  const toldParts = parts.map((part, at) => ({
    ...part,
    shifts: first
      .filter((placed) => placed.part === at)
      .map((placed) => tellShift(placed, told, narrative, citations, comments)),
  }));
  return {
    windows: comparison && describeWindows(comparison),
    divergences: inWords,
    told,
    parts: toldParts,
  };
}

/** What comes after the shifts told, to be cited after all else. */
export function tellAnnex(
  { parts, shifts }: FoundChange,
  narrative: NarrativeGraph,
  { cite }: Citations,
): Pick<Changed, "annex" | "leftOut"> {
  const { told, annex } = MOST_SHIFTS;
  return {
    annex: shifts.slice(told, told + annex).map(({ shift, part }) => ({
      place: parts[part]!.label,
      label: labelShift(shift, narrative),
      citations: cite(shift.b.length > 0 ? shift.b : shift.a, 1),
    })),
    leftOut: Math.max(0, shifts.length - told - annex),
  };
}

/** What the two windows share stands with the lens: where they differ in time alone, their time alone is told. */
function describeWindows({ a, b }: Comparison): Changed["windows"] {
  const { narrative } = a;
  const rest = ({ lens }: Slice) => writeLens(withoutTime(lens), narrative);
  const timeAlone = rest(a) === rest(b);
  return [a, b].map(({ lens, statements }, at) => ({
    name: at === 0 ? ("A" as const) : ("B" as const),
    lens: writeLens(lens, narrative),
    words: describeLens(timeAlone ? timeOf(lens) : lens, narrative),
    statements: statements.length,
  }));
}

function tellShift(
  { shift, before }: PlacedShift,
  told: Changed["told"],
  narrative: NarrativeGraph,
  citations: Citations,
  comments: Readonly<Record<string, string>>,
): ToldShift {
  const { id, kind, a, b } = shift;
  const counts =
    told === "stop by stop"
      ? b.length > 1
        ? countWords(b.length, "statement")
        : undefined
      : `${countWords(a.length, "statement")} in A, ${formatNumber(b.length)} in B`;
  const opening = capitalise(SHIFT_WORDS[kind]);
  const sentences = sayStatements(b.length > 0 ? b : a, narrative, citations, { opening, counts });
  const [last] = before.slice(-1);
  if (kind === "changed" && last && b.length > 0) {
    const alike = before.filter((statement) => continues(statement, last, narrative));
    sentences.push({
      text: `Before that, ${continueStatement(last, narrative)}.`,
      citations: citations.cite(alike),
    });
  }
  return {
    tie: id,
    kind,
    a: a.length,
    b: b.length,
    sentences,
    comment: Object.hasOwn(comments, id) ? comments[id]! : null,
  };
}

function continues(x: StatementEdge, y: StatementEdge, narrative: NarrativeGraph): boolean {
  return continueStatement(x, narrative) === continueStatement(y, narrative);
}

/** "0.71: strongly"; "71 of 10 000 times (p = 0.0072): chance alone hardly explains it". */
function tellDivergence(
  kind: DivergenceKind,
  { value, a, b, chance }: Divergence,
  counted: readonly StatementEdge[],
  { cite }: Citations,
): ToldDivergence {
  const shared = { of: capitalise(kind.label), a, b, citations: cite(counted) };
  if (value === null || chance === null) {
    const empty = a + b === 0 ? "neither window has" : a === 0 ? "A has none" : "B has none";
    return { ...shared, value: null, p: null, draws: null, measured: "undefined", odds: `${empty} of these` };
  }
  const times = `${formatNumber(chance.asGreat)} of ${countWords(chance.draws, "time")}`;
  return {
    ...shared,
    value,
    p: chance.p,
    draws: chance.draws,
    measured: `${formatShare(value)}: ${degreeWords(value)}`,
    odds: `${times} (p = ${formatP(chance.p)}): ${judgeChance(chance.p)}`,
  };
}

/** Words for a share of the way from the same to nothing in common: a third each. */
function degreeWords(value: number): string {
  if (value === 0) return "not at all";
  return value < 1 / 3 ? "a little" : value < 2 / 3 ? "clearly" : "strongly";
}
