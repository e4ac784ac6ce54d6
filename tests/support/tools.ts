/** Tools for formats that need some: the server's, but for a page without a program, so that nothing need be built. */
import { fileURLToPath } from "node:url";
import { fillPage } from "../../graph-data/formats/one-file.ts";
import { createTools, type ServerTools } from "../../server/tools.ts";

export const EMPTY_PAGE = `<!doctype html>
<html lang="en"><head><title></title></head><body>
<script type="application/json" id="dossier"></script>
<script type="application/json" id="address"></script>
</body></html>`;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const TOOLS: ServerTools = {
  ...createTools(ROOT, null),
  explorer: (dossier, address) => fillPage(EMPTY_PAGE, dossier, address),
};
