/** What was cited → numbered evidence: the words, where they stand, who says so, how it is graded. */
import { statementAnchor } from "../display/anchors.ts";
import {
  describeEvidence,
  describeGrade,
  describeModality,
  describeVoice,
  explainGrade,
  paragraphNumber,
} from "../display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { leadingEvidence, quotationOf } from "../graph/quotations.ts";
import type { Lens } from "../lens/lens.ts";
import { encodeValue, writeLens } from "../lens/query.ts";
import { selectStatement } from "../lens/view.ts";
import type { Evidenced } from "./model.ts";
import { sayStatement } from "./say.ts";

/**
 * `spoken`: the graph with names as they stand in sentences. `base`: where the dossier's pages are,
 * `https://…/d/kremlin`; without an end slash.
 */
export function gatherEvidence(
  cited: readonly StatementEdge[],
  narrative: NarrativeGraph,
  spoken: NarrativeGraph,
  lens: Lens,
  base: string,
): Evidenced[] {
  const query = writeLens(lens, narrative);
  return cited.map((statement, at) => ({
    number: at + 1,
    statement: statement.id,
    reads: `${sayStatement(statement, spoken)}.`,
    ...describeWords(statement, narrative),
    paragraph: paragraphNumber(statement, narrative),
    phase: narrative.phases[statement.step]?.label ?? null,
    date: statement.record.date ?? null,
    dateFromContext: statement.record.dateBasis === "context",
    voice: describeVoice(statement, narrative),
    modality: describeModality(statement.modality),
    grade: describeGrade(statement, narrative),
    gradeWords: explainGrade(statement, narrative),
    links: linkStatement(statement, narrative, query, base),
  }));
}

function describeWords(statement: StatementEdge, narrative: NarrativeGraph) {
  const at = leadingEvidence(statement);
  const id = statement.record.evidence[at]!.document;
  const document = narrative.documents.get(id);
  return {
    quotation: quotationOf(statement, narrative, at),
    remark: describeEvidence(statement.anchors[at]!),
    document: {
      id,
      title: document?.title ?? id,
      author: document?.author ?? null,
      publisher: document?.publisher ?? null,
      published: document?.published ?? null,
      language: document?.language ?? narrative.dossier.language ?? null,
    },
  };
}

function linkStatement(
  statement: StatementEdge,
  narrative: NarrativeGraph,
  query: string,
  base: string,
): Evidenced["links"] {
  const at = leadingEvidence(statement);
  const { document: id } = statement.record.evidence[at]!;
  const hasPlace = statement.anchors[at]?.range !== null;
  const select = `select=${encodeValue(selectStatement(statement.id, narrative))}`;
  const asked = query === "" ? "" : `?${query}`;
  const place = hasPlace ? `#${encodeURIComponent(statementAnchor(statement.id))}` : "";
  const url = narrative.documents.get(id)?.url;
  return {
    view: `${base}?${[query, select].filter(Boolean).join("&")}`,
    text: narrative.documents.has(id) ? `${base}/read/${encodeURIComponent(id)}${asked}${place}` : null,
    original: url && /^https?:\/\//i.test(url) ? url : null,
  };
}
