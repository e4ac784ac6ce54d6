/** A document with a block of every kind, small enough to know by heart. */
import type { Block, BriefingDocument, EvidenceEntry, Inline } from "../../graph-data/briefing/document.ts";

export const words = (text: string): Inline => ({ kind: "text", text });
export const cite = (...numbers: number[]): Inline => ({ kind: "cite", numbers });

export function entry(number: number, more: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    kind: "evidence",
    number,
    reads: `According to the author, A blames B ${number} times.`,
    quotation: `quotation ${number}`,
    language: "en",
    remark: null,
    source: `Author, “Title”, publisher, 2024-04-02, paragraph ${number}`,
    place: `paragraph ${number}`,
    details: ["voice: the author", "asserted", `statement s${number}`],
    links: [{ text: "Open the view", href: `https://n.example/d/x?select=s${number}` }],
    ...more,
  };
}

export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200" font-family="sans-serif"><rect width="100" height="50" fill="#c00"/><text x="20" y="150" stroke="#fff" stroke-width="3" paint-order="stroke">Word &amp; слово</text></svg>';

export function documentOf(blocks: readonly Block[], more: Partial<BriefingDocument> = {}): BriefingDocument {
  return {
    title: "Briefing: the title",
    language: "en",
    date: "2026-11-23",
    author: null,
    handling: null,
    running: "The dossier",
    facts: [{ label: "Lens", value: "everything" }],
    blocks,
    ...more,
  };
}

export const SAMPLE = documentOf([
  { kind: "heading", level: 2, id: "one", text: "Section" },
  {
    kind: "paragraph",
    role: "lead",
    content: [words("Lead. "), cite(1, 2, 3), words(" And more. "), cite(1)],
  },
  { kind: "paragraph", role: "warning", content: [words("Warning.")] },
  { kind: "paragraph", role: "note", content: [words("Note.")] },
  { kind: "heading", level: 3, id: "part", text: "Part" },
  { kind: "list", ordered: false, items: [[words("Bullet. "), cite(1, 2, 3, 4)], [words("Bullet two")]] },
  { kind: "list", ordered: true, items: [[words("First")], [words("Second")]] },
  { kind: "list", ordered: true, items: [[words("First again")]] },
  {
    kind: "paragraph",
    content: [
      { kind: "text", text: "Strong", strong: true },
      { kind: "text", text: " slanted", emphasis: true },
      { kind: "text", text: " code", code: true },
      { kind: "link", text: " a link", href: "https://example.org/?a=1&b={2}" },
      { kind: "link", text: " no link", href: "javascript:alert(1)" },
    ],
  },
  {
    kind: "table",
    caption: "The table",
    columns: [
      { label: "Name", share: 0.5 },
      { label: "Number", share: 0.2, numeric: true },
      { label: "Evidence", share: 0.3 },
    ],
    rows: [
      [[words("One")], [words("1")], [cite(5)]],
      [[words("Two")], [words("2")], [cite(2, 5)]],
    ],
  },
  {
    kind: "facing",
    title: [words("Reversal")],
    sides: [
      { label: "Earlier", reads: [words("A denies B. "), cite(4)], quotation: "no, never" },
      { label: "Later", reads: [words("A concedes B. "), cite(6)], quotation: null },
    ],
  },
  {
    kind: "figure",
    id: "figure-one",
    number: 1,
    svg: SVG,
    width: 400,
    height: 200,
    caption: [words("What to see. "), cite(6)],
    alt: "The figure in “words” & <signs>",
  },
  { kind: "heading", level: 2, id: "evidence", text: "Evidence" },
  entry(1),
  entry(2, { quotation: "قال بوتين إن ISIS-K مسؤولة.", language: "ar", remark: "nearly these words" }),
  entry(3, { quotation: "פוטין האשים את אוקראינה", language: "he" }),
  entry(4, { quotation: "Путин обвинил Украину", language: "ru" }),
  entry(5, { quotation: null }),
  entry(6, { place: undefined }),
  entry(7, { quotation: "A long one. ".repeat(60), language: null }),
  { kind: "heading", level: 2, id: "annex", text: "Annex" },
  { kind: "paragraph", content: [words("Annexed. "), cite(7)] },
]);
