/** Statements as the pages' tables and lists print them. */

import { statementAnchor } from "../../graph-data/display/anchors.ts";
import {
  actorLabel,
  describeEvidence,
  describeGrade,
  describeModality,
  describeStatement,
  describeVoice,
  explainGrade,
  paragraphsOf,
} from "../../graph-data/display/words.ts";
import { paragraphAt } from "../../graph-data/dossier/paragraphs.ts";
import type { NarrativeGraph, StatementEdge } from "../../graph-data/graph/build.ts";
import { quotationOf } from "../../graph-data/graph/quotations.ts";
import { type LineSample, sampleLines } from "./line-sample.ts";
import type { Links } from "./links.ts";

export interface Named {
  readonly label: string;
  readonly href: string | null;
}

export interface QuotationRow {
  /** The document's own words, or `null` where there are none to show. */
  readonly words: string | null;
  /** What must be said beside them. */
  readonly note: string | null;
  readonly document: Named;
  readonly paragraph: number | null;
}

export interface StatementRow {
  readonly id: string;
  /** With the one who says so. */
  readonly reads: string;
  readonly source: Named;
  readonly relation: string;
  readonly target: Named;
  readonly about: Named | null;
  readonly family: string;
  readonly line: LineSample;
  readonly voice: Named;
  /** `null` for what is plainly asserted. */
  readonly modality: string | null;
  readonly phase: string | null;
  readonly date: string | null;
  /** The date is not the document's own. */
  readonly dateFromContext: boolean;
  readonly grade: string | null;
  readonly gradeWords: string;
  readonly narratives: readonly string[];
  readonly quotations: readonly QuotationRow[];
  readonly note: string | null;
}

/** Statement → row, for one page: what all rows share is looked up once. */
export function makeRows(
  narrative: NarrativeGraph,
  links: Links,
): (statement: StatementEdge) => StatementRow {
  const lines = sampleLines(narrative.codebook);
  const labels = new Map((narrative.dossier.narratives ?? []).map(({ id, label }) => [id, label]));
  const actor = (id: string): Named => ({ label: actorLabel(id, narrative), href: links.actor(id) });
  return (statement) => {
    const { record, type, voice, modality } = statement;
    return {
      id: statement.id,
      reads: describeStatement(statement, narrative),
      source: actor(statement.source),
      relation: type.label,
      target: actor(statement.target),
      about: record.about === undefined ? null : actor(record.about),
      family: narrative.codebook.families.get(statement.family)?.label ?? statement.family,
      line: lines.get(statement.family)!,
      voice: voice === "author" ? { label: describeVoice(statement, narrative), href: null } : actor(voice),
      modality: modality === "asserted" ? null : describeModality(modality),
      phase: narrative.phases[statement.step]?.label ?? null,
      date: record.date ?? null,
      dateFromContext: record.dateBasis === "context",
      grade: describeGrade(statement, narrative),
      gradeWords: explainGrade(statement, narrative),
      narratives: (record.narratives ?? []).map(({ id, role }) => `${role} ${labels.get(id) ?? id}`),
      quotations: record.evidence.map((_, at) => quotationRow(statement, at, narrative, links)),
      note: record.note ?? null,
    };
  };
}

function quotationRow(
  statement: StatementEdge,
  at: number,
  narrative: NarrativeGraph,
  links: Links,
): QuotationRow {
  const anchor = statement.anchors[at]!;
  const id = statement.record.evidence[at]!.document;
  const document = narrative.documents.get(id);
  const place = anchor.range && document ? paragraphAt(paragraphsOf(document), anchor.range.start) : null;
  const href = links.read(id, anchor.range ? statementAnchor(statement.id) : undefined);
  return {
    words: quotationOf(statement, narrative, at),
    note: describeEvidence(anchor),
    document: { label: document?.title ?? id, href },
    paragraph: place?.number ?? null,
  };
}
