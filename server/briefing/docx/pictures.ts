/**
 * The drawings of a document as files of the Word file. docx hashes and packs what it is given slowly, megabytes for
 * seconds: it is given the names, and `finish` puts the files in their places.
 */
import type { Block, Figure } from "../../../graph-data/briefing/document.ts";
import { FONT_FAMILY, findFonts } from "../../fonts.ts";
import { type Lettering, rasteriseAside } from "../../rasterise.ts";
import { fitFigure, type Sheet } from "./sheet.ts";

/** By name. */
export type Pictures = ReadonlyMap<string, string | Uint8Array>;

/** Dots for each of the 96 pixels of an inch: 192 an inch. */
const DENSITY = 2;

/** Names of a figure's drawing and of its dots. */
export function pictureNames({ id }: Figure): { readonly svg: string; readonly png: string } {
  return { svg: `${id}.svg`, png: `${id}.png` };
}

/** All at once, each on a thread of its own. Throws `UnavailableError` where a figure cannot be drawn. */
export async function drawPictures(blocks: readonly Block[], sheet: Sheet): Promise<Pictures> {
  const figures = blocks.filter((block) => block.kind === "figure");
  const drawn = await Promise.all(figures.map((figure) => drawPicture(figure, sheet)));
  return new Map(drawn.flat());
}

async function drawPicture(figure: Figure, sheet: Sheet): Promise<[string, string | Uint8Array][]> {
  const { svg, png } = pictureNames(figure);
  const scale = (fitFigure(figure, sheet).width * DENSITY) / figure.width;
  const dots = await rasteriseAside(figure.svg, scale, { lettering: ownLetters(), background: "#ffffff" });
  return [
    [svg, outlineBehind(figure.svg)],
    [png, dots],
  ];
}

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
