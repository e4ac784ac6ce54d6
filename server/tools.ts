/** What the formats cannot make by themselves: the explorer as one file, a picture of dots. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tools } from "../graph-data/formats/format.ts";
import { fillPage } from "../graph-data/formats/one-file.ts";
import { rasterise } from "./rasterise.ts";

/** `root`: the package's folder. Without the built page, the format of one HTML file is refused. */
export function createTools(root: string | null): Tools {
  const page = root && join(root, "dist", "page", "explorer.html");
  if (!page || !existsSync(page)) return { rasterise };
  let template: string | null = null;
  return {
    rasterise,
    explorer(dossier, address) {
      template ??= readFileSync(page, "utf8");
      return fillPage(template, dossier, address);
    },
  };
}
