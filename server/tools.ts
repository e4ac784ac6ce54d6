/** What formats and briefings cannot make by themselves: the explorer as one file, a picture of dots, a page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tools } from "../graph-data/formats/format.ts";
import { fillPage } from "../graph-data/formats/one-file.ts";
import { readBriefingStyle } from "./http/briefing-style.ts";
import { createViews, type Views } from "./pages/views.ts";
import { rasterise } from "./rasterise.ts";

export interface ServerTools extends Tools {
  readonly views: Views;
  /** The style sheet of briefings. */
  readonly briefingStyle: () => string;
}

/** The built explorer as one page without a dossier; `null` where it is not built. `root`: the package's folder. */
export function readTemplate(root: string): string | null {
  const file = join(root, "dist", "page", "explorer.html");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/**
 * `root`: the package's folder. Without `template`, the built explorer as one page, the format that needs one is refused.
 */
export function createTools(root: string, template = readTemplate(root)): ServerTools {
  const folder = join(root, "views");
  const tools = {
    rasterise,
    views: createViews(folder),
    briefingStyle: () => readBriefingStyle(folder),
  };
  if (template === null) return tools;
  return { ...tools, explorer: (dossier, address) => fillPage(template, dossier, address) };
}
