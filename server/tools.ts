/** What the formats cannot make by themselves: the explorer as one file, a picture of dots. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tools } from "../graph-data/formats/format.ts";
import { fillPage } from "../graph-data/formats/one-file.ts";
import { rasterise } from "./rasterise.ts";

/** The built explorer as one page without a dossier; `null` where it is not built. `root`: the package's folder. */
export function readTemplate(root: string): string | null {
  const file = join(root, "dist", "page", "explorer.html");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Without a template the format that needs one is refused. */
export function createTools(template: string | null): Tools {
  if (template === null) return { rasterise };
  return { rasterise, explorer: (dossier, address) => fillPage(template, dossier, address) };
}
