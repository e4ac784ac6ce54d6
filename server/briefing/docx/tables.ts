/** Tables that Word edits: heads that repeat, rows that do not break. */
import type { Paragraph, ParagraphChild, Table as WordTable } from "docx";
import type { Facing, FacingSide, Inline, Table } from "../../../graph-data/briefing/document.ts";
import { setQuotation } from "./evidence.ts";
import { setInlines, setText } from "./inlines.ts";
import type { Setting } from "./setting.ts";
import { shareOut } from "./sheet.ts";

interface Grid {
  readonly style: "BriefingTable" | "FacingTable";
  readonly widths: readonly number[];
  readonly head: readonly Paragraph[];
  readonly rows: readonly (readonly Paragraph[])[];
  /** Whether the first column names the row. */
  readonly named: boolean;
}

export function setTable({ caption, columns, rows }: Table, setting: Setting): (Paragraph | WordTable)[] {
  const { docx, sheet } = setting;
  const cell = (style: string, numeric: boolean | undefined, children: ParagraphChild[]) =>
    new docx.Paragraph({ style, children, ...(numeric && { alignment: docx.AlignmentType.RIGHT }) });
  const title = new docx.Paragraph({ style: "TableCaption", children: setText(caption, setting) });
  const grid = setGrid(
    {
      style: "BriefingTable",
      named: true,
      widths: shareOut(
        sheet.textWidth,
        columns.map(({ share }) => share),
      ),
      head: columns.map(({ label, numeric }) => cell("TableHead", numeric, setText(label, setting))),
      rows: rows.map((cells) =>
        cells.map((content, at) => cell("TableText", columns[at]?.numeric, setInlines(content, setting))),
      ),
    },
    setting,
  );
  return [title, grid, spaceAfter(setting)];
}

/** Two quotations side by side, kept on one page. */
export function setFacing({ title, sides }: Facing, setting: Setting): (Paragraph | WordTable)[] {
  const { docx, sheet } = setting;
  const heading = new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_3,
    children: setInlines(title, setting),
  });
  const cell = (style: string, children: ParagraphChild[]) =>
    new docx.Paragraph({ style, keepNext: true, children });
  const grid = setGrid(
    {
      style: "FacingTable",
      named: false,
      widths: shareOut(
        sheet.textWidth,
        sides.map(() => 1),
      ),
      head: sides.map(({ label }) => cell("TableHead", setText(label, setting))),
      rows: [
        sides.map(({ reads }) => cell("TableText", setInlines(reads, setting))),
        sides.map((side) => setQuotation(side.quotation, languageOf(side, setting), setting, "TableQuote")),
      ],
    },
    setting,
  );
  return [heading, grid, spaceAfter(setting)];
}

/** As the evidence has it that the side cites. */
function languageOf({ reads }: FacingSide, { notes }: Setting): string | null {
  const cited = reads.flatMap((inline: Inline) => (inline.kind === "cite" ? inline.numbers : []));
  return (cited[0] === undefined ? undefined : notes.entry(cited[0]))?.language ?? null;
}

function setGrid({ style, widths, head, rows, named }: Grid, { docx, sheet }: Setting): WordTable {
  const row = (cells: readonly Paragraph[], tableHeader = false) =>
    new docx.TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (paragraph, at) =>
          new docx.TableCell({ width: { size: widths[at]!, type: "dxa" }, children: [paragraph] }),
      ),
    });
  return new docx.Table({
    style,
    layout: "fixed",
    width: { size: sheet.textWidth, type: "dxa" },
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      firstColumn: named,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells))],
  });
}

/** Two tables with nothing between them would be one. */
function spaceAfter({ docx }: Setting): Paragraph {
  return new docx.Paragraph({ style: "AfterTable" });
}
