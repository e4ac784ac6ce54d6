/** Evidence: the full entries, and the footnotes that say the same in short. */
import type { Paragraph, ParagraphChild } from "docx";
import type { EvidenceEntry } from "../../../graph-data/briefing/document.ts";
import { setLink, setReference, setText, speak } from "./inlines.ts";
import { bookmarkOf } from "./notes.ts";
import type { Setting } from "./setting.ts";
import { readsFromRight } from "./text.ts";

const NO_QUOTATION = "no quotation";

/** Letters of a quotation in a footnote; the entry has all of it. */
const MOST_IN_NOTE = 220;

/** Who says what, the quotation in its own direction, where it stands. */
export function setEvidence(entry: EvidenceEntry, setting: Setting): Paragraph[] {
  const { docx } = setting;
  const { number, reads, quotation, language } = entry;
  const name = bookmarkOf(number);
  return [
    new docx.Paragraph({
      style: "EvidenceClaim",
      children: [
        new docx.BookmarkStart(name, number),
        ...setText(`[${number}]`, setting, { style: "EvidenceNumber" }),
        new docx.BookmarkEnd(number),
        new docx.TextRun({ children: [new docx.Tab()] }),
        ...setText(reads, setting),
      ],
    }),
    setQuotation(quotation, language, setting, "EvidenceQuote"),
    new docx.Paragraph({ style: "EvidenceSource", children: setSource(entry, setting) }),
  ];
}

function setSource({ remark, source, details, links }: EvidenceEntry, setting: Setting): ParagraphChild[] {
  return [
    ...(remark === null ? [] : setText(`${remark} · `, setting, { style: "Remark" })),
    ...setText([source, ...details].join(" · "), setting),
    ...links.flatMap(({ text, href }) => [...setText(" · ", setting), ...setLink(text, href, setting)]),
  ];
}

/** A paragraph of its own, so that its direction is that of the whole. */
export function setQuotation(
  quotation: string | null,
  language: string | null,
  setting: Setting,
  style: "EvidenceQuote" | "TableQuote",
): Paragraph {
  const { docx } = setting;
  if (quotation === null)
    return new docx.Paragraph({ style, children: setText(NO_QUOTATION, setting, { italics: true }) });
  const rightToLeft = readsFromRight(quotation, language);
  return new docx.Paragraph({
    style: rightToLeft ? `${style}Right` : style,
    bidirectional: rightToLeft || undefined,
    children: setText(`“${quotation}”`, setting, speak(language, rightToLeft), rightToLeft),
  });
}

/** “The words” – where they stand, which leads to the entry. The number before it is Word's own. */
export function setNote(entry: EvidenceEntry, setting: Setting): Paragraph {
  const { number, quotation, reads, language, place, source } = entry;
  const rightToLeft = readsFromRight(quotation ?? "", language);
  const words =
    quotation === null
      ? setText(reads, setting)
      : setText(`“${shorten(quotation)}”`, setting, speak(language, rightToLeft), rightToLeft);
  return new setting.docx.Paragraph({
    style: "FootnoteText",
    bidirectional: rightToLeft || undefined,
    children: [
      new setting.docx.TextRun({ children: [new setting.docx.Tab()] }),
      ...words,
      ...setText(" – ", setting),
      ...setReference(place ?? source, number, setting),
    ],
  });
}

/** Up to the last whole word that fits. */
function shorten(text: string): string {
  const letters = [...text.toWellFormed()];
  if (letters.length <= MOST_IN_NOTE) return text;
  const kept = letters.slice(0, MOST_IN_NOTE).join("");
  return `${kept.replace(/\s+\S{0,40}$/u, "")} …`;
}
