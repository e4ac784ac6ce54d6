/**
 * Slice → one self-contained SVG: heading, network, legend, sources. No style sheet, no script, nothing from outside:
 * it may stand inline under a strict content security policy, or alone as a file. Same input, same bytes.
 */

import type { Slice } from "../lens/slice.ts";
import { resolveSelected, type Theme } from "../lens/view.ts";
import { displaySlice, type Elements, type LineElement, type Positions } from "./elements.ts";
import { type Box, boundElements, traceLines } from "./geometry.ts";
import { buildLegend, type Legend } from "./legend.ts";
import { type Block, drawHeading, drawLegend, drawSource } from "./picture-frame.ts";
import { drawNetwork } from "./picture-network.ts";
import { cleanText } from "./picture-text.ts";
import { tag, textTag, writeNumber } from "./picture-xml.ts";
import { FAINT_INK, familyStyles, GROUND } from "./styles.ts";
import { countWords, describeLens, describeSources } from "./words.ts";

export interface PictureOptions {
  readonly positions: Positions;
  readonly theme: Theme;
  /** Size of the picture in pixels. One of them gives the other; neither: one unit is one pixel. */
  readonly width?: number;
  readonly height?: number;
  /** `false`: no heading; a text: in place of the dossier's title. */
  readonly title?: boolean | string;
  readonly legend?: boolean;
  /** Ids of ties to draw statement by statement. */
  readonly expand?: readonly string[];
  /** Entries of a selection, which are picked out. */
  readonly select?: readonly string[];
  /** Printed with the sources. */
  readonly date?: string;
}

export const PICTURE = {
  margin: 24,
  /** Between heading, network and legend. */
  gap: 14,
  /** A small network does not make the words around it narrow. */
  narrowest: 700,
  /** A network wider than this is drawn with its words enlarged. */
  plainWidth: 1100,
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",
} as const;

/** Cost: linear in the slice's statements. */
export function drawPicture(slice: Slice, options: PictureOptions): string {
  const elements = displaySlice(slice, options);
  const legend = buildLegend(slice);
  const box = boundElements(elements.nodes, traceLines(elements.nodes, elements.lines).values());
  const zoom = Math.max(1, (box.right - box.left) / PICTURE.plainWidth);
  const inner = Math.max(PICTURE.narrowest, (box.right - box.left) / zoom);
  const blocks = [
    headingBlock(slice, options, inner),
    networkBlock(slice, elements, options, box, inner, zoom),
    ...(options.legend === false ? [] : legendBlocks(slice, legend, options, inner)),
  ].filter(({ height }) => height > 0);
  return assemble(blocks, inner, options, describePicture(slice, legend));
}

function headingBlock(slice: Slice, { title = true, theme }: PictureOptions, width: number): Block {
  if (title === false) return { marks: "", height: 0 };
  return drawHeading(slice, title === true ? slice.narrative.dossier.title : title, width, theme);
}

/** The network in the middle of the picture's width, at the scale of the words around it. */
function networkBlock(
  slice: Slice,
  elements: Elements,
  { theme, select = [] }: PictureOptions,
  box: Box,
  width: number,
  zoom: number,
): Block {
  const marks = drawNetwork(elements, {
    theme,
    styles: familyStyles(slice.narrative.codebook),
    selected: findSelected(slice, elements.lines, select),
    familyLabel: (id) => slice.narrative.codebook.families.get(id)?.label ?? id,
  });
  const x = width / 2 - (box.left + box.right) / 2 / zoom;
  const scale = zoom === 1 ? "" : ` scale(${String(1 / zoom)})`;
  const place = `translate(${writeNumber(x)} ${writeNumber(-box.top / zoom)})${scale}`;
  return { marks: tag("g", { transform: place }, marks), height: (box.bottom - box.top) / zoom };
}

function legendBlocks(slice: Slice, legend: Legend, { theme, date }: PictureOptions, width: number): Block[] {
  const rule = tag("path", {
    d: `M0 0H${writeNumber(width)}`,
    stroke: FAINT_INK[theme],
    "stroke-opacity": 0.4,
  });
  const entries = drawLegend(legend, width, theme);
  return [{ marks: rule, height: 1 }, entries, drawSource(slice, legend, width, theme, date)];
}

/** The nodes and lines that the entries of a selection stand for. */
function findSelected(
  { narrative }: Slice,
  lines: readonly LineElement[],
  entries: readonly string[],
): ReadonlySet<string> {
  const ids = new Set<string>();
  const pick = (wanted: (line: LineElement) => boolean) => {
    for (const line of lines) if (wanted(line)) ids.add(line.id);
  };
  for (const entry of entries) {
    const selected = resolveSelected(entry, narrative);
    if (selected?.kind === "actor") ids.add(selected.id);
    if (selected?.kind === "tie") pick(({ tie }) => tie === entry);
    if (selected?.kind === "statement")
      pick(({ statements }) => statements.some(({ id }) => id === selected.id));
    if (selected?.kind === "pair") {
      const { a, b } = selected;
      pick(({ source, target }) => (source === a && target === b) || (source === b && target === a));
    }
  }
  return ids;
}

/** The picture in words, for those who do not see it. */
function describePicture(
  slice: Slice,
  { families, actors, ties, share }: Legend,
): { title: string; text: string } {
  const counts = families.map(({ label, statements }) => `${label} ${statements}`).join(", ");
  const size = `${countWords(actors, "actor")}, ${share}, ${countWords(ties, "tie")}`;
  const text = `${size}${counts === "" ? "" : ` (${counts})`}. ${describeSources(slice.narrative)}.`;
  const title = `${slice.narrative.dossier.title}: ${describeLens(slice.lens, slice.narrative)}`;
  return { title: cleanText(title), text: cleanText(text) };
}

function assemble(
  blocks: readonly Block[],
  inner: number,
  { theme, width, height }: PictureOptions,
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
      tag("rect", { ...view, fill: GROUND[theme] }) +
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
