/** Tools for formats that need some: the server's, but for a page without a program, so that nothing need be built. */
import type { Tools } from "../../graph-data/formats/format.ts";
import { fillPage } from "../../graph-data/formats/one-file.ts";
import { createTools } from "../../server/tools.ts";

export const EMPTY_PAGE = `<!doctype html>
<html lang="en"><head><title></title></head><body>
<script type="application/json" id="dossier"></script>
<script type="application/json" id="address"></script>
</body></html>`;

export const TOOLS: Tools = {
  ...createTools(null),
  explorer: (dossier, address) => fillPage(EMPTY_PAGE, dossier, address),
};
