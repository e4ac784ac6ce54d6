/** The forms of a briefing: descriptors in one table, from which menu, API, command line and documentation are made. */
import type { BriefingDocument, Figure } from "../../graph-data/briefing/document.ts";
import { writeMarkdown } from "../../graph-data/briefing/markdown.ts";
import type { Briefing } from "../../graph-data/briefing/model.ts";
import { writeArchive } from "../../graph-data/formats/archive.ts";
import type { Views } from "../pages/views.ts";
import { writeHtml } from "./html.ts";

export const PAPERS = ["a4", "us-letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** What a form needs beside the document. */
export interface FormTools {
  readonly views: Views;
  /** The style sheet of a briefing. */
  readonly style: string;
  readonly paper: Paper;
}

export interface BriefingForm {
  readonly id: string;
  readonly label: string;
  /** Of a file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly describe: string;
  write(
    document: BriefingDocument,
    briefing: Briefing,
    tools: FormTools,
  ): string | Uint8Array | Promise<string | Uint8Array>;
}

export const FORMS: readonly BriefingForm[] = [
  {
    id: "html",
    label: "HTML",
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    describe: "One file that loads nothing, to mail and to open in any browser.",
    write: (document, _, { views, style }) => writeHtml(document, views, style),
  },
  {
    id: "md",
    label: "Markdown",
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    describe: "Markdown of the GitHub flavour, the figures inside as addresses of data.",
    write: (document) => writeMarkdown(document, inlineFigure),
  },
  {
    id: "md-zip",
    label: "Markdown, zipped",
    extension: "zip",
    mediaType: "application/zip",
    describe: "Markdown of the GitHub flavour, the figures beside it as SVG.",
    write: zipMarkdown,
  },
  {
    id: "json",
    label: "JSON",
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    describe: "The briefing as data, for programs; its schema is at /api/briefing-schema.json.",
    write: (_, briefing) => `${JSON.stringify(briefing, null, 2)}\n`,
  },
];

export const FORM_IDS = FORMS.map(({ id }) => id) as [string, ...string[]];

function inlineFigure({ svg }: Figure): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg, "utf8").toString("base64")}`;
}

function zipMarkdown(document: BriefingDocument): Uint8Array {
  const figures = document.blocks.filter((block) => block.kind === "figure");
  return writeArchive([
    ["briefing.md", writeMarkdown(document, ({ id }) => `figures/${id}.svg`)],
    ...figures.map(({ id, svg }) => [`figures/${id}.svg`, svg] as const),
  ]);
}
