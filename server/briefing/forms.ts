/** The forms of a briefing as the server writes them; what they are called is in the table that the explorer has, too. */
import type { BriefingDocument, Figure } from "../../graph-data/briefing/document.ts";
import { FORM_FACTS, type FormFacts, type FormId, type Paper } from "../../graph-data/briefing/forms.ts";
import { writeMarkdown } from "../../graph-data/briefing/markdown.ts";
import { zipMarkdown } from "../../graph-data/briefing/markdown-archive.ts";
import type { Briefing } from "../../graph-data/briefing/model.ts";
import type { Views } from "../pages/views.ts";
import { writeDocx } from "./docx.ts";
import { writeHtml } from "./html.ts";
import { writePdf } from "./pdf.ts";

export { PAPERS, type Paper } from "../../graph-data/briefing/forms.ts";

/** What a form needs beside the document. */
export interface FormTools {
  readonly views: Views;
  /** The style sheet of a briefing. */
  readonly style: string;
  readonly paper: Paper;
}

type Write = (
  document: BriefingDocument,
  briefing: Briefing,
  tools: FormTools,
) => string | Uint8Array | Promise<string | Uint8Array>;

export interface BriefingForm extends FormFacts {
  readonly write: Write;
}

const WRITERS: Readonly<Record<FormId, Write>> = {
  pdf: (document, _, { paper }) => writePdf(document, { paper }),
  docx: (document, _, { paper }) => writeDocx(document, { paper }),
  html: (document, _, { views, style }) => writeHtml(document, views, style),
  md: (document) => writeMarkdown(document, inlineFigure),
  "md-zip": zipMarkdown,
  json: (_, briefing) => `${JSON.stringify(briefing, null, 2)}\n`,
};

/** In the order of the table. */
export const FORMS: readonly BriefingForm[] = FORM_FACTS.map((facts) => ({
  ...facts,
  write: WRITERS[facts.id],
}));

export const FORM_IDS = FORMS.map(({ id }) => id) as [string, ...string[]];

function inlineFigure({ svg }: Figure): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg, "utf8").toString("base64")}`;
}
