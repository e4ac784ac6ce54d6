/** The picture as it stands on the screen: title, lens, network, legend, sources. Words are words, not outlines. */
import { mergePositions } from "../display/elements.ts";
import { drawPicture } from "../display/picture.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format, WriteOptions } from "./format.ts";
import { omittedOfPicture } from "./omitted.ts";
import { viewSlice } from "./viewed.ts";

export const svg: Format = {
  id: "svg",
  label: "Drawing as SVG",
  group: "pictures",
  extension: "svg",
  mediaType: "image/svg+xml; charset=utf-8",
  describe:
    "The network with title, lens, legend and sources, as it is looked at; sharp at any size, its words can be searched. Read by browsers, Inkscape, Illustrator, Word.",
  units: ["ties"],
  view: true,
  write: (slice, options) => ({
    content: drawView(slice, options),
    omitted: omittedOfPicture(slice, "ties"),
  }),
};

/** One SVG; cost: linear in the slice's statements. */
export function drawView(slice: Slice, { theme, positions, address, date }: WriteOptions = {}): string {
  const { view, compared } = viewSlice(slice, address);
  return drawPicture(slice, {
    positions: positions ?? mergePositions(slice.narrative.dossier.positions, view.at),
    theme: theme ?? view.theme ?? "light",
    expand: view.expand,
    select: view.select,
    ...(compared && !view.beside && { compared, kinds: view.shift }),
    date,
  });
}
