/** Shifts, contradictions and divergences in plain words: the same on every surface. */
import {
  actorLabel,
  countWords,
  describeStatement,
  formatNumber,
  listWords,
  lowerFirst,
  voiceLabel,
} from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import type { Axis } from "../time/axis.ts";
import { timeBetween } from "./between.ts";
import type { ChangePoint, ChangeSearch } from "./change-points.ts";
import type { ShiftKind, TieShift } from "./compare.ts";
import type { Divergence } from "./divergence.ts";
import type { DivergenceKind } from "./kinds.ts";
import type { Uptake } from "./narratives.ts";
import type { Chance } from "./permutation.ts";
import type { Contradiction, ContradictionKind } from "./reversals.ts";

export const SHIFT_WORDS: Readonly<Record<ShiftKind, string>> = {
  appeared: "new",
  vanished: "gone",
  changed: "changed",
  grew: "more",
  shrank: "fewer",
  kept: "kept",
};

export const CONTRADICTION_WORDS: Readonly<Record<ContradictionKind, string>> = {
  reversal: "Reversal",
  "same source": "Same source, both ways",
  "same side": "Same side, both ways",
  "across voices": "Across voices",
  "across sources": "Across sources",
};

/** Readings of one sentence; what is beyond is counted. */
const MOST_READINGS = 3;

/** "Vladimir Putin → Ukraine, blame: new, 2 statements". Says nothing of who says so. */
export function labelShift(shift: TieShift, narrative: NarrativeGraph): string {
  const { source, target, family } = shift;
  const pair = `${actorLabel(source, narrative)} → ${actorLabel(target, narrative)}`;
  return `${pair}, ${familyLabel(family, narrative)}: ${describeKind(shift, narrative)}`;
}

function familyLabel(id: string, { codebook }: NarrativeGraph): string {
  return codebook.families.get(id)?.label ?? id;
}

function describeKind({ kind, a, b, exchanged }: TieShift, narrative: NarrativeGraph): string {
  const both = `${countWords(a.length, "statement")} in A, ${formatNumber(b.length)} in B`;
  const others = listWords(exchanged.map((id) => familyLabel(id, narrative)));
  switch (kind) {
    case "appeared":
      return `new, ${countWords(b.length, "statement")}`;
    case "vanished":
      return `gone, ${countWords(a.length, "statement")}`;
    case "kept":
      return `kept, ${countWords(a.length, "statement")} in each`;
    case "changed":
      if (others === "") return `turned from ${signWords(a)} to ${signWords(b)}, ${both}`;
      return a.length === 0
        ? `in place of ${others}, ${countWords(b.length, "statement")}`
        : `gave way to ${others}, ${countWords(a.length, "statement")}`;
    default:
      return `${SHIFT_WORDS[kind]}, ${both}`;
  }
}

function signWords(statements: readonly StatementEdge[]): string {
  const sum = statements.reduce((total, { type }) => total + type.sign, 0);
  return sum < 0 ? "hostile" : sum > 0 ? "friendly" : "neither";
}

/** The shift, and what is said in B (in A where B says nothing), each with the one who says so. */
export function describeShift(shift: TieShift, narrative: NarrativeGraph): string {
  const [window, statements] = shift.b.length === 0 ? ["A", shift.a] : ["B", shift.b];
  const readings = [...new Set(statements.map((statement) => describeStatement(statement, narrative)))];
  const more = readings.length - MOST_READINGS;
  const told = readings.slice(0, MOST_READINGS).join("; ");
  const rest = more > 0 ? `; and ${countWords(more, "more reading")}` : "";
  return `${labelShift(shift, narrative)}. In ${window}: ${told}${rest}.`;
}

/** Both statements with those who say so, and the time between them. */
export function describeContradiction(contradiction: Contradiction, narrative: NarrativeGraph): string {
  const { kind, side, earlier, later } = contradiction;
  const of = side === undefined ? "" : ` (${actorLabel(side, narrative)})`;
  const time = describeBetween(earlier, later, narrative);
  return (
    `${CONTRADICTION_WORDS[kind]}${of}. ${describeStatement(earlier, narrative)}. ` +
    `Against it, ${time}: ${lowerFirst(describeStatement(later, narrative))}.`
  );
}

/** "2 phases later, 2 days later", "at the same time", "no time known": as far as phases and dates tell. */
export function describeBetween(
  earlier: StatementEdge,
  later: StatementEdge,
  narrative: NarrativeGraph,
): string {
  const { phases, days } = timeBetween(earlier, later, narrative);
  const parts = [phases === null ? null : phaseWords(phases), days === null ? null : dayWords(...days)];
  return parts.filter((part) => part !== null).join(", ") || "at a time that is not known";
}

function phaseWords(phases: number): string {
  return phases === 0 ? "in the same phase" : `${countWords(phases, "phase")} later`;
}

/** `null` where the dates leave open which came first. */
function dayWords(least: number, most: number | null): string | null {
  if (most === null) return least > 0 ? `at least ${countWords(least, "day")} later` : null;
  if (least === 0 && most === 0) return "on the same day";
  if (least === most) return least > 0 ? `${countWords(least, "day")} later` : null;
  return least > 0 ? `${formatNumber(least)} to ${countWords(most, "day")} later` : null;
}

/** "targets of blame: 0.55 …, 3 statements … in A and 4 in B; as great by chance in 3 of 10 000 shuffles (p = …)". */
export function describeDivergence(divergence: Divergence, kind: DivergenceKind): string {
  const { value, a, b, shared, chance } = divergence;
  const [one, several] = kind.counted;
  if (value === null || chance === null) {
    const empty = a + b === 0 ? "neither window holds" : `window ${a === 0 ? "A" : "B"} holds no`;
    const such = a + b === 0 ? `a ${one}` : one;
    return `Divergence of ${kind.label}: undefined, because ${empty} ${such}.`;
  }
  const overlap = shared > 0 ? ` (${formatNumber(shared)} of them in both)` : "";
  return (
    `Divergence of ${kind.label}: ${formatShare(value)}, where 0 is the same and 1 nothing in common. It rests on ` +
    `${countWords(a, one, several)} in A and ${formatNumber(b)} in B${overlap}; ${describeChance(chance)}.`
  );
}

/** "as great by chance in 3 of 10 000 shuffles (p = 0.0004)". */
export function describeChance({ p, draws, asGreat }: Chance): string {
  const often = asGreat === 0 ? "none" : formatNumber(asGreat);
  return `as great by chance in ${often} of ${countWords(draws, "shuffle")} (p = ${formatP(p)})`;
}

/** Two decimals, which never make all or nothing of what is not. */
export function formatShare(value: number): string {
  if (value === 0 || value === 1) return String(value);
  return value < 0.01 ? "below 0.01" : value > 0.99 ? "above 0.99" : value.toFixed(2);
}

/** What a permutation p-value says, in words a reader understands. */
export function judgeChance(p: number): string {
  if (p < 0.01) return "chance alone hardly explains it";
  return p < 0.05 ? "chance alone is an unlikely explanation" : "chance alone may explain it";
}

/** Two significant digits. */
export function formatP(p: number): string {
  return p >= 0.995 ? "1" : String(Number(p.toPrecision(2)));
}

/** Whether a change was found on an axis, where, and on how much that rests. */
export function describeChange(search: ChangeSearch, axis: Axis, kind: DivergenceKind): string {
  const { change, best, searched, leftOut } = search;
  const [one, several] = kind.counted;
  const left = leftOut === 0 ? "" : `; ${countWords(leftOut, "statement")} without a certain place left out`;
  const rests = `${countWords(searched, one, several)}${left}`;
  if (!best) return `No change found in ${kind.label}: too few to search (${rests}).`;
  const place = `between ${placeWords(best, axis)}`;
  const odds = `${describeChance(best.chance)}, the whole search counted in`;
  if (!change) return `No change found in ${kind.label}. The greatest, ${place}, is ${odds} (${rests}).`;
  const sides = `${formatNumber(best.a)} before, ${formatNumber(best.b)} after`;
  return `Change of ${kind.label} ${place}: divergence ${formatShare(best.divergence)} (${sides}); ${odds} (${rests}).`;
}

function placeWords({ before, after }: ChangePoint, { stops }: Axis): string {
  return `“${stops[before]?.label ?? before}” and “${stops[after]?.label ?? after}”`;
}

/** "Vladimir Putin, in acts that the author reports: 3 statements, first s52". */
export function describeUptake({ who, as, first, statements }: Uptake, narrative: NarrativeGraph): string {
  const how = as === "voice" ? "in its own words" : "in acts that the author reports";
  return `${voiceLabel(who, narrative)}, ${how}: ${countWords(statements, "statement")}, first ${first.id}`;
}
