/** What forms a briefing has, as plain facts: from them menu, API, command line and documentation are made. */

export const PAPERS = ["a4", "us-letter"] as const;
export type Paper = (typeof PAPERS)[number];

export const PAPER_LABELS: Readonly<Record<Paper, string>> = { a4: "A4", "us-letter": "US Letter" };

interface Facts {
  readonly id: string;
  readonly label: string;
  /** Of a file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly describe: string;
  /** Needs a program that a browser does not have. */
  readonly serverOnly?: true;
}

export const FORM_TABLE = [
  {
    id: "pdf",
    label: "PDF",
    extension: "pdf",
    mediaType: "application/pdf",
    describe: "To print and to hand on: tagged, with bookmarks and links, its fonts inside.",
    serverOnly: true,
  },
  {
    id: "docx",
    label: "Word",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    describe: "To edit further, in Word or LibreOffice: styles, captions, footnotes, tables.",
    serverOnly: true,
  },
  {
    id: "html",
    label: "HTML",
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    describe: "One file that loads nothing, to mail and to open in any browser.",
  },
  {
    id: "md",
    label: "Markdown",
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    describe: "Markdown of the GitHub flavour, the figures inside as addresses of data.",
  },
  {
    id: "md-zip",
    label: "Markdown, zipped",
    extension: "zip",
    mediaType: "application/zip",
    describe: "Markdown of the GitHub flavour, the figures beside it as SVG.",
  },
  {
    id: "json",
    label: "JSON",
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    describe: "The briefing as data, for programs; its schema is at /api/briefing-schema.json.",
  },
] as const satisfies readonly Facts[];

export type FormId = (typeof FORM_TABLE)[number]["id"];

export interface FormFacts extends Facts {
  readonly id: FormId;
}

export const FORM_FACTS: readonly FormFacts[] = FORM_TABLE;
