/** The same picture as dots, for where no drawing can be put. */
import { UsageError } from "../errors.ts";
import { type Format, PNG_SCALE, PNG_SCALES } from "./format.ts";
import { omittedOfPicture } from "./omitted.ts";
import { drawView } from "./svg.ts";

export const png: Format = {
  id: "png",
  label: "Picture as PNG",
  group: "pictures",
  extension: "png",
  mediaType: "image/png",
  describe:
    "The network with title, lens, legend and sources, as it is looked at, one to four pixels a unit.",
  units: ["ties"],
  view: true,
  needs: ["rasterise"],
  write(slice, { scale = PNG_SCALE, ...options } = {}) {
    const { rasterise } = options.tools ?? {};
    if (!rasterise) throw new UsageError("A picture as PNG needs a program that draws, which is not here.");
    if (!PNG_SCALES.includes(scale))
      throw new UsageError(`A picture as PNG has a scale of ${PNG_SCALES.join(", ")}, not ${scale}.`);
    return { content: rasterise(drawView(slice, options), scale), omitted: omittedOfPicture(slice, "ties") };
  },
};
