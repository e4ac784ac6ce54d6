/** The sheet that a picture is drawn on: its blocks in place, its size, its words for those who do not see it. */
import type { Theme } from "../lens/view.ts";
import type { Block } from "./picture-frame.ts";
import { tag, textTag, writeNumber } from "./picture-xml.ts";
import { GROUND } from "./styles.ts";

export interface SheetOptions {
  readonly theme: Theme;
  /** To be printed: drawn without a ground of its own. */
  readonly paper?: boolean;
  /** Size of the picture in pixels. One of them gives the other; neither: one unit is one pixel. */
  readonly width?: number;
  readonly height?: number;
}

export const PICTURE = {
  margin: 24,
  /** Between heading, network and legend. */
  gap: 14,
  /** A small network does not make the words around it narrow. */
  narrowest: 700,
  /** A network wider than this is drawn with its words enlarged. */
  plainWidth: 1100,
  /** The same on paper, where a line of text is so wide in units of its words. */
  paperWidth: 720,
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",
} as const;

/** Blocks below one another on the ground, with what the picture is called. */
export function assembleSheet(
  blocks: readonly Block[],
  inner: number,
  { theme, paper = false, width, height }: SheetOptions,
  words: { title: string; text: string },
): string {
  const { margin, gap, font } = PICTURE;
  let y = margin;
  const placed = blocks.map((block) => {
    const moved = tag("g", { transform: `translate(${margin} ${writeNumber(y)})` }, block.marks);
    y += block.height + gap;
    return moved;
  });
  const content = { width: inner + 2 * margin, height: y - gap + margin };
  const size = fitSize(content, width, height);
  const [left, top] = [(content.width - size.viewWidth) / 2, (content.height - size.viewHeight) / 2];
  const view = { x: left, y: top, width: size.viewWidth, height: size.viewHeight };
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: [left, top, size.viewWidth, size.viewHeight].map(writeNumber).join(" "),
      width: size.width,
      height: size.height,
      role: "img",
      "font-family": font,
    },
    textTag("title", {}, words.title) +
      textTag("desc", {}, words.text) +
      (paper ? "" : tag("rect", { ...view, fill: GROUND[theme] })) +
      placed.join(""),
  );
}

/** The picture's size, and how much of the drawing plane it shows: never less than the content. */
function fitSize(content: { width: number; height: number }, width?: number, height?: number) {
  const ratio = content.width / content.height;
  const size = {
    width: Math.round(width ?? (height === undefined ? content.width : height * ratio)),
    height: Math.round(height ?? (width === undefined ? content.height : width / ratio)),
  };
  const wanted = size.width / size.height;
  return {
    ...size,
    viewWidth: Math.max(content.width, content.height * wanted),
    viewHeight: Math.max(content.height, content.width / wanted),
  };
}
