/** Suggestions for a search: what the dossier has that the words name. Pure. */

import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { describeStatement } from "../../graph-data/display/words.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { quotationOf } from "../../graph-data/graph/quotations.ts";
import { foldText, foldWords } from "../../graph-data/lens/fold.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { selectStatement } from "../../graph-data/lens/view.ts";

export interface Suggestion {
  readonly id: string;
  readonly kind: "actor" | "narrative" | "phase" | "statement" | "words";
  readonly label: string;
  /** Says more: an alias that matched, a quotation, a number. */
  readonly detail: string;
  /** What choosing it does. */
  readonly select?: string;
  readonly lens?: Lens;
}

const MOST = { actors: 6, narratives: 3, phases: 3, statements: 5 } as const;

/** Actors first, those whose name begins so before others; then narratives, phases, statements; last the words. */
export function suggest(narrative: NarrativeGraph, lens: Lens, query: string): Suggestion[] {
  const words = foldWords(query);
  if (words.length === 0) return [];
  const fits = (text: string) => words.every((word) => foldText(text).includes(word));
  return [
    ...suggestActors(narrative, words),
    ...(narrative.dossier.narratives ?? [])
      .filter(({ label }) => fits(label))
      .slice(0, MOST.narratives)
      .map(({ id, label }) => ({
        id: `narrative-${id}`,
        kind: "narrative" as const,
        label,
        detail: "narrative",
        lens: { ...lens, narratives: [id] },
      })),
    ...narrative.phases
      .filter(({ label }) => fits(label))
      .slice(0, MOST.phases)
      .map(({ id, label }) => ({
        id: `phase-${id}`,
        kind: "phase" as const,
        label,
        detail: "phase",
        lens: { ...lens, phases: [id] },
      })),
    ...suggestStatements(narrative, query),
    {
      id: "words",
      kind: "words",
      label: `Show only what contains “${query.trim()}”`,
      detail: "",
      lens: { ...lens, q: query.trim() },
    },
  ];
}

function suggestActors(narrative: NarrativeGraph, words: readonly string[]): Suggestion[] {
  const found = narrative.dossier.actors.flatMap((actor) => {
    const names = [actor.label, ...(actor.aliases ?? [])];
    const name = names.find((candidate) => words.every((word) => foldText(candidate).includes(word)));
    if (name === undefined) return [];
    const rank = foldText(actor.label).startsWith(words[0]!) ? 0 : name === actor.label ? 1 : 2;
    return [{ actor, name, rank }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST.actors)
    .map(({ actor, name }) => ({
      id: `actor-${actor.id}`,
      kind: "actor",
      label: actor.label,
      detail: name === actor.label ? KIND_WORDS[actor.kind] : name,
      select: actor.id,
    }));
}

function suggestStatements(narrative: NarrativeGraph, query: string): Suggestion[] {
  const { statements } = sliceGraph(narrative, { q: query });
  return statements.slice(0, MOST.statements).map((statement) => ({
    id: `statement-${statement.id}`,
    kind: "statement",
    label: describeStatement(statement, narrative),
    detail: quotationOf(statement, narrative) ?? "no quotation",
    select: selectStatement(statement.id, narrative),
  }));
}
