/**
 * Evidence: is a quotation really in its document, and where?
 *
 * A quotation is looked for in three ways, as annotation tools do (W3C Web Annotation Data Model, TextQuoteSelector
 * and TextPositionSelector): at its offsets; by its exact words, the occurrence whose neighbours fit best; by nearly its
 * words.
 */
import { type ApproximateMatch, type Budget, searchApproximately } from "./approximate.ts";
import type { Dossier, Evidence } from "./records.ts";

/** Where a quotation stands. Offsets are UTF-16 code units of the document's text. */
export interface Anchor {
  /** `exact`: where it was recorded, or these very words where no place was; `moved`: these words at another place. */
  readonly state: "exact" | "moved" | "approximate" | "missing" | "unchecked" | "reference";
  /** Range in the document, or `null` where there is none to show. */
  readonly range: { readonly start: number; readonly end: number } | null;
  /** 0 to 1: 1 = these very words at the offsets given, 0 = not found or not looked for. */
  readonly score: number;
}

/** How much words, neighbours and nearness to the recorded place count, and how many errors still pass as found. */
const MATCH = {
  wordsWeight: 50,
  prefixWeight: 20,
  suffixWeight: 20,
  placeWeight: 2,
  /** Share of a quotation's characters that may differ. */
  errorShare: 0.2,
  /** Tried first, because it is quick, and finds what differs in its quotation marks and dashes. */
  fewErrors: 4,
  /** Approximate search costs text × errors: longer quotations or texts are looked for by exact words only. */
  longestApproximate: 1_000,
  longestApproximateText: 500_000,
  /** Occurrences weighed before the best so far is taken. */
  mostOccurrences: 1_000,
  /** Characters of each neighbour that are compared. */
  neighbourLength: 64,
  /** A longer quotation is looked for by its beginning: engines search for long patterns in quadratic time at worst. */
  probeLength: 200,
} as const;

/**
 * Work that one dossier's searches may do, in steps of approximate search; quotations at their offsets cost nothing.
 * Honest dossiers stay far below; a file made to cost hours is cut off after about two seconds, and the rest of its
 * quotations count as not found.
 */
export const SEARCH_BUDGET = 150_000_000;

/** Characters that are read in the time of one step. */
const READ_PER_STEP = 8;

const REFERENCE: Anchor = { state: "reference", range: null, score: 0 };
const MISSING: Anchor = { state: "missing", range: null, score: 0 };
const UNCHECKED: Anchor = { state: "unchecked", range: null, score: 0 };

/** Whether the words of this evidence may be shown as the document's own. */
export function isVerified(anchor: Anchor): boolean {
  return anchor.state === "exact" || anchor.state === "moved" || anchor.state === "approximate";
}

/**
 * Finds one piece of evidence in its document's text (`undefined` where the dossier holds no text).
 * Cost: constant at its offsets; linear in the text by exact words; text × errors by nearly its words.
 */
export function anchorEvidence(
  evidence: Evidence,
  text: string | undefined,
  budget: Budget = { left: SEARCH_BUDGET },
): Anchor {
  const { exact, start, end } = evidence;
  if (exact === undefined) return REFERENCE;
  if (text === undefined) return UNCHECKED;
  if (start !== undefined && end !== undefined && text.slice(start, end) === exact) {
    return { state: "exact", range: { start, end }, score: 1 };
  }
  return (
    findByWords(evidence, exact, text, budget) ?? findApproximately(evidence, exact, text, budget) ?? MISSING
  );
}

function findByWords(evidence: Evidence, exact: string, text: string, budget: Budget): Anchor | null {
  const state = evidence.start === undefined ? "exact" : "moved";
  return bestOf(listOccurrences(exact, text, budget), evidence, exact, text, state, budget);
}

function listOccurrences(exact: string, text: string, budget: Budget): ApproximateMatch[] {
  const found: ApproximateMatch[] = [];
  const probe = exact.slice(0, MATCH.probeLength);
  if (!spend(budget, text.length / READ_PER_STEP)) return found;
  for (let at = text.indexOf(probe); at !== -1; at = text.indexOf(probe, at + 1)) {
    if (!spend(budget, exact.length / READ_PER_STEP)) break;
    if (text.slice(at, at + exact.length) === exact)
      found.push({ start: at, end: at + exact.length, errors: 0 });
    if (found.length >= MATCH.mostOccurrences) break;
  }
  return found;
}

/** Whether there was so much left. */
function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  return budget.left >= 0;
}

function findApproximately(evidence: Evidence, exact: string, text: string, budget: Budget): Anchor | null {
  if (exact.length > MATCH.longestApproximate || text.length > MATCH.longestApproximateText) return null;
  const mostErrors = Math.floor(exact.length * MATCH.errorShare);
  const search = (most: number) => searchApproximately(text, exact, most, budget, MATCH.mostOccurrences);
  const quick = mostErrors > MATCH.fewErrors ? search(MATCH.fewErrors) : [];
  const matches = quick.length > 0 || mostErrors === 0 ? quick : search(mostErrors);
  const whole = matches.map((match) => wholeCharacters(match, text));
  return bestOf(whole, evidence, exact, text, "approximate", budget);
}

/** A range that begins or ends inside a surrogate pair is widened to hold it. */
function wholeCharacters(match: ApproximateMatch, text: string): ApproximateMatch {
  const splits = (at: number) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return {
    ...match,
    start: splits(match.start) ? match.start - 1 : match.start,
    end: splits(match.end) ? match.end + 1 : match.end,
  };
}

/** The candidate that fits best; of several that fit alike the one nearest in length, then the first. */
function bestOf(
  candidates: readonly ApproximateMatch[],
  evidence: Evidence,
  exact: string,
  text: string,
  state: "exact" | "moved" | "approximate",
  budget: Budget,
): Anchor | null {
  let best: { range: ApproximateMatch; score: number; misfit: number } | null = null;
  for (const range of candidates) {
    const score = scoreCandidate(range, evidence, exact, text, budget);
    const misfit = Math.abs(range.end - range.start - exact.length);
    if (best === null || score > best.score || (score === best.score && misfit < best.misfit)) {
      best = { range, score, misfit };
    }
    if (budget.left < 0) break;
  }
  return best && { state, range: { start: best.range.start, end: best.range.end }, score: best.score };
}

/** Weighted mean of likeness of the words, of the neighbours that were recorded, and of the place. */
function scoreCandidate(
  candidate: ApproximateMatch,
  evidence: Evidence,
  exact: string,
  text: string,
  budget: Budget,
): number {
  const { start } = evidence;
  const prefix = evidence.prefix?.slice(-MATCH.neighbourLength);
  const suffix = evidence.suffix?.slice(0, MATCH.neighbourLength);
  const before = prefix ? text.slice(Math.max(0, candidate.start - prefix.length), candidate.start) : "";
  const after = suffix ? text.slice(candidate.end, candidate.end + suffix.length) : "";
  const parts: [weight: number, likeness: number][] = [
    [MATCH.wordsWeight, 1 - candidate.errors / exact.length],
    [prefix ? MATCH.prefixWeight : 0, prefix ? likeness(before, prefix, budget) : 0],
    [suffix ? MATCH.suffixWeight : 0, suffix ? likeness(after, suffix, budget) : 0],
    [
      start === undefined ? 0 : MATCH.placeWeight,
      start === undefined ? 0 : 1 - Math.min(1, Math.abs(candidate.start - start) / Math.max(1, text.length)),
    ],
  ];
  const weights = parts.reduce((sum, [weight]) => sum + weight, 0);
  return parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / weights;
}

/** 1 for equal texts, 0 for texts that share nothing (by the edits that turn part of one into the other). */
function likeness(found: string, wanted: string, budget: Budget): number {
  if (found === wanted) return 1;
  const match = searchApproximately(found, wanted, wanted.length, budget).at(-1);
  return match ? 1 - match.errors / wanted.length : 0;
}

/**
 * The anchors of every statement's evidence, in the order of the dossier's statements. A `budget` that is below 0
 * afterwards did not last: what was not searched to the end counts as not found.
 */
export function anchorStatements(dossier: Dossier, budget: Budget = { left: SEARCH_BUDGET }): Anchor[][] {
  const texts = new Map(dossier.documents.map((document) => [document.id, document.text]));
  return dossier.statements.map((statement) =>
    statement.evidence.map((evidence) => anchorEvidence(evidence, texts.get(evidence.document), budget)),
  );
}

/**
 * Whether a statement may be drawn: at least one of its pieces of evidence is verified, cannot be checked here, or
 * never claimed to be a quotation. A statement whose every quotation is missing from its document is withheld.
 */
export function mayBeShown(anchors: readonly Anchor[]): boolean {
  return anchors.some((anchor) => anchor.state !== "missing");
}
