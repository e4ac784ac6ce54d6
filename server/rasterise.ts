/** SVG → PNG by resvg, which is loaded when a picture is first asked for: its binary is not there for every machine. */
import { createRequire } from "node:module";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { UnavailableError, UsageError } from "../graph-data/errors.ts";

/** Pixels of a picture; four bytes each while it is drawn. */
const MOST_PIXELS = 64_000_000;

/** What a picture's words are written with. */
export type Lettering = NonNullable<ResvgRenderOptions["font"]>;

interface Look {
  readonly lettering?: Lettering;
  readonly background?: string;
}

type Resvg = typeof import("@resvg/resvg-js");

/** The fonts of this machine: a picture has other dots elsewhere. */
const OF_THIS_MACHINE: Lettering = {
  loadSystemFonts: true,
  defaultFontFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
};

/** With which words came out already. */
const tried = new WeakSet<Lettering>();

/**
 * `scale`: pixels a unit of the drawing. Draws with the fonts of this machine, on nothing, unless told otherwise. Throws
 * where there are no fonts: a picture without its words would mislead.
 */
export function rasterise(svg: string, scale: number, look: Look = {}): Uint8Array {
  const resvg = requireResvg();
  const drawing = new resvg.Resvg(svg, prepare(resvg, scale, look));
  const pixels = drawing.width * drawing.height * scale ** 2;
  if (pixels > MOST_PIXELS)
    throw new UsageError(
      `The picture has ${drawing.width} × ${drawing.height} units, too many for ${scale} pixels a unit; SVG has no such limit.`,
    );
  return drawing.render().asPng();
}

/** The same on a thread of its own, for a drawing that is known to be no larger than a page. */
export async function rasteriseAside(svg: string, scale: number, look: Look = {}): Promise<Uint8Array> {
  const resvg = requireResvg();
  const image = await resvg.renderAsync(svg, prepare(resvg, scale, look));
  return image.asPng();
}

function prepare(resvg: Resvg, scale: number, { lettering = OF_THIS_MACHINE, background }: Look) {
  tryLettering(resvg, lettering);
  return { fitTo: { mode: "zoom", value: scale }, font: lettering, background } as const;
}

function tryLettering({ Resvg }: Resvg, lettering: Lettering): void {
  if (tried.has(lettering)) return;
  const word = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15" font-family="sans-serif">a</text></svg>`;
  const { pixels } = new Resvg(word, { font: lettering }).render();
  if (!pixels.some((value) => value > 0))
    throw new UnavailableError(
      "This machine has no fonts to write a picture's words with; the SVG needs none.",
    );
  tried.add(lettering);
}

function requireResvg(): Resvg {
  try {
    return createRequire(import.meta.url)("@resvg/resvg-js");
  } catch {
    throw new UnavailableError("No picture can be drawn on this kind of machine; the SVG can be taken.");
  }
}
