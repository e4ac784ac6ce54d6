/** The explorer itself with the slice inside, as one page that needs no server and no network. */
import { uniteSlices } from "../display/compared.ts";
import { UsageError } from "../errors.ts";
import { buildGraph } from "../graph/build.ts";
import { sliceDossier } from "./dossier.ts";
import type { Format } from "./format.ts";
import { carryAddress, viewSlice } from "./viewed.ts";

export const html: Format = {
  id: "html",
  label: "One HTML file",
  group: "pictures",
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  describe:
    "The explorer with the slice inside, as it is looked at: opens in a browser from a disk, without a network. Of a comparison, with both windows.",
  units: ["statements"],
  view: true,
  needs: ["explorer"],
  write(slice, { tools, address } = {}) {
    if (!tools?.explorer) throw new UsageError("One HTML file needs the built explorer, which is not here.");
    const { narrative } = slice;
    const { compared } = viewSlice(slice, address);
    const dossier = sliceDossier(compared ? uniteSlices(compared) : slice);
    const part = dossier === narrative.dossier ? narrative : buildGraph(dossier);
    return {
      content: tools.explorer(dossier, carryAddress(slice, address, part)),
      omitted:
        narrative.dossier.story && !dossier.story ? ["the story, which is told of the whole dossier"] : [],
    };
  },
};
