/** Lens + dossier + the analyst's own words → briefing. Same input, same briefing. */
import { describeLens, describeSources } from "../display/words.ts";
import { UsageError } from "../errors.ts";
import type { StatementEdge } from "../graph/build.ts";
import type { Lens } from "../lens/lens.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import { type Axis, listAxes } from "../time/axis.ts";
import { chooseAxis } from "../time/window.ts";
import { draftBottomLine } from "./bottom-line.ts";
import { type Citations, createCitations } from "./citations.ts";
import { listCited } from "./cited.ts";
import { gatherEvidence } from "./evidence.ts";
import { drawFigures } from "./figures.ts";
import { type FoundChange, findChange } from "./find-change.ts";
import { isolateNames } from "./isolate.ts";
import { tellLimits } from "./limits.ts";
import type { Briefing } from "./model.ts";
import { likelihoodPercent } from "./scales.ts";
import { tellAnnex, tellChange } from "./tell-change.ts";
import { draftTitle } from "./title.ts";
import { findOpposites, MOST_TOLD, tellActors, tellContradiction, tellNarratives } from "./who.ts";
import { describeEmptySlice } from "./widen.ts";
import { NO_WORDS, type SectionId, type Words } from "./words-model.ts";

export interface BriefingOptions {
  /** Checked against the dossier (`parseWords`, `checkWords`). */
  readonly words?: Words;
  /** ISO 8601 day; without one the briefing bears none. */
  readonly date?: string;
  /** The lens of the earlier window, when the view compares. */
  readonly compare?: Lens;
  /** Which axis the view shows; the first of the dossier unless given. */
  readonly axis?: Axis["kind"];
  /** Where the dossier's pages are, `https://…/d/kremlin`, without an end slash: links to evidence begin with it. */
  readonly base: string;
  /** Of the program. */
  readonly version: string;
}

/** What no words change: found once, it serves every briefing of the same slice, comparison and axis. */
export interface Survey {
  /** With names as they stand in sentences. */
  readonly slice: Slice;
  readonly axis: Axis | null;
  readonly found: FoundChange;
  readonly opposites: ReturnType<typeof findOpposites>;
}

/** Throws `UsageError` when nothing matches the lens. Cost: see `findChange`. */
export function surveySlice(
  shown: Slice,
  { compare, axis: kind }: Pick<BriefingOptions, "compare" | "axis">,
): Survey {
  if (shown.statements.length === 0) throw new UsageError(describeEmptySlice(shown));
  const slice = { ...shown, narrative: isolateNames(shown.narrative) };
  const axis = chooseAxis(listAxes(slice.narrative), kind, slice.lens);
  return { slice, axis, found: findChange(slice, axis, compare), opposites: findOpposites(slice) };
}

/**
 * Throws `UsageError` when nothing matches the lens. Cost: the survey, unless it is given, and the figures; the rest is
 * linear in the statements of the slice.
 */
export function buildBriefing(
  shown: Slice,
  options: BriefingOptions,
  { slice, axis, found, opposites }: Survey = surveySlice(shown, options),
): Briefing {
  const { lens, statements } = shown;
  const { narrative } = slice;
  const { words = NO_WORDS, date, base, version } = options;
  const { dossier } = shown.narrative;
  const citations = createCitations();
  const shows = (section: SectionId) => words.sections?.[section] !== false;

  // In the order in which it is read, which is the order of the numbers.
  const bottomLine = shows("bottomLine")
    ? (writeBottomLine(words, slice, citations) ?? {
        by: "draft" as const,
        markdown: null,
        sentences: draftBottomLine(slice, found, opposites, citations),
        citations: [],
      })
    : null;
  const judgements = shows("judgements") ? writeJudgements(words, slice, citations) : [];
  const changed = shows("changed") ? tellChange(found, narrative, citations, words.comments) : null;
  if (changed) citeComments(words, slice, citations);
  const who = shows("who") ? tellWho(slice, axis, opposites, citations) : null;
  const figures = shows("figures") ? drawFigures(slice, axis, citations) : [];
  const annexed = changed && { ...changed, ...tellAnnex(found, narrative, citations) };
  return {
    format: "narrascope-briefing/1",
    title: words.title ?? draftTitle(slice),
    date: date ?? null,
    author: words.author ?? null,
    handling: words.handling ? { tlp: words.handling.tlp ?? null, note: words.handling.note ?? null } : null,
    dossier: { id: dossier.id, title: dossier.title, language: dossier.language ?? null },
    lens: { query: writeLens(lens, narrative), words: describeLens(lens, narrative) },
    statements: statements.length,
    actors: slice.actors.length,
    sources: `${describeSources(narrative)}.`,
    bottomLine,
    judgements,
    changed: annexed,
    who,
    figures,
    evidence: gatherEvidence(citations.list(), shown.narrative, narrative, lens, base),
    limits: tellLimits(slice, version),
  };
}

function writeBottomLine({ bottomLine }: Words, slice: Slice, citations: Citations): Briefing["bottomLine"] {
  if (bottomLine === undefined) return null;
  const numbers = citeMarkdown(bottomLine, slice, citations);
  return { by: "analyst", markdown: bottomLine, sentences: [], citations: numbers };
}

function writeJudgements(
  { judgements = [] }: Words,
  slice: Slice,
  citations: Citations,
): Briefing["judgements"] {
  return judgements.map(({ text, likelihood, confidence, reason }) => ({
    text,
    likelihood: likelihood ?? null,
    percent: likelihood ? likelihoodPercent(likelihood) : null,
    confidence: confidence ?? null,
    reason: reason ?? null,
    citations: citeMarkdown(`${text}\n\n${reason ?? ""}`, slice, citations),
  }));
}

function citeComments({ comments = {} }: Words, slice: Slice, citations: Citations): void {
  for (const comment of Object.values(comments)) citeMarkdown(comment, slice, citations);
}

/** All that a text of the analyst's cites, whether or not the lens lets it through. */
function citeMarkdown(markdown: string, { narrative }: Slice, { cite }: Citations): number[] {
  const cited = listCited(markdown).flatMap((id): StatementEdge[] => {
    const statement = narrative.statementById.get(id);
    return statement ? [statement] : [];
  });
  return cite(cited, Number.POSITIVE_INFINITY);
}

function tellWho(
  slice: Slice,
  axis: Axis | null,
  opposites: ReturnType<typeof findOpposites>,
  citations: Citations,
): Briefing["who"] {
  const { actors, more } = tellActors(slice, citations);
  const told = opposites.slice(0, MOST_TOLD.contradictions);
  return {
    actors,
    moreActors: more,
    contradictions: told.map((found) => tellContradiction(found, slice.narrative, citations)),
    moreContradictions: opposites.length - told.length,
    narratives: tellNarratives(slice, axis, citations),
  };
}
