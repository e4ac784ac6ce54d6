/**
 * Slice → one self-contained SVG: heading, network, legend, sources. No style sheet, no script, nothing from outside:
 * it may stand inline under a strict content security policy, or alone as a file. Same input, same bytes.
 */

import type { Slice } from "../lens/slice.ts";
import { resolveSelected } from "../lens/view.ts";
import type { ShiftKind } from "../shift/compare.ts";
import { type Compared, displayComparison, uniteSlices } from "./compared.ts";
import {
  displaySlice,
  type Elements,
  type LineElement,
  type NodeElement,
  type Positions,
} from "./elements.ts";
import { type Box, boundNetwork } from "./geometry.ts";
import { buildLegend, type Legend } from "./legend.ts";
import { type Block, drawHeading, drawLegend, drawSource } from "./picture-frame.ts";
import { placeNames } from "./picture-names.ts";
import { drawNetwork } from "./picture-network.ts";
import { assembleSheet, PICTURE, type SheetOptions } from "./picture-sheet.ts";
import { cleanText } from "./picture-text.ts";
import { tag, writeNumber } from "./picture-xml.ts";
import { FAINT_INK, familyStyles } from "./styles.ts";
import { countWords, describeLens, describeSources } from "./words.ts";

export interface PictureOptions extends SheetOptions {
  readonly positions: Positions;
  /** `false`: no heading; a text: in place of the dossier's title. */
  readonly title?: boolean | string;
  readonly legend?: boolean;
  /** Ids of ties to draw statement by statement. */
  readonly expand?: readonly string[];
  /** Entries of a selection, which are picked out. */
  readonly select?: readonly string[];
  /** Two slices in one picture; `slice` is the later. */
  readonly compared?: Compared;
  /** Of a comparison, the kinds of shift that are drawn; absent: all. */
  readonly kinds?: readonly ShiftKind[];
  /** Printed with the sources. */
  readonly date?: string;
}

/** Cost: linear in the slice's statements. */
export function drawPicture(slice: Slice, options: PictureOptions): string {
  const { compared } = options;
  const elements = compared ? displayComparison(compared, options) : displaySlice(slice, options);
  const legend = compared
    ? buildLegend(uniteSlices(compared), undefined, compared.shifts)
    : buildLegend(slice);
  const box = boundNetwork(elements);
  const zoom = Math.max(1, (box.right - box.left) / PICTURE[options.paper ? "paperWidth" : "plainWidth"]);
  const inner = Math.max(PICTURE.narrowest, (box.right - box.left) / zoom);
  const blocks = [
    headingBlock(slice, options, inner),
    networkBlock(slice, elements, options, box, inner, zoom),
    ...(options.legend === false ? [] : legendBlocks(slice, legend, options, inner)),
  ].filter(({ height }) => height > 0);
  return assembleSheet(blocks, inner, options, describePicture(slice, legend, compared));
}

function headingBlock(slice: Slice, { title = true, theme, compared }: PictureOptions, width: number): Block {
  if (title === false) return { marks: "", height: 0 };
  const words = describeView(slice, compared);
  return drawHeading(words, title === true ? slice.narrative.dossier.title : title, width, theme);
}

/** The lens in words; of a comparison, both. */
function describeView({ lens, narrative }: Slice, compared?: Compared): string {
  const shows = describeLens(lens, narrative);
  return compared ? `A: ${describeLens(compared.a.lens, narrative)} – B: ${shows}` : shows;
}

/** The network in the middle of the picture's width, at the scale of the words around it. */
function networkBlock(
  slice: Slice,
  elements: Elements,
  { theme, select = [], paper = false }: PictureOptions,
  box: Box,
  width: number,
  zoom: number,
): Block {
  const marks = drawNetwork(elements, {
    theme,
    styles: familyStyles(slice.narrative.codebook),
    selected: findSelected(slice, elements.lines, select),
    familyLabel: (id) => slice.narrative.codebook.families.get(id)?.label ?? id,
    ...(paper && zoom > 1 && { names: nameNodes(elements.nodes, zoom, box) }),
  });
  const x = width / 2 - (box.left + box.right) / 2 / zoom;
  const scale = zoom === 1 ? "" : ` scale(${String(1 / zoom)})`;
  const place = `translate(${writeNumber(x)} ${writeNumber(-box.top / zoom)})${scale}`;
  return { marks: tag("g", { transform: place }, marks), height: (box.bottom - box.top) / zoom };
}

/** Names may stand in the margins of the sheet, too. */
function nameNodes(nodes: readonly NodeElement[], scale: number, { left, right, ...box }: Box) {
  const margin = PICTURE.margin * scale;
  return { scale, placed: placeNames(nodes, scale, { ...box, left: left - margin, right: right + margin }) };
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
  compared?: Compared,
): { title: string; text: string } {
  const counts = families.map(({ label, statements }) => `${label} ${statements}`).join(", ");
  const size = `${countWords(actors, "actor")}, ${share}, ${countWords(ties, "tie")}`;
  const text = `${size}${counts === "" ? "" : ` (${counts})`}. ${describeSources(slice.narrative)}.`;
  const title = `${slice.narrative.dossier.title}: ${describeView(slice, compared)}`;
  return { title: cleanText(title), text: cleanText(text) };
}
