/** What stands on every page: handling, dossier, date, page. */
import type { Footer, Header, Paragraph } from "docx";
import type { BriefingDocument } from "../../../graph-data/briefing/document.ts";
import { setText } from "./inlines.ts";
import type { Setting } from "./setting.ts";

export function setHeader({ handling, running }: BriefingDocument, setting: Setting): Header {
  const { docx } = setting;
  return new docx.Header({
    children: [
      ...setHandling(handling, setting),
      new docx.Paragraph({ style: "Header", children: setText(running, setting) }),
    ],
  });
}

export function setFooter({ handling, date }: BriefingDocument, setting: Setting): Footer {
  const { docx, sheet } = setting;
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  const page = new docx.TextRun({ children: [new docx.Tab(), "Page ", CURRENT, " of ", TOTAL_PAGES] });
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: "Footer",
        tabStops: [{ type: docx.TabStopType.RIGHT, position: sheet.textWidth }],
        children: [...setText(date ?? "", setting), page],
      }),
      ...setHandling(handling, setting),
    ],
  });
}

/** Flush right and in 12 points, as the Traffic Light Protocol asks for. */
function setHandling(handling: string | null, setting: Setting): Paragraph[] {
  if (handling === null) return [];
  return [new setting.docx.Paragraph({ style: "Handling", children: setText(handling, setting) })];
}
