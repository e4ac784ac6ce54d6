/** NarrativeGraph + lens → slice. */

import { type DateSpan, mayLieIn, parseDate } from "../dossier/dates.ts";
import type { Actor } from "../dossier/records.ts";
import { NO_PHASE } from "../dossier/reserved.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { measureDistances, selectShortestPaths } from "../graph/distances.ts";
import { documentsOf, quotationOf } from "../graph/quotations.ts";
import { buildTies, type Tie } from "../graph/ties.ts";
import { foldText, foldWords } from "./fold.ts";
import { DEFAULT_MODALITIES, isWhole, type Lens } from "./lens.ts";

/** The part of a graph that a lens lets through. */
export interface Slice {
  readonly narrative: NarrativeGraph;
  readonly lens: Lens;
  /** In the order of the story. */
  readonly statements: readonly StatementEdge[];
  /**
   * Ends of the statements and actors the lens names, in the dossier's order. Without a lens, every actor: also those
   * that no statement touches.
   */
  readonly actors: readonly Actor[];
}

/**
 * Applies the clauses that judge a statement by itself first, then those that look at how the rest hangs together:
 * `path`, then `actor` with its depth. Linear in statements.
 */
export function sliceGraph(narrative: NarrativeGraph, lens: Lens): Slice {
  const passes = compileClauses(narrative, lens);
  const judged = passes.length === 0 ? narrative.statements : narrative.statements.filter(all(passes));
  const onPath = lens.path ? selectShortestPaths(judged, ...lens.path) : judged;
  const statements = lens.actors
    ? selectAround(onPath, expandSide(narrative, lens), lens.depth ?? 1)
    : onPath;
  return { narrative, lens, statements, actors: selectActors(narrative, lens, statements) };
}

const tiesBySlice = new WeakMap<Slice, readonly Tie[]>();

/** The ties of a slice; grouped once. */
export function tiesOf(slice: Slice): readonly Tie[] {
  const known = tiesBySlice.get(slice);
  if (known) return known;
  const ties = buildTies(slice.statements);
  tiesBySlice.set(slice, ties);
  return ties;
}

type Clause = (statement: StatementEdge) => boolean;

function all(clauses: readonly Clause[]): Clause {
  return (statement) => clauses.every((passes) => passes(statement));
}

function compileClauses(narrative: NarrativeGraph, lens: Lens): Clause[] {
  const clauses: Clause[] = [];
  const member = (list: readonly string[] | undefined, value: (statement: StatementEdge) => string) => {
    if (!list) return;
    const set = new Set(list);
    clauses.push((statement) => set.has(value(statement)));
  };
  if (lens.phases) {
    const steps = new Set(lens.phases.map((id) => stepOfPhase(narrative, id)));
    clauses.push((statement) => steps.has(statement.step));
  }
  member(lens.families, (statement) => statement.family);
  member(lens.types, (statement) => statement.type.id);
  member(lens.voices, (statement) => statement.voice);
  member(lens.modalities ?? DEFAULT_MODALITIES, (statement) => statement.modality);
  clauses.push(...timeClauses(lens));
  if (lens.narratives) {
    const wanted = new Set(lens.narratives);
    clauses.push(({ record }) => (record.narratives ?? []).some(({ id }) => wanted.has(id)));
  }
  if (lens.documents) {
    const wanted = new Set(lens.documents);
    clauses.push((statement) => documentsOf(statement).some((document) => wanted.has(document)));
  }
  if (lens.credibility !== undefined) {
    const worst = lens.credibility;
    clauses.push(({ record }) => record.credibility !== undefined && record.credibility <= worst);
  }
  if (lens.q !== undefined) clauses.push(searchClause(narrative, foldWords(lens.q)));
  return clauses;
}

/** The step of a phase's statements; those without a phase have the one after the last. */
function stepOfPhase({ phases }: NarrativeGraph, id: string): number {
  return id === NO_PHASE ? phases.length : phases.findIndex((phase) => phase.id === id);
}

function timeClauses({ from, to, undated }: Lens): Clause[] {
  const start = from === undefined ? undefined : parseDate(from)?.from;
  const end = to === undefined ? undefined : parseDate(to)?.to;
  const windowed = start !== undefined || end !== undefined;
  const inWindow = (span: DateSpan) => mayLieIn(span, start ?? -Infinity, end ?? Infinity);
  if (undated === "only") return [({ span }) => span === null];
  if (windowed) return [({ span }) => span !== null && inWindow(span)];
  return undated === "no" ? [({ span }) => span !== null] : [];
}

const searchTexts = new WeakMap<StatementEdge, string>();

function searchClause(narrative: NarrativeGraph, words: readonly string[]): Clause {
  return (statement) => {
    const text = searchText(narrative, statement);
    return words.every((word) => text.includes(word));
  };
}

/** All words a statement is found by, folded. Kept, because a search is typed letter by letter. */
function searchText(narrative: NarrativeGraph, statement: StatementEdge): string {
  const known = searchTexts.get(statement);
  if (known !== undefined) return known;
  const { record, type, source, target } = statement;
  const names = [source, target].flatMap((id) => {
    const actor = narrative.actors.get(id);
    return actor ? [actor.label, ...(actor.aliases ?? [])] : [];
  });
  const quotations = record.evidence.flatMap(({ exact }, at) =>
    statement.anchors[at]?.state === "missing"
      ? []
      : [exact ?? "", quotationOf(statement, narrative, at) ?? ""],
  );
  const text = foldText([...names, type.label, ...quotations, record.note ?? ""].join("\n"));
  searchTexts.set(statement, text);
  return text;
}

/** The actors that a lens is around: those it names or, for a side, also all that is part of them. */
export function expandSide(narrative: NarrativeGraph, { actors = [], side }: Lens): Set<string> {
  return new Set(side ? actors.flatMap((id) => [...narrative.membersOf(id)]) : actors);
}

function selectAround(
  statements: readonly StatementEdge[],
  centres: ReadonlySet<string>,
  depth: number,
): readonly StatementEdge[] {
  if (depth === 1)
    return statements.filter(({ source, target }) => centres.has(source) || centres.has(target));
  const distances = measureDistances(statements, centres);
  const reached = (id: string) => (distances.get(id) ?? Infinity) < depth;
  return statements.filter(({ source, target }) => reached(source) || reached(target));
}

function selectActors(
  narrative: NarrativeGraph,
  lens: Lens,
  statements: readonly StatementEdge[],
): readonly Actor[] {
  if (isWhole(lens)) return narrative.dossier.actors;
  const touched = new Set([...(lens.path ?? []), ...(lens.actors ?? [])]);
  for (const { source, target } of statements) touched.add(source).add(target);
  return narrative.dossier.actors.filter(({ id }) => touched.has(id));
}
