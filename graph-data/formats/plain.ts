/** Actors and statements as plain data with nothing left to look up: what the formats and the API give. */

import { describeGrade, describeStatement, paragraphsOf, voiceLabel } from "../display/words.ts";
import type { Anchor } from "../dossier/evidence.ts";
import { paragraphAt } from "../dossier/paragraphs.ts";
import type { Actor, ActorKind, Evidence, Modality, Sign } from "../dossier/records.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";

export interface PlainEvidence {
  readonly document: string;
  /** Whether the words are in the document: exact, moved, approximate, missing, unchecked, reference. */
  readonly state: Anchor["state"];
  /** The document's own words where they were found; else the words recorded, which `state` says. */
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** Where they were found, in UTF-16 code units of the document's text. */
  readonly start: number | null;
  readonly end: number | null;
  readonly paragraph: number | null;
}

export interface PlainStatement {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  /** The type as it reads: "denies the part of". */
  readonly label: string;
  readonly family: string;
  readonly sign: Sign;
  /** `author`, or an actor's id. */
  readonly voice: string;
  readonly voiceLabel: string;
  readonly modality: Modality;
  readonly about: string | null;
  readonly phase: string | null;
  readonly date: string | null;
  readonly dateBasis: "document" | "context" | null;
  readonly credibility: number | null;
  readonly grade: string | null;
  /** The whole statement with the one who says so. */
  readonly reads: string;
  readonly narratives: readonly { readonly id: string; readonly role: "advances" | "undermines" }[];
  readonly evidence: readonly PlainEvidence[];
  readonly note: string | null;
}

export function plainStatement(statement: StatementEdge, narrative: NarrativeGraph): PlainStatement {
  const { record, type } = statement;
  return {
    id: statement.id,
    source: statement.source,
    target: statement.target,
    type: type.id,
    label: type.label,
    family: statement.family,
    sign: type.sign,
    voice: statement.voice,
    voiceLabel: voiceLabel(statement.voice, narrative),
    modality: statement.modality,
    about: record.about ?? null,
    phase: record.phase ?? null,
    date: record.date ?? null,
    dateBasis: record.date === undefined ? null : (record.dateBasis ?? "document"),
    credibility: record.credibility ?? null,
    grade: describeGrade(statement, narrative),
    reads: describeStatement(statement, narrative),
    narratives: (record.narratives ?? []).map(({ id, role }) => ({ id, role })),
    evidence: record.evidence.map((piece, at) => plainEvidence(piece, at, statement, narrative)),
    note: record.note ?? null,
  };
}

function plainEvidence(
  piece: Evidence,
  at: number,
  statement: StatementEdge,
  narrative: NarrativeGraph,
): PlainEvidence {
  const anchor = statement.anchors[at]!;
  const document = narrative.documents.get(piece.document);
  const paragraph = anchor.range && document ? paragraphAt(paragraphsOf(document), anchor.range.start) : null;
  return {
    document: piece.document,
    state: anchor.state,
    exact: quotationOf(statement, narrative, at) ?? piece.exact ?? null,
    prefix: piece.prefix ?? null,
    suffix: piece.suffix ?? null,
    start: anchor.range?.start ?? null,
    end: anchor.range?.end ?? null,
    paragraph: paragraph?.number ?? null,
  };
}

export interface PlainActor {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly partOf: readonly string[];
  readonly description: string | null;
}

export function plainActor({ id, label, kind, aliases, partOf, description }: Actor): PlainActor {
  return { id, label, kind, aliases: aliases ?? [], partOf: partOf ?? [], description: description ?? null };
}
