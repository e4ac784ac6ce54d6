/** What a slice has and a format may not hold, part by part: how often it occurs, and the words for it. */
import { countWords } from "../display/words.ts";
import type { Dossier } from "../dossier/records.ts";
import type { StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";
import type { Slice } from "../lens/slice.ts";
import { dateOf } from "../time/calendar.ts";
import { sliceDossier } from "./dossier.ts";

/** The dossier of the slice: its documents, codebook and all that is told of the whole. */
interface Measured {
  readonly slice: Slice;
  readonly dossier: Dossier;
}

interface Part {
  readonly one: string;
  /** `one` with an s when absent. */
  readonly many?: string;
  count(measured: Measured): number;
}

/** Fields that the format of dossiers knows; all others are the dossier's own. */
export const KNOWN_FIELDS = {
  dossier: [
    ...["format", "id", "title", "documents", "actors", "families", "relationTypes", "phases"],
    ...["narratives", "statements", "story", "positions", "sliceOf"],
  ],
  document: [
    ...["id", "title", "author", "publisher", "url", "published", "language", "file", "text", "sha256"],
    "reliability",
  ],
  actor: ["id", "label", "kind", "aliases", "partOf", "description"],
  statement: [
    ...["id", "source", "type", "target", "about", "voice", "modality", "phase", "date", "dateBasis"],
    ...["credibility", "narratives", "evidence", "note"],
  ],
  evidence: ["document", "exact", "prefix", "suffix", "start", "end"],
  narrative: ["id", "role"],
} as const;

const PARTS = {
  quotations: {
    one: "quotation",
    count: eachStatement((statement, { narrative }) => quotationOf(statement, narrative) !== null),
  },
  furtherEvidence: {
    one: "further piece of evidence",
    many: "further pieces of evidence",
    count: eachStatement(({ record }) => record.evidence.length - 1),
  },
  contexts: {
    one: "context of a quotation",
    many: "contexts of quotations",
    count: eachStatement(({ record }) => record.evidence.filter(hasContext).length),
  },
  places: {
    one: "place of a quotation in its document",
    many: "places of quotations in their documents",
    count: eachStatement(({ anchors }) => anchors.filter(({ range }) => range !== null).length),
  },
  voices: {
    one: "voice that is not the author's",
    many: "voices that are not the author's",
    count: eachStatement(({ voice }) => voice !== "author"),
  },
  modalities: {
    one: "modality other than asserted",
    many: "modalities other than asserted",
    count: eachStatement(({ modality }) => modality !== "asserted"),
  },
  abouts: {
    one: "actor that a statement is about",
    many: "actors that statements are about",
    count: eachStatement(({ record }) => record.about !== undefined),
  },
  phases: {
    one: "phase of a statement",
    many: "phases of statements",
    count: eachStatement(({ record }) => record.phase !== undefined),
  },
  dates: { one: "date", count: eachStatement(({ span }) => span !== null) },
  dateRanges: {
    one: "date of more than a day, but for its first day",
    many: "dates of more than a day, but for their first days",
    count: eachStatement(
      ({ span }) => span !== null && !(Number.isFinite(span.to) && dayOf(span.from) === dayOf(span.to)),
    ),
  },
  dateBases: {
    one: "basis of a date",
    many: "bases of dates",
    count: eachStatement(({ record }) => record.dateBasis !== undefined),
  },
  credibilities: {
    one: "credibility of a statement",
    many: "credibilities of statements",
    count: eachStatement(({ record }) => record.credibility !== undefined),
  },
  narrativeLinks: {
    one: "link to a narrative",
    many: "links to narratives",
    count: eachStatement(({ record }) => record.narratives?.length ?? 0),
  },
  notes: { one: "note", count: eachStatement(({ record }) => record.note !== undefined) },
  statementFields: {
    one: "field of a statement that is the dossier's own",
    many: "fields of statements that are the dossier's own",
    count: eachStatement(
      ({ record }) =>
        countOwn(record, "statement") +
        sum(record.evidence, (piece) => countOwn(piece, "evidence")) +
        sum(record.narratives ?? [], (link) => countOwn(link, "narrative")),
    ),
  },
  kinds: { one: "kind of an actor", many: "kinds of actors", count: ({ slice }) => slice.actors.length },
  aliases: {
    one: "other name of an actor",
    many: "other names of actors",
    count: ({ slice }) => sum(slice.actors, ({ aliases }) => aliases?.length ?? 0),
  },
  memberships: {
    one: "actor that is part of another",
    many: "actors that are part of others",
    count: ({ slice }) => sum(slice.actors, ({ partOf }) => ((partOf?.length ?? 0) > 0 ? 1 : 0)),
  },
  descriptions: {
    one: "description of an actor",
    many: "descriptions of actors",
    count: ({ slice }) => sum(slice.actors, ({ description }) => (description === undefined ? 0 : 1)),
  },
  actorFields: {
    one: "field of an actor that is the dossier's own",
    many: "fields of actors that are the dossier's own",
    count: ({ slice }) => sum(slice.actors, (actor) => countOwn(actor, "actor")),
  },
  positions: {
    one: "position of an actor",
    many: "positions of actors",
    count: ({ dossier }) => Object.keys(dossier.positions ?? {}).length,
  },
  hiddenPositions: {
    one: "position of an actor that is not shown",
    many: "positions of actors that are not shown",
    count: ({ slice, dossier }) => {
      const shown = new Set(slice.actors.map(({ id }) => id));
      return Object.keys(dossier.positions ?? {}).filter((id) => !shown.has(id)).length;
    },
  },
  documents: { one: "document", count: ({ dossier }) => dossier.documents.length },
  documentRecords: {
    one: "record of a document, but for its id",
    many: "records of documents, but for their ids",
    count: ({ dossier }) => dossier.documents.length,
  },
  texts: {
    one: "text of a document",
    many: "texts of documents",
    count: ({ dossier }) => sum(dossier.documents, ({ text }) => (text === undefined ? 0 : 1)),
  },
  documentFields: {
    one: "field of a document that is the dossier's own",
    many: "fields of documents that are the dossier's own",
    count: ({ dossier }) => sum(dossier.documents, (document) => countOwn(document, "document")),
  },
  codebook: {
    one: "entry of the codebook",
    many: "entries of the codebook",
    count: ({ dossier }) => (dossier.families?.length ?? 0) + (dossier.relationTypes?.length ?? 0),
  },
  tellings: {
    one: "description of phases and narratives",
    many: "descriptions of phases and narratives",
    count: ({ dossier }) => (dossier.phases?.length ?? 0) + (dossier.narratives?.length ?? 0),
  },
  story: {
    one: "step of the story",
    many: "steps of the story",
    count: ({ slice }) => slice.narrative.dossier.story?.length ?? 0,
  },
  dossierFields: {
    one: "field of the dossier as a whole",
    many: "fields of the dossier as a whole",
    count: ({ dossier }) => countOwn(dossier, "dossier"),
  },
} satisfies Readonly<Record<string, Part>>;

export type Lost = keyof typeof PARTS;

/** A sentence with its count for each part that occurs in the slice, in the order given. */
export function describeLost(slice: Slice, lost: readonly Lost[]): string[] {
  const measured = { slice, dossier: sliceDossier(slice) };
  return lost.flatMap((name) => {
    const { one, many, count }: Part = PARTS[name];
    const occurs = count(measured);
    return occurs === 0 ? [] : [countWords(occurs, one, many)];
  });
}

function eachStatement(count: (statement: StatementEdge, slice: Slice) => number | boolean): Part["count"] {
  return ({ slice }) => sum(slice.statements, (statement) => Number(count(statement, slice)));
}

function sum<T>(list: readonly T[], count: (entry: T) => number): number {
  return list.reduce((total, entry) => total + count(entry), 0);
}

function countOwn(record: object, kind: keyof typeof KNOWN_FIELDS): number {
  const known: readonly string[] = KNOWN_FIELDS[kind];
  return Object.keys(record).filter((name) => !known.includes(name)).length;
}

function hasContext({ prefix, suffix }: { readonly prefix?: string; readonly suffix?: string }): boolean {
  return prefix !== undefined || suffix !== undefined;
}

function dayOf(time: number): string | null {
  return Number.isFinite(time) ? dateOf(time, "day") : null;
}
