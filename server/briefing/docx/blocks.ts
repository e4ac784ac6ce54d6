/** The blocks of a document, each in its style, in reading order: footnotes are counted as they come. */
import type { FileChild, Paragraph as WordParagraph } from "docx";
import type { Block, BriefingDocument, List, Paragraph } from "../../../graph-data/briefing/document.ts";
import { setEvidence } from "./evidence.ts";
import { setFigure } from "./figures.ts";
import { setInlines, setText } from "./inlines.ts";
import type { Setting } from "./setting.ts";
import { setFacing, setTable } from "./tables.ts";

/** Title, date and author, and what the briefing is about and rests on. */
export function setOpening({ title, date, author, facts }: BriefingDocument, setting: Setting): FileChild[] {
  const { docx } = setting;
  const by = [date, author].filter(Boolean).join(" · ");
  return [
    new docx.Paragraph({ style: "Title", children: setText(title, setting) }),
    ...(by === "" ? [] : [new docx.Paragraph({ style: "Subtitle", children: setText(by, setting) })]),
    ...facts.map(
      ({ label, value }) =>
        new docx.Paragraph({
          style: "Fact",
          children: [
            ...setText(label, setting, { bold: true }),
            new docx.TextRun({ children: [new docx.Tab()] }),
            ...setText(value, setting),
          ],
        }),
    ),
  ];
}

export function setBlock(block: Block, setting: Setting): FileChild[] {
  const { docx, notes } = setting;
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 2 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2;
      return [new docx.Paragraph({ heading, children: setText(block.text, setting) })];
    }
    case "paragraph":
      return [setParagraph(block, setting)];
    case "list":
      return setList(block, setting);
    case "table":
      return setTable(block, setting);
    case "figure":
      return setFigure(block, setting);
    case "facing":
      return setFacing(block, setting);
    case "evidence":
      notes.close();
      return setEvidence(block, setting);
  }
}

const STYLES = { lead: "Lead", warning: "Warning", note: "Note" } as const;

function setParagraph({ role, content }: Paragraph, setting: Setting): WordParagraph {
  return new setting.docx.Paragraph({
    ...(role && { style: STYLES[role] }),
    children: setInlines(content, setting),
  });
}

function setList({ ordered, items }: List, setting: Setting): WordParagraph[] {
  setting.lists.count += 1;
  const instance = setting.lists.count;
  return items.map(
    (item) =>
      new setting.docx.Paragraph({
        style: ordered ? "ListNumber" : "ListBullet",
        numbering: ordered
          ? { reference: "numbers", level: 0, instance }
          : { reference: "bullets", level: 0 },
        children: setInlines(item, setting),
      }),
  );
}
