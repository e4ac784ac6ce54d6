/** Documents of briefings: the first dossier's, and one with a block of every kind. */
import { buildBriefing } from "../../graph-data/briefing/briefing.ts";
import { composeBriefing } from "../../graph-data/briefing/compose.ts";
import type { Block, BriefingDocument, EvidenceEntry, Inline } from "../../graph-data/briefing/document.ts";
import { parseLens } from "../../graph-data/lens/query.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { firstDossierGraph } from "./first-dossier.ts";

export function firstDossierDocument(): BriefingDocument {
  const narrative = firstDossierGraph();
  const { lens } = parseLens("", narrative);
  return composeBriefing(
    buildBriefing(sliceGraph(narrative, lens), {
      date: "2026-11-23",
      base: "https://example.org/d/kremlin",
      version: "0.0.0",
    }),
  );
}

export const words = (text: string): Inline => ({ kind: "text", text });

export function entry(number: number, quotation: string | null, language = "en"): EvidenceEntry {
  return {
    ...{ kind: "evidence", number, quotation, language, remark: null },
    reads: `Statement ${number}.`,
    source: "Source",
    details: ["voice: the author"],
    links: [{ text: "Original", href: `https://example.org/${number}` }],
  };
}

export function documentOf(blocks: readonly Block[], head: Partial<BriefingDocument> = {}): BriefingDocument {
  return {
    ...{ title: "Title", language: "en", date: null, author: null, handling: null, running: "Dossier" },
    facts: [{ label: "Lens", value: "Everything" }],
    blocks,
    ...head,
  };
}

/** One block of each kind. */
export function everyBlock(): Block[] {
  const cite: Inline = { kind: "cite", numbers: [1, 2, 3] };
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" width="90" height="40"><g><text x="4" y="20" font-size="12">Drawn</text></g></svg>';
  return [
    { kind: "heading", level: 2, id: "one", text: "Section" },
    { kind: "paragraph", role: "lead", content: [words("Bottom line. "), cite] },
    { kind: "paragraph", role: "warning", content: [words("Mind this.")] },
    {
      kind: "paragraph",
      role: "note",
      content: [words("Small. "), { ...words("Code"), code: true } as Inline],
    },
    { kind: "heading", level: 3, id: "two", text: "Part" },
    { kind: "list", ordered: true, items: [[words("First")], [words("Second")]] },
    {
      kind: "table",
      caption: "Caption",
      columns: [
        { label: "Actor", share: 0.7 },
        { label: "Number", share: 0.3, numeric: true },
      ],
      rows: [[[words("Ukraine")], [words("7")]]],
    },
    {
      ...{ kind: "figure", id: "figure-one", number: 1, svg, width: 90, height: 40 },
      caption: [words("What to see.")],
      alt: "A word",
    },
    {
      kind: "facing",
      title: [words("Reversal")],
      sides: [
        { label: "Earlier", reads: [words("A denies. "), cite], quotation: "never" },
        { label: "Later", reads: [words("A concedes.")], quotation: null },
      ],
    },
    entry(1, "first"),
    entry(2, "second"),
    entry(3, null),
  ];
}
