/** SVG → PNG by resvg, which is loaded when a picture is first asked for: its binary is not there for every machine. */
import { createRequire } from "node:module";
import type { Resvg as ResvgClass } from "@resvg/resvg-js";
import { UnavailableError, UsageError } from "../graph-data/errors.ts";

/** Pixels of a picture; four bytes each while it is drawn. */
const MOST_PIXELS = 64_000_000;

const FONT = { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" };

let known: typeof ResvgClass | null = null;

/** Draws with the fonts of this machine. Throws where it has none: a picture without its words would mislead. */
export function rasterise(svg: string, scale: number): Uint8Array {
  const Resvg = loadResvg();
  const drawing = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font: FONT });
  const pixels = drawing.width * drawing.height * scale ** 2;
  if (pixels > MOST_PIXELS)
    throw new UsageError(
      `The picture has ${drawing.width} × ${drawing.height} units, too many for ${scale} pixels a unit; SVG has no such limit.`,
    );
  return drawing.render().asPng();
}

function loadResvg(): typeof ResvgClass {
  if (known) return known;
  const { Resvg } = requireResvg();
  const word = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15" font-family="sans-serif">a</text></svg>`;
  const { pixels } = new Resvg(word, { font: FONT }).render();
  if (!pixels.some((value) => value > 0))
    throw new UnavailableError(
      "This machine has no fonts to write a picture's words with; the SVG needs none.",
    );
  known = Resvg;
  return known;
}

function requireResvg(): { Resvg: typeof ResvgClass } {
  try {
    return createRequire(import.meta.url)("@resvg/resvg-js");
  } catch {
    throw new UnavailableError("No picture can be drawn on this kind of machine; the SVG can be taken.");
  }
}
