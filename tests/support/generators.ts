/** Random values for property tests: dossiers that are valid, and lenses for a dossier. */

import fc from "fast-check";
import { parseDate } from "../../graph-data/dossier/dates.ts";
import { ACTOR_KINDS, MODALITIES } from "../../graph-data/dossier/limits.ts";
import type { Actor, Dossier, Evidence, Modality, Statement } from "../../graph-data/dossier/records.ts";
import { NO_PHASE } from "../../graph-data/dossier/reserved.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { DEPTH, type Lens } from "../../graph-data/lens/lens.ts";

const TYPES = ["blames", "denies", "concedes", "supports", "threatens", "dismisses", "courts"];
const DATES = ["2024-03-07", "2024-03", "2024", "1999/2001", "1992/..", "../1980", "2024-04~", "198X"];

/** Text that JSON can hold and that is fond of trouble. */
const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
  fc.constantFrom("<script>alert(1)</script>", "“quoted”", "a\u0301", "😀", "عربي", "\u2028", "constructor"),
);

/** Fields that the format does not know; they are kept. */
const unknownFields = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).map((key) => `x-${key}`),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 2 },
);

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 2 });
}

/** Leaves out what is absent, as a file does. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function actors(count: number): fc.Arbitrary<Actor[]> {
  const one = (at: number) =>
    fc
      .tuple(
        fc.record({
          id: fc.constant(`a${at}`),
          label: anyText,
          kind: fc.constantFrom(...ACTOR_KINDS),
          aliases: optional(fc.array(anyText, { maxLength: 2 })),
          partOf:
            at === 0
              ? fc.constant(undefined)
              : optional(fc.subarray(ids("a", at), { maxLength: Math.min(2, at) })),
        }),
        unknownFields,
      )
      .map(([actor, more]) => present({ ...actor, ...more }));
  return fc.tuple(...ids("", count).map((_, at) => one(at)));
}

function statement(at: number, size: { actors: number; phases: number }): fc.Arbitrary<Statement> {
  const actor = fc.constantFrom(...ids("a", size.actors));
  return fc
    .tuple(
      fc.record({
        id: fc.constant(`s${at}`),
        source: actor,
        type: fc.constantFrom(...TYPES),
        target: actor,
        voice: optional(fc.oneof(fc.constant("author"), actor)),
        modality: optional(fc.constantFrom<Modality>(...MODALITIES)),
        phase:
          size.phases === 0 ? fc.constant(undefined) : optional(fc.constantFrom(...ids("p", size.phases))),
        date: optional(fc.constantFrom(...DATES)),
        credibility: optional(fc.integer({ min: 1, max: 6 })),
        evidence: fc.constant<Evidence[]>([{ document: "d0" }]),
        note: optional(anyText),
      }),
      unknownFields,
    )
    .map(([record, more]) => present({ ...record, ...more }));
}

/** Valid dossiers: up to 8 actors, 20 statements, 5 phases. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .record({ actors: fc.integer({ min: 1, max: 8 }), statements: fc.nat(20), phases: fc.nat(5) })
  .chain((size) =>
    fc.record({
      title: anyText,
      text: anyText,
      actors: actors(size.actors),
      statements: fc.tuple(...ids("", size.statements).map((_, at) => statement(at, size))),
      phases: fc.constant(ids("p", size.phases).map((id) => ({ id, label: id }))),
      more: unknownFields,
    }),
  )
  .map(({ title, text, actors, statements, phases, more }) => ({
    ...more,
    format: "narrascope-dossier/1",
    id: "generated",
    title,
    documents: [{ id: "d0", title: "D", text }],
    actors,
    phases,
    statements,
  }));

/** Some of a list in the list's own order, as a parsed lens has it. */
function some<T>(list: readonly T[]): fc.Arbitrary<T[] | undefined> {
  return list.length === 0 ? fc.constant(undefined) : optional(fc.subarray([...list], { minLength: 1 }));
}

const someWords = fc
  .oneof(
    fc.constantFrom("brandt", "the union", "“tanks”", "100 % & more=less + #", "élysée", "a,b..c"),
    anyText,
  )
  .map((text) => text.toWellFormed().trim())
  .filter((text) => text !== "");

/** Any lens that a graph allows. */
export function anyLens(narrative: NarrativeGraph): fc.Arbitrary<Lens> {
  const { dossier, codebook, phases } = narrative;
  const actorIds = dossier.actors.map(({ id }) => id);
  const pair = fc.shuffledSubarray(actorIds, { minLength: 2, maxLength: 2 });
  return fc
    .record({
      ...clauses(narrative),
      phases: some(phases.length === 0 ? [] : [...phases.map(({ id }) => id), NO_PHASE]),
      voices: some(["author", ...actorIds]),
      types: some([...codebook.types.keys()]),
      actors: some(actorIds),
      depth: optional(fc.integer({ min: DEPTH.least, max: DEPTH.most })),
      side: optional(fc.constant<true>(true)),
      path:
        actorIds.length < 2
          ? fc.constant(undefined)
          : optional(pair.map(([a, b]): [string, string] => [a!, b!])),
    })
    .map((lens) => agree(present<Lens>(lens)));
}

/** Without the keys that say nothing beside the others, which are refused. */
function agree({ depth, side, undated, from, to, ...lens }: Lens): Lens {
  const [start, end] = [from && parseDate(from), to && parseDate(to)];
  const backwards = start && end && start.from > end.to;
  return present<Lens>({
    ...lens,
    ...(lens.actors && { depth, side }),
    from,
    to: backwards ? undefined : to,
    undated: undated === "only" && (from ?? to) !== undefined ? undefined : undated,
  });
}

function clauses({ dossier, codebook }: NarrativeGraph) {
  return {
    from: optional(fc.constantFrom(...DATES)),
    to: optional(fc.constantFrom(...DATES)),
    undated: optional(fc.constantFrom<"only" | "no">("only", "no")),
    families: some([...codebook.families.keys()]),
    modalities: some<Modality>(MODALITIES),
    narratives: some((dossier.narratives ?? []).map(({ id }) => id)),
    documents: some(dossier.documents.map(({ id }) => id)),
    credibility: optional(fc.integer({ min: 1, max: 6 })),
    q: optional(someWords),
  };
}
