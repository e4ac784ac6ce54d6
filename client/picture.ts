/** The picture of the current view as PNG: our SVG, drawn by the browser. */
import { svg } from "../graph-data/formats/svg.ts";
import { type Saved, saveFile, writeHere } from "./export.ts";
import type { Model } from "./state/model.ts";

/** Downloads the picture, `scale` pixels a unit. */
export async function savePicture(model: Model, scale: number): Promise<Saved> {
  const { content, omitted } = await writeHere(svg, model);
  return { name: saveFile(await rasterise(String(content), scale), "png", model), omitted };
}

async function rasterise(drawing: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("the browser gave no image");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
