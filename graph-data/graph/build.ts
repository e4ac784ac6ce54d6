/**
 * Dossier → NarrativeGraph: actors as nodes, statements as edges of a directed multigraph. For algorithms that want it
 * as Graphology has it: `multigraphOf`.
 */
import { buildCodebook, type Codebook, type CodedType } from "../dossier/codebook.ts";
import { type DateSpan, parseDate } from "../dossier/dates.ts";
import { type Anchor, anchorStatements, mayBeShown } from "../dossier/evidence.ts";
import type { Actor, Dossier, DossierDocument, Modality, Phase, Statement } from "../dossier/records.ts";

/** A statement as it stands in the graph: its record with defaults filled in and references resolved. */
export interface StatementEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: CodedType;
  readonly family: string;
  /** The tie it belongs to: `source~target~family`. */
  readonly tie: string;
  /** `author`, or the id of the actor whose words the text gives. */
  readonly voice: string;
  readonly modality: Modality;
  /** Index into the dossier's phases; their number when the statement has none. */
  readonly step: number;
  readonly span: DateSpan | null;
  readonly record: Statement;
  readonly anchors: readonly Anchor[];
}

/** `~` occurs in no id. */
export function tieId(source: string, target: string, family: string): string {
  return `${source}~${target}~${family}`;
}

/** The whole dossier as a network. Never changed after it is built: a slice selects from it. */
export interface NarrativeGraph {
  readonly dossier: Dossier;
  readonly codebook: Codebook;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly documents: ReadonlyMap<string, DossierDocument>;
  readonly phases: readonly Phase[];
  /** In the order of the story: by phase, then by date, then as the dossier lists them. */
  readonly statements: readonly StatementEdge[];
  readonly statementById: ReadonlyMap<string, StatementEdge>;
  /** Statements that are not drawn, because their quotations are not in their documents. */
  readonly withheld: readonly Statement[];
  /** For each actor, all that is part of it over any number of steps, itself included. */
  membersOf(actor: string): ReadonlySet<string>;
}

/**
 * Builds the graph of a parsed dossier. `anchors` are those that parsing found; without them they are found here.
 * Cost: linear in actors and statements, plus the sort.
 */
export function buildGraph(
  dossier: Dossier,
  anchors: readonly (readonly Anchor[])[] = anchorStatements(dossier),
): NarrativeGraph {
  const codebook = buildCodebook(dossier);
  const phases = dossier.phases ?? [];
  const steps = new Map(phases.map(({ id }, at) => [id, at]));
  const shown = dossier.statements.map((_, at) => mayBeShown(anchors[at] ?? []));
  const statements = orderStatements(
    dossier.statements.flatMap((record, at) =>
      shown[at] ? [resolveStatement(record, anchors[at] ?? [], codebook, steps)] : [],
    ),
  );
  return {
    dossier,
    codebook,
    actors: indexById(dossier.actors),
    documents: indexById(dossier.documents),
    phases,
    statements,
    statementById: indexById(statements),
    withheld: dossier.statements.filter((_, at) => !shown[at]),
    membersOf: membership(dossier.actors),
  };
}

function indexById<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function resolveStatement(
  record: Statement,
  anchors: readonly Anchor[],
  codebook: Codebook,
  steps: ReadonlyMap<string, number>,
): StatementEdge {
  const type = codebook.types.get(record.type);
  if (!type)
    throw new TypeError(`statement ${record.id}: unknown type "${record.type}"; parse the dossier first`);
  return {
    id: record.id,
    source: record.source,
    target: record.target,
    type,
    family: type.family,
    tie: tieId(record.source, record.target, type.family),
    voice: record.voice ?? "author",
    modality: record.modality ?? "asserted",
    step: (record.phase === undefined ? undefined : steps.get(record.phase)) ?? steps.size,
    span: record.date === undefined ? null : parseDate(record.date),
    record,
    anchors,
  };
}

/** Stable: statements that neither phase nor date tells apart keep the dossier's order. Undated ones come last. */
function orderStatements(statements: StatementEdge[]): StatementEdge[] {
  const start = (statement: StatementEdge) => statement.span?.from ?? Infinity;
  return statements.sort((a, b) => a.step - b.step || compareNumbers(start(a), start(b)));
}

/** As `a - b`, and 0 for two equal infinities. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function membership(actors: readonly Actor[]): (actor: string) => ReadonlySet<string> {
  const parts = new Map<string, string[]>();
  for (const actor of actors) {
    for (const whole of actor.partOf ?? []) {
      const known = parts.get(whole);
      if (known) known.push(actor.id);
      else parts.set(whole, [actor.id]);
    }
  }
  const found = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const known = found.get(id);
    if (known) return known;
    const members = new Set([id]);
    for (const member of members) for (const part of parts.get(member) ?? []) members.add(part);
    found.set(id, members);
    return members;
  };
}
