/** The picture of the current view as PNG: our SVG, drawn by the browser at twice its size. */
import { mergePositions } from "../graph-data/display/elements.ts";
import { drawPicture } from "../graph-data/display/picture.ts";
import { fileName } from "../graph-data/formats/names.ts";
import { writeLens } from "../graph-data/lens/query.ts";
import type { Model } from "./state/model.ts";

const SCALE = 2;

/** Downloads the picture; gives its file name. */
export async function savePicture({ narrative, slice, compared, state, theme }: Model): Promise<string> {
  const { lens, view } = state.value;
  const svg = drawPicture(slice.value, {
    positions: mergePositions(narrative.dossier.positions, view.at),
    theme: theme.value,
    expand: view.expand,
    ...(compared.value && !view.beside && { compared: compared.value, kinds: view.shift }),
    date: new Date().toISOString().slice(0, 10),
  });
  const png = await rasterise(svg);
  const name = fileName(narrative.dossier.id, writeLens(lens, narrative), "png");
  const url = URL.createObjectURL(png);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
}

async function rasterise(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("the browser gave no image");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
