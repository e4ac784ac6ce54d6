/**
 * A document as plain data for the template (`views/briefing.typ`): words that can be set as they are, numbers of evidence
 * with where they lead, directions, addresses that are addresses.
 */
import { runsOf } from "../../graph-data/briefing/citations.ts";
import type {
  Block,
  BriefingDocument,
  EvidenceEntry,
  FacingSide,
  Inline,
} from "../../graph-data/briefing/document.ts";
import { type Direction, directionOf, directionOfRun } from "../../graph-data/briefing/isolate.ts";
import type { Drawing } from "./drawing.ts";
import type { Paper } from "./forms.ts";
import { inPieces, isMixed, readAddress, readLanguage, splitLongWords, tidy } from "./paper-words.ts";

export function prepareInput(document: BriefingDocument, paper: Paper, draw: (svg: string) => Drawing) {
  const { title, date, author, handling, running, facts, blocks } = document;
  const set = settersOf(blocks);
  return {
    paper,
    // As metadata, and as words to be set.
    name: tidy(title),
    day: readDay(date),
    title: inPieces(title),
    direction: directionOf(title),
    author: author === null ? null : tidy(author),
    date,
    handling: handling === null ? null : splitHandling(handling),
    running: inPieces(running),
    // Where all is read from left to right, some words may be held together, which takes their direction from them.
    mixed: isMixed(JSON.stringify(document)),
    facts: facts.map(({ label, value }) => ({ label: inPieces(label), value: inPieces(value) })),
    blocks: blocks.map((block) => prepareBlock(block, set, draw)),
  };
}

interface Setters {
  readonly inlines: (content: readonly Inline[]) => object[];
  /** Prose, and its direction. */
  readonly prose: (content: readonly Inline[]) => {
    readonly content: object[];
    readonly direction: Direction;
  };
}

function settersOf(blocks: readonly Block[]): Setters {
  const entries = new Set(blocks.flatMap((block) => (block.kind === "evidence" ? [block.number] : [])));
  const inlines: Setters["inlines"] = (content) =>
    holdCitations(content).map((inline) => prepareInline(inline, entries));
  const prose: Setters["prose"] = (content) => ({
    content: inlines(content),
    direction: directionOfRun(content),
  });
  return { inlines, prose };
}

function prepareBlock(block: Block, set: Setters, draw: (svg: string) => Drawing): object {
  const { inlines, prose } = set;
  switch (block.kind) {
    case "heading":
      return { ...block, text: inPieces(block.text), direction: directionOf(block.text) };
    case "paragraph":
      return { ...block, ...prose(block.content) };
    case "list":
      return { ...block, items: block.items.map(prose), direction: prose(block.items.flat()).direction };
    case "table":
      return {
        ...block,
        caption: inPieces(block.caption),
        columns: block.columns.map((column) => ({ ...column, label: inPieces(column.label) })),
        rows: block.rows.map((row) => row.map((cell) => inlines(cell))),
      };
    case "figure":
      return {
        ...block,
        ...prepareFigure(draw(block.svg)),
        alt: tidy(block.alt),
        caption: inlines(block.caption),
      };
    case "facing":
      return {
        ...block,
        title: inlines(block.title),
        sides: block.sides.map((side) => prepareSide(side, set)),
        long: block.sides.some(({ quotation }) => (quotation?.length ?? 0) > WHOLE),
      };
    case "evidence":
      return prepareEvidence(block);
  }
}

function prepareFigure({ svg, labels }: Drawing) {
  const tidied = labels.map((label) => ({
    ...label,
    words: label.words.map((piece) => ({ ...piece, text: tidy(piece.text) })),
  }));
  return { svg, labels: tidied };
}

/** Characters up to which a quotation is kept on one page. */
const WHOLE = 1200;

function prepareSide({ label, reads, quotation }: FacingSide, { inlines }: Setters) {
  return { label, reads: inlines(reads), quotation: prepareQuotation(quotation, null) };
}

function prepareEvidence(entry: EvidenceEntry) {
  const { quotation, language, reads, remark, source, details, links } = entry;
  return {
    ...entry,
    reads: inPieces(reads),
    quotation: prepareQuotation(quotation, language),
    remark: remark === null ? null : inPieces(remark),
    source: inPieces(source),
    details: inPieces(details.join("\u00a0· ")),
    links: links.map((link) => ({ text: link.text, href: readAddress(link.href) })),
    long: (quotation?.length ?? 0) > WHOLE,
  };
}

function prepareQuotation(quotation: string | null, language: string | null) {
  if (quotation === null) return null;
  return {
    words: splitLongWords(`“${tidy(quotation)}”`),
    direction: directionOf(quotation),
    ...readLanguage(language),
  };
}

/** Numbers of evidence begin no line: the space before them does not break. */
function holdCitations(content: readonly Inline[]): Inline[] {
  return content.map((inline, at) =>
    inline.kind === "text" && content[at + 1]?.kind === "cite"
      ? { ...inline, text: inline.text.replace(/ $/, "\u00a0") }
      : inline,
  );
}

function prepareInline(inline: Inline, entries: ReadonlySet<number>): object {
  switch (inline.kind) {
    case "text":
      return { ...inline, text: inPieces(inline.text) };
    case "link":
      return { ...inline, text: inPieces(inline.text), href: readAddress(inline.href) };
    case "cite":
      return { kind: "cite", parts: writeCitation(inline.numbers, entries) };
  }
}

/** “[1, 4–6]”, in pieces; `to` is where one leads. */
function writeCitation(numbers: readonly number[], entries: ReadonlySet<number>) {
  const lead = (number: number) => ({ text: `${number}`, to: entries.has(number) ? number : null });
  const sign = (text: string) => ({ text, to: null });
  if (numbers.length === 0) return [];
  return [
    sign("["),
    ...runsOf(numbers).flatMap(([first, last], at) => [
      ...(at === 0 ? [] : [sign(", ")]),
      ...(first === last ? [lead(first)] : [lead(first), sign("–"), lead(last)]),
    ]),
    sign("]"),
  ];
}

/** “TLP:AMBER” is set as a label of its own, as FIRST’s standard has it; the rest beside it. */
function splitHandling(handling: string) {
  const [, label = null, rest = ""] = /^(TLP:[A-Z]+(?:\+[A-Z]+)?)?\s*([\s\S]*)$/.exec(tidy(handling)) ?? [];
  return { label, rest: rest === "" ? null : inPieces(rest) };
}

function readDay(date: string | null) {
  const time = Date.parse(date ?? "");
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return null;
  const [year, month, day] = date.split("-").map(Number);
  return { year, month, day };
}
