/** Inlines → runs of Word: marks, links, citations, and the direction of every stretch of letters. */
import type { IRunPropertiesOptions as Look, ParagraphChild } from "docx";
import { runsOf } from "../../../graph-data/briefing/citations.ts";
import type { Inline } from "../../../graph-data/briefing/document.ts";
import { bookmarkOf } from "./notes.ts";
import type { Setting } from "./setting.ts";
import { addressOf, plain, splitDirections, tagOf } from "./text.ts";

export type { Look };

export function setInlines(inlines: readonly Inline[], setting: Setting): ParagraphChild[] {
  return inlines.flatMap((inline) => setInline(inline, setting));
}

function setInline(inline: Inline, setting: Setting): ParagraphChild[] {
  switch (inline.kind) {
    case "text":
      return setText(inline.text, setting, lookOf(inline));
    case "link":
      return setLink(inline.text, inline.href, setting);
    case "cite":
      return setCitation(inline.numbers, setting);
  }
}

function lookOf({ strong, emphasis, code }: Extract<Inline, { kind: "text" }>): Look {
  return {
    ...(strong && { bold: true, boldComplexScript: true }),
    ...(emphasis && { italics: true, italicsComplexScript: true }),
    ...(code && { style: "Code" }),
  };
}

/** `rightToLeft`: the direction of the paragraph that it stands in. */
export function setText(
  text: string,
  { docx }: Setting,
  look: Look = {},
  rightToLeft = false,
): ParagraphChild[] {
  return splitDirections(plain(text), rightToLeft).map(
    (stretch) =>
      new docx.TextRun({ ...look, text: stretch.text, ...(stretch.rightToLeft && { rightToLeft: true }) }),
  );
}

/** A look that says the language, for spelling, hyphenation and the choice of letters; what has none is not spelled. */
export function speak(language: string | null, rightToLeft: boolean): Look {
  const tag = tagOf(language);
  if (tag === null) return { noProof: true };
  if (rightToLeft) return { language: { bidirectional: tag } };
  return { language: /^(?:zh|ja|ko)\b/.test(tag) ? { eastAsia: tag } : { value: tag } };
}

/** An address that Word would not open is set as plain text. */
export function setLink(text: string, href: string, setting: Setting): ParagraphChild[] {
  const address = addressOf(href);
  if (address === null) return setText(text, setting);
  const children = setText(text, setting, { style: "Hyperlink" });
  return [new setting.docx.ExternalHyperlink({ link: address, children })];
}

/** To the entry of this number, if there is one. */
export function setReference(text: string, number: number, setting: Setting): ParagraphChild[] {
  if (!setting.notes.has(number)) return setText(text, setting);
  const children = setText(text, setting, { style: "Citation" });
  return [new setting.docx.InternalHyperlink({ anchor: bookmarkOf(number), children })];
}

/** "[1–7, 13, 14]": each footnote by itself, since every one has its place; the rest drawn together. */
function setCitation(numbers: readonly number[], setting: Setting): ParagraphChild[] {
  if (numbers.length === 0) return [];
  const { docx, notes } = setting;
  const parts: ParagraphChild[][] = [];
  let linked: number[] = [];
  const flush = () => {
    parts.push(...runsOf(linked).map(([first, last]) => setRange(first, last, setting)));
    linked = [];
  };
  for (const number of numbers) {
    if (notes.take(number)) {
      flush();
      parts.push([new docx.FootnoteReferenceRun(number)]);
    } else linked.push(number);
  }
  flush();
  const comma = () => setText(", ", setting, { style: "Citation" });
  return [
    ...setText("[", setting, { style: "Citation" }),
    ...parts.flatMap((part, at) => (at === 0 ? part : [...comma(), ...part])),
    ...setText("]", setting, { style: "Citation" }),
  ];
}

function setRange(first: number, last: number, setting: Setting): ParagraphChild[] {
  const start = setReference(`${first}`, first, setting);
  if (first === last) return start;
  return [
    ...start,
    ...setText("–", setting, { style: "Citation" }),
    ...setReference(`${last}`, last, setting),
  ];
}
