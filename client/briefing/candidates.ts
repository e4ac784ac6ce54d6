/** Statements that can be cited: those selected in the graph, the briefing's evidence, and whatever words find. */

import { canBeCited } from "../../graph-data/briefing/cited.ts";
import { sayStatement } from "../../graph-data/briefing/say.ts";
import { MODALITIES } from "../../graph-data/dossier/limits.ts";
import type { NarrativeGraph, StatementEdge } from "../../graph-data/graph/build.ts";
import { quotationOf } from "../../graph-data/graph/quotations.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";

export interface Candidate {
  readonly id: string;
  /** Of the evidence; `null` for what the briefing does not cite yet. */
  readonly number: number | null;
  readonly group: "Selected in the graph" | "Evidence of this briefing" | "Other statements";
  readonly reads: string;
  readonly quotation: string | null;
}

/** Most that are listed; more words find the others. */
export const MOST_LISTED = 60;

interface Sources {
  readonly narrative: NarrativeGraph;
  readonly selected: readonly StatementEdge[];
  /** Ids in the order of their numbers. */
  readonly evidence: readonly string[];
}

/** Without words: what is selected, then the evidence. With words: all statements that hold them, in the same order. */
export function listCandidates(words: string, { narrative, selected, evidence }: Sources): Candidate[] {
  const numbers = new Map(evidence.map((id, at) => [id, at + 1]));
  const found = words.trim() === "" ? null : findStatements(words, narrative);
  const cited = evidence.flatMap((id) => narrative.statementById.get(id) ?? []);
  const groups = [
    ["Selected in the graph", selected],
    ["Evidence of this briefing", cited],
    ["Other statements", found ? [...found] : []],
  ] as const;
  const seen = new Set<string>();
  return groups.flatMap(([group, statements]) =>
    statements
      .filter((statement) => {
        const { id } = statement;
        const isNew = !seen.has(id) && canBeCited(id) && (found === null || found.has(statement));
        if (isNew) seen.add(id);
        return isNew && seen.size <= MOST_LISTED;
      })
      .map((statement) => ({
        id: statement.id,
        number: numbers.get(statement.id) ?? null,
        group,
        reads: sayStatement(statement, narrative),
        quotation: quotationOf(statement, narrative),
      })),
  );
}

/** `[3]`, `3` and `s12` are the number and the id of a statement; other words are looked for as in the search. */
function findStatements(words: string, narrative: NarrativeGraph): ReadonlySet<StatementEdge> {
  const named = narrative.statementById.get(words.trim().replace(/^@/, ""));
  const found = sliceGraph(narrative, { q: words, modalities: MODALITIES }).statements;
  return new Set([...(named ? [named] : []), ...found]);
}
