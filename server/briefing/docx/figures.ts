/** Figures: the drawing itself for those programs that show it, dots of it for all others, and its words. */
import type { Paragraph, ParagraphChild, TextRun } from "docx";
import type { Figure } from "../../../graph-data/briefing/document.ts";
import { FONT_FAMILY, findFonts } from "../../fonts.ts";
import { type Lettering, rasterise } from "../../rasterise.ts";
import { setInlines, setText } from "./inlines.ts";
import type { Setting } from "./setting.ts";
import { fitFigure } from "./sheet.ts";
import { plain } from "./text.ts";

/** Dots for each of the 96 pixels of an inch: 192 an inch. */
const DENSITY = 2;

let letters: Lettering | null = null;

/** The fonts that come with the program alone, so that the dots are the same everywhere. */
function ownLetters(): Lettering {
  letters ??= {
    fontFiles: findFonts(),
    loadSystemFonts: false,
    defaultFontFamily: FONT_FAMILY,
    sansSerifFamily: FONT_FAMILY,
  };
  return letters;
}

export function setFigure({ id, number, svg, caption, alt, ...size }: Figure, setting: Setting): Paragraph[] {
  const { docx, sheet } = setting;
  const fitted = fitFigure(size, sheet);
  const scale = (fitted.width * DENSITY) / size.width;
  const dots = rasterise(svg, scale, { lettering: ownLetters(), background: "#ffffff" });
  const picture = new docx.ImageRun({
    type: "svg",
    data: Buffer.from(outlineBehind(svg)),
    fallback: { type: "png", data: Buffer.from(dots) },
    transformation: fitted,
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

/**
 * Words with an outline below them, `paint-order="stroke"`, as two: office programs know no order of painting, and would
 * draw the outline over the letters.
 */
function outlineBehind(svg: string): string {
  return svg.replace(
    /<text([^>]*?) paint-order="stroke"([^>]*)>(.*?)<\/text>/gs,
    (_, before, after, words) => {
      const attributes = `${before}${after}`;
      const letters = attributes.replace(/ stroke(?:-\w+)?="[^"]*"/g, "");
      return `<text${attributes}>${words}</text><text${letters}>${words}</text>`;
    },
  );
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
