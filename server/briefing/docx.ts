/** Document → a Word file. */
import type { BriefingDocument } from "../../graph-data/briefing/document.ts";
import { setBlock, setOpening } from "./docx/blocks.ts";
import { setNote } from "./docx/evidence.ts";
import { finish } from "./docx/finish.ts";
import { setFooter, setHeader } from "./docx/margins.ts";
import { createNotes } from "./docx/notes.ts";
import { writeFontTable, writeProperties } from "./docx/parts.ts";
import { drawPictures } from "./docx/pictures.ts";
import type { Docx, Setting } from "./docx/setting.ts";
import { layOut } from "./docx/sheet.ts";
import { writeStyles } from "./docx/styles.ts";
import type { Paper } from "./forms.ts";

export interface DocxOptions {
  readonly paper?: Paper;
}

/**
 * The same document gives the same bytes. A citation is a footnote where it is the first of its number, and leads to the
 * entry of the evidence everywhere else, see `docx/notes.ts`. Throws `UnavailableError` where a figure cannot be drawn.
 */
export async function writeDocx(
  document: BriefingDocument,
  { paper = "a4" }: DocxOptions = {},
): Promise<Uint8Array> {
  const docx = await import("docx");
  const setting: Setting = {
    docx,
    sheet: layOut(paper, document.handling !== null),
    notes: createNotes(document),
    lists: { count: 0 },
  };
  const [pictures, packed] = await Promise.all([
    drawPictures(document.blocks, setting.sheet),
    docx.Packer.pack(compose(document, setting), "uint8array", undefined, [
      { path: "word/styles.xml", data: writeStyles("en-GB") },
      { path: "word/fontTable.xml", data: writeFontTable() },
      { path: "docProps/core.xml", data: writeProperties(document) },
    ]),
  ]);
  return finish(packed, pictures);
}

function compose(document: BriefingDocument, setting: Setting): InstanceType<Docx["Document"]> {
  const { docx, sheet, notes } = setting;
  const { width, height, margins } = sheet;
  const children = [
    ...setOpening(document, setting),
    ...document.blocks.flatMap((block) => setBlock(block, setting)),
  ];
  return new docx.Document({
    compatibility: { version: 15 },
    numbering: {
      config: [
        { reference: "bullets", levels: [listLevel(docx, "BULLET", "•")] },
        { reference: "numbers", levels: [listLevel(docx, "DECIMAL", "%1.")] },
      ],
    },
    footnotes: Object.fromEntries(
      notes.made().map((entry) => [entry.number, { children: [setNote(entry, setting)] }]),
    ),
    sections: [
      {
        properties: { page: { size: { width, height }, margin: margins } },
        headers: { default: setHeader(document, setting) },
        footers: { default: setFooter(document, setting) },
        children,
      },
    ],
  });
}

/** Marks of lists hang before their text. */
function listLevel({ LevelFormat, AlignmentType }: Docx, format: "BULLET" | "DECIMAL", text: string) {
  return {
    level: 0,
    format: LevelFormat[format],
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 340, hanging: 340 } } },
  };
}
