/** Numbered evidence, as blocks. */
import type { Block, EvidenceEntry } from "./document.ts";
import { isolate } from "./isolate.ts";
import type { Evidenced } from "./model.ts";

export function composeEvidence(evidence: readonly Evidenced[]): Block[] {
  const alone = new Set(evidence.map(({ document }) => document.id)).size === 1;
  return [
    { kind: "heading", level: 2, id: "evidence", text: "Evidence" },
    ...evidence.map((entry) => enterEvidence(entry, alone)),
  ];
}

/** `alone`: all evidence is of one document, which need not be named each time. */
function enterEvidence(entry: Evidenced, alone: boolean): EvidenceEntry {
  const { number, reads, quotation, remark, document, paragraph: at, links } = entry;
  const title = `“${isolate(document.title)}”`;
  const source = [
    document.author && isolate(document.author),
    title,
    document.publisher && isolate(document.publisher),
    document.published,
    at === null ? null : `paragraph ${at}`,
  ];
  const date = entry.date && `${entry.date}${entry.dateFromContext ? " (date from elsewhere)" : ""}`;
  return {
    kind: "evidence",
    ...{ number, reads, quotation, remark, language: document.language },
    source: source.filter(Boolean).join(", "),
    place: at === null ? title : `${alone ? "" : `${title}, `}paragraph ${at}`,
    details: [
      `voice: ${isolate(entry.voice)}`,
      entry.modality,
      entry.phase && `phase: ${isolate(entry.phase)}`,
      date,
      entry.grade ? `grade ${entry.grade} (${entry.gradeWords})` : "not graded",
      `statement ${entry.statement}`,
    ].filter((detail): detail is string => Boolean(detail)),
    links: [
      { text: "Open the view", href: links.view },
      ...(links.text === null ? [] : [{ text: "Read in its place", href: links.text }]),
      ...(links.original === null ? [] : [{ text: "Original", href: links.original }]),
    ],
  };
}
