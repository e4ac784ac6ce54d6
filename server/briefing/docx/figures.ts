/** Figures: the drawing itself for those programs that show it, dots of it for all others, and its words. */
import type { Paragraph, ParagraphChild, TextRun } from "docx";
import type { Figure } from "../../../graph-data/briefing/document.ts";
import { setInlines, setText } from "./inlines.ts";
import { pictureNames } from "./pictures.ts";
import type { Setting } from "./setting.ts";
import { fitFigure } from "./sheet.ts";
import { plain } from "./text.ts";

export function setFigure(figure: Figure, setting: Setting): Paragraph[] {
  const { docx, sheet } = setting;
  const { id, number, caption, alt } = figure;
  const { svg, png } = pictureNames(figure);
  const picture = new docx.ImageRun({
    type: "svg",
    data: Buffer.from(svg),
    fallback: { type: "png", data: Buffer.from(png) },
    transformation: fitFigure(figure, sheet),
    altText: { id: `${number}`, name: id, description: plain(alt) },
  });
  return [
    new docx.Paragraph({ style: "Figure", children: [picture] }),
    new docx.Paragraph({
      style: "Caption",
      children: [...numberFigure(number, setting), ...setInlines(caption, setting)],
    }),
  ];
}

/** "Figure 1.", with a field for the number, so that Word can list figures and number those that are put in between. */
function numberFigure(number: number, setting: Setting): ParagraphChild[] {
  const { docx } = setting;
  const bold = (text: string) => setText(text, setting, { bold: true, boldComplexScript: true });
  const field = new docx.BuilderElement({
    name: "w:fldSimple",
    attributes: { instruction: { key: "w:instr", value: "SEQ Figure \\* ARABIC" } },
    children: bold(`${number}`) as TextRun[],
  });
  return [...bold("Figure "), field, ...bold(". ")];
}
