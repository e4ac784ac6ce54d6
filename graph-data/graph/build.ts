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
  /** The tie it belongs to; one record for all statements of the tie. */
  readonly tie: TieKey;
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

/** All statements of one family from one actor to another, before a lens: a name, and a number within its graph. */
export class TieKey {
  #id: string | undefined;

  /** `number`: from 0, without gaps in a graph, in the order in which its dossier first states the ties. */
  constructor(
    readonly source: string,
    readonly target: string,
    readonly family: string,
    readonly number: number,
  ) {}

  /** As `tieId` writes it; joined when it is first asked for. */
  get id(): string {
    this.#id ??= tieId(this.source, this.target, this.family);
    return this.#id;
  }
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
  /** Each at the index that is its number. */
  readonly ties: readonly TieKey[];
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
  const ties: TieKey[] = [];
  const resolve = createResolver(dossier, codebook, ties);
  const shown: StatementEdge[] = [];
  const withheld: Statement[] = [];
  for (const [at, record] of dossier.statements.entries()) {
    const found = anchors[at] ?? [];
    if (mayBeShown(found)) shown.push(resolve(record, found));
    else withheld.push(record);
  }
  const statements = orderStatements(shown, phases.length);
  let byId: ReadonlyMap<string, StatementEdge> | undefined;
  return {
    dossier,
    codebook,
    actors: indexById(dossier.actors),
    documents: indexById(dossier.documents),
    phases,
    statements,
    // A million entries take a second: made when the first statement is asked for by name.
    get statementById() {
      byId ??= indexById(statements);
      return byId;
    },
    ties,
    withheld,
    membersOf: membership(dossier.actors),
  };
}

function indexById<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

/**
 * Statements that share a date or a tie share its record: a large dossier has few of them for its statements. New ties
 * are added to `ties`.
 */
function createResolver(
  { actors, phases = [] }: Dossier,
  codebook: Codebook,
  ties: TieKey[],
): (record: Statement, anchors: readonly Anchor[]) => StatementEdge {
  const steps = new Map(phases.map(({ id }, at) => [id, at]));
  const tieOf = createTieNames(actors, codebook, ties);
  const spans = new Map<string, DateSpan | null>();
  const spanOf = (date: string) => {
    const known = spans.get(date);
    if (known !== undefined) return known;
    const span = parseDate(date);
    spans.set(date, span);
    return span;
  };
  return (record, anchors) => {
    const type = codebook.types.get(record.type);
    if (!type)
      throw new TypeError(`statement ${record.id}: unknown type "${record.type}"; parse the dossier first`);
    const { id, source, target, phase, date } = record;
    return {
      id,
      source,
      target,
      type,
      family: type.family,
      tie: tieOf(source, target, type.family),
      voice: record.voice ?? "author",
      modality: record.modality ?? "asserted",
      step: (phase === undefined ? undefined : steps.get(phase)) ?? steps.size,
      span: date === undefined ? null : spanOf(date),
      record,
      anchors,
    };
  };
}

/** Looked up by one number made of the numbers of actors and family: joining and hashing three names costs far more. */
function createTieNames(
  actors: readonly Actor[],
  { families }: Codebook,
  ties: TieKey[],
): (source: string, target: string, family: string) => TieKey {
  const actorNumbers = new Map(actors.map(({ id }, at) => [id, at]));
  const familyNumbers = new Map([...families.keys()].map((id, at) => [id, at]));
  const known = new Map<number, TieKey>();
  return (source, target, family) => {
    const pair = actorNumbers.get(source)! * actorNumbers.size + actorNumbers.get(target)!;
    const key = pair * familyNumbers.size + familyNumbers.get(family)!;
    const tie = known.get(key) ?? new TieKey(source, target, family, ties.length);
    if (tie.number === ties.length) {
      known.set(key, tie);
      ties.push(tie);
    }
    return tie;
  };
}

/**
 * By phase, then by the first day that the date may mean; undated ones come last. Stable: statements that neither tells
 * apart keep the dossier's order. Linear, but for the sorting of the distinct days.
 */
function orderStatements(statements: readonly StatementEdge[], steps: number): StatementEdge[] {
  const start = ({ span }: StatementEdge) => span?.from ?? Infinity;
  const starts = [...new Set(statements.map(start))].sort(compareNumbers);
  const ranks = new Map(starts.map((from, rank) => [from, rank]));
  const byStart = sortByKey(statements, (statement) => ranks.get(start(statement))!, starts.length);
  return sortByKey(byStart, ({ step }) => step, steps + 1);
}

/** By a whole number from 0 to below `count`: counted, then put in place. Stable. */
function sortByKey<T>(list: readonly T[], keyOf: (entry: T) => number, count: number): T[] {
  const keys = Uint32Array.from(list, keyOf);
  const next = new Uint32Array(count + 1);
  for (let at = 0; at < keys.length; at += 1) next[keys[at]! + 1]! += 1;
  for (let key = 1; key < count; key += 1) next[key]! += next[key - 1]!;
  const sorted = list.slice();
  for (let at = 0; at < keys.length; at += 1) {
    sorted[next[keys[at]!]!] = list[at]!;
    next[keys[at]!]! += 1;
  }
  return sorted;
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
