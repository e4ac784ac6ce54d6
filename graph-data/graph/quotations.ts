/** What a statement rests on: the words that are really in a document, and the documents. */
import { isVerified } from "../dossier/evidence.ts";
import type { NarrativeGraph, StatementEdge } from "./build.ts";

/**
 * Index of the piece of evidence that a statement is cited by: the first whose words are in their document; else the
 * first that could not be checked; else the first that is a mere reference. Never one that is missing beside another.
 */
export function leadingEvidence({ anchors }: StatementEdge): number {
  const places = [
    anchors.findIndex(isVerified),
    anchors.findIndex(({ state }) => state === "unchecked"),
    anchors.findIndex(({ state }) => state === "reference"),
  ];
  return places.find((at) => at !== -1) ?? 0;
}

/** What the statement rests on in the document's own words: as found, not as recorded, where the two differ. */
export function quotationOf(
  statement: StatementEdge,
  narrative: Pick<NarrativeGraph, "documents">,
  at = leadingEvidence(statement),
): string | null {
  const evidence = statement.record.evidence[at];
  const range = statement.anchors[at]?.range;
  const text = narrative.documents.get(evidence?.document ?? "")?.text;
  if (range && text !== undefined) return text.slice(range.start, range.end);
  return statement.anchors[at]?.state === "unchecked" ? (evidence?.exact ?? null) : null;
}

/** The documents that a statement rests on, each once; one that does not hold the words is none of them. */
export function documentsOf({ record, anchors }: StatementEdge): string[] {
  return [
    ...new Set(
      record.evidence.flatMap(({ document }, at) => (anchors[at]?.state === "missing" ? [] : [document])),
    ),
  ];
}
