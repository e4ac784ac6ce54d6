/** Who says what: the foremost actors, what contradicts itself, and how narratives are taken up. */
import { countByActor } from "../display/elements.ts";
import { KIND_WORDS } from "../display/styles.ts";
import { actorLabel, countWords, formatNumber, listWords, voiceLabel } from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";
import type { Slice } from "../lens/slice.ts";
import { countCategories, rankCounts } from "../shift/jensen-shannon.ts";
import { traceNarrative, type Uptake } from "../shift/narratives.ts";
import { CONTRADICTION_KINDS, type Contradiction, findContradictions } from "../shift/reversals.ts";
import { CONTRADICTION_WORDS, describeBetween } from "../shift/words.ts";
import type { Axis } from "../time/axis.ts";
import type { Citations } from "./citations.ts";
import type { KeyActor, Sentence, ToldContradiction, ToldNarrative } from "./model.ts";
import { sayPair, sayStatement } from "./say.ts";

export const MOST_TOLD = { actors: 8, contradictions: 8, narratives: 12, uptakes: 4 } as const;

/** Contradictions that are looked for; beyond them the search ends. */
const MOST_SEARCHED = 500;

/** Reversals first; within a kind, in the order of the story. */
export function findOpposites(slice: Slice): Contradiction[] {
  const found = findContradictions(slice.statements, slice.narrative, { limit: MOST_SEARCHED });
  const rank = ({ kind }: Contradiction) => CONTRADICTION_KINDS.indexOf(kind);
  return found.sort((x, y) => rank(x) - rank(y));
}

/** Those that most statements touch, in the order of how many. */
export function tellActors(slice: Slice, { cite }: Citations): { actors: KeyActor[]; more: number } {
  const { narrative, statements } = slice;
  const counts = rankCounts(countByActor(statements));
  const actors = counts.slice(0, MOST_TOLD.actors).map(([id]) => tellActor(id, statements, narrative, cite));
  return { actors, more: Math.max(0, counts.length - MOST_TOLD.actors) };
}

function tellActor(
  id: string,
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  cite: Citations["cite"],
): KeyActor {
  const own = statements.filter(({ source }) => source === id);
  const suffered = statements.filter(({ target }) => target === id);
  const told = statements.filter(({ voice }) => voice === id);
  const { codebook, actors } = narrative;
  const families = [...codebook.families.values()]
    .map(({ id: family, label }) => ({
      label,
      statements: own.filter((statement) => statement.family === family).length,
    }))
    .filter(({ statements: n }) => n > 0)
    .sort((x, y) => y.statements - x.statements);
  return {
    id,
    label: actorLabel(id, narrative),
    kind: KIND_WORDS[actors.get(id)?.kind ?? "other"],
    source: own.length,
    target: suffered.length,
    voice: told.length,
    families,
    foremost: foremostTarget(own, narrative),
    citations: cite([...own.slice(0, 3), ...suffered.slice(0, 2), ...told.slice(0, 1)]),
  };
}

/** "Ukraine (5)", or two that share the place; `null` where none stands out. */
function foremostTarget(own: readonly StatementEdge[], narrative: NarrativeGraph): string | null {
  const counts = countCategories(own.map(({ target }) => target));
  const most = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, count]) => count === most);
  if (most < 2 || first.length > 2) return null;
  return listWords(first.map(([id]) => `${actorLabel(id, narrative)} (${formatNumber(most)})`));
}

export function tellContradiction(
  { kind, side, earlier, later }: Contradiction,
  narrative: NarrativeGraph,
  { cite }: Citations,
): ToldContradiction {
  const pairs = [
    ...new Set([earlier, later].map(({ source, target }) => sayPair(source, target, narrative))),
  ];
  const of = side === undefined ? "" : ` (${actorLabel(side, narrative)})`;
  const stated = (statement: StatementEdge) => ({
    reads: { text: `${sayStatement(statement, narrative)}.`, citations: cite([statement]) },
    quotation: quotationOf(statement, narrative),
  });
  return {
    kind,
    title: `${CONTRADICTION_WORDS[kind]}${of}: ${listWords(pairs)}`,
    between: describeBetween(earlier, later, narrative),
    earlier: stated(earlier),
    later: stated(later),
  };
}

/** Narratives that the slice advances or undermines, those with most statements first. */
export function tellNarratives(slice: Slice, axis: Axis | null, citations: Citations): ToldNarrative[] {
  const { narrative, statements } = slice;
  if (!axis) return [];
  return (narrative.dossier.narratives ?? [])
    .map(({ id, label, gist }) => {
      const linked = (role: "advances" | "undermines") =>
        statements.filter(({ record }) =>
          record.narratives?.some((link) => link.id === id && link.role === role),
        );
      const [advancing, undermining] = [linked("advances"), linked("undermines")];
      return { id, label, gist: gist ?? null, advancing, undermining };
    })
    .filter(({ advancing, undermining }) => advancing.length + undermining.length > 0)
    .sort(
      (x, y) =>
        y.advancing.length + y.undermining.length - (x.advancing.length + x.undermining.length) ||
        (x.id < y.id ? -1 : 1),
    )
    .slice(0, MOST_TOLD.narratives)
    .map(({ id, label, gist, advancing, undermining }) => ({
      ...{ id, label, gist, advances: advancing.length, undermines: undermining.length },
      sentences: tellUptake(id, slice, axis, advancing, undermining, citations),
    }));
}

function tellUptake(
  id: string,
  { narrative, statements }: Slice,
  axis: Axis,
  advancing: readonly StatementEdge[],
  undermining: readonly StatementEdge[],
  { cite }: Citations,
): Sentence[] {
  const { first, advanced, undermined } = traceNarrative(statements, id, axis);
  const sentences: Sentence[] = [];
  if (first) {
    const place = placeOf(first, axis);
    const by = describeAdvance(first, narrative);
    sentences.push({
      text: `First advanced${place === null ? "" : ` in “${place}”`}, ${by}; ${countWords(advancing.length, "statement")} in all.`,
      citations: cite([first, ...advancing.filter((statement) => statement !== first)], 3),
    });
  }
  const [, ...later] = advanced;
  if (later.length > 0)
    sentences.push({
      text: `Taken up by ${listUptake(later, narrative)}.`,
      citations: cite(later.map((uptake) => uptake.first)),
    });
  if (undermined.length > 0)
    sentences.push({
      text: `Undermined by ${listUptake(undermined, narrative)}; ${countWords(undermining.length, "statement")} in all.`,
      citations: cite(undermined.map((uptake) => uptake.first)),
    });
  return sentences;
}

/** `null` where its time is not one stop. */
function placeOf(statement: StatementEdge, axis: Axis): string | null {
  const [first, last] = axis.place(statement);
  return first === last && first !== axis.timeless ? (axis.stops[first]?.label ?? null) : null;
}

function describeAdvance({ voice, source }: StatementEdge, narrative: NarrativeGraph): string {
  return voice === "author"
    ? `by ${actorLabel(source, narrative)} in an act that the author reports`
    : `in the words of ${voiceLabel(voice, narrative)}`;
}

function listUptake(uptakes: readonly Uptake[], narrative: NarrativeGraph): string {
  const names = uptakes.slice(0, MOST_TOLD.uptakes).map(({ who, as }) => {
    const label = voiceLabel(who, narrative);
    return as === "voice" ? `${label} (own words)` : label;
  });
  const more = uptakes.length - names.length;
  return listWords(more > 0 ? [...names, `${formatNumber(more)} more`] : names);
}
