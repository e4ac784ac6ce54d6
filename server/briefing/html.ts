/** Document → HTML: what the view prints, on a page and in a file of its own. */
import { createHash } from "node:crypto";
import { runsOf } from "../../graph-data/briefing/citations.ts";
import type { Block, BriefingDocument, Figure, Inline } from "../../graph-data/briefing/document.ts";
import { directionOf, directionOfRun } from "../../graph-data/briefing/isolate.ts";
import { styleBriefing } from "../../graph-data/briefing/style.ts";
import type { Views } from "../pages/views.ts";

/** What a view is given of a run of text: citations in runs, as it prints them. */
type Printed = Inline | { readonly kind: "cite"; readonly runs: ReturnType<typeof runsOf> };

/** The document as the view `partials/briefing` prints it. */
export function printDocument({ blocks, date, author, ...rest }: BriefingDocument) {
  return { ...rest, author, by: [date, author].filter(Boolean).join(" · "), blocks: blocks.map(printBlock) };
}

function printBlock(block: Block) {
  switch (block.kind) {
    case "heading":
      return { ...block, dir: directionOf(block.text) };
    case "paragraph":
      return { ...block, dir: directionOfRun(block.content), content: printInlines(block.content) };
    case "list":
      return {
        ...block,
        items: block.items.map((item) => ({ dir: directionOfRun(item), content: printInlines(item) })),
      };
    case "table":
      return { ...block, rows: block.rows.map((cells) => cells.map(printInlines)) };
    case "figure":
      return printFigure(block);
    case "facing":
      return {
        ...block,
        title: printInlines(block.title),
        sides: block.sides.map((side) => ({ ...side, reads: printInlines(side.reads) })),
      };
    default:
      return block;
  }
}

/** Its drawing under a name that says to the view: markup of our own, printed as it is. */
function printFigure({ kind, id, number, caption, svg }: Figure) {
  return { kind, id, number, caption: printInlines(caption), plainSvg: svg };
}

function printInlines(inlines: readonly Inline[]): Printed[] {
  return inlines.map((inline) =>
    inline.kind === "cite" ? { kind: "cite", runs: runsOf(inline.numbers) } : inline,
  );
}

/** One page that loads nothing: its style stands in it, and its policy lets nothing else in. */
export function writeHtml(document: BriefingDocument, views: Views, plain: string): Promise<string> {
  const style = styleBriefing(plain, document.running, document.handling);
  const digest = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return views.render("briefing-file", { ...printDocument(document), styleCss: style, policy });
}
