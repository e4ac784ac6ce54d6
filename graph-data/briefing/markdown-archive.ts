/** Document → an archive of Markdown with its figures beside it. */
import { writeArchive } from "../formats/archive.ts";
import type { BriefingDocument } from "./document.ts";
import { writeMarkdown } from "./markdown.ts";

export function zipMarkdown(document: BriefingDocument): Uint8Array {
  const figures = document.blocks.filter((block) => block.kind === "figure");
  return writeArchive([
    ["briefing.md", writeMarkdown(document, ({ id }) => `figures/${id}.svg`)],
    ...figures.map(({ id, svg }) => [`figures/${id}.svg`, svg] as const),
  ]);
}
