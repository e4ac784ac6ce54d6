/** A document as lines, each a paragraph as a reader has it: what any form of it must say. */
import type { Block, BriefingDocument, Inline } from "../../graph-data/briefing/document.ts";

/** Citations are spelt out; line breaks are blanks. */
export function linesOf({ title, date, author, facts, blocks }: BriefingDocument): string[] {
  return [
    title,
    [date, author].filter(Boolean).join(" · "),
    ...facts.map((fact) => `${fact.label}\t${fact.value}`),
    ...blocks.flatMap(linesOfBlock),
  ].map((line) => line.replace(/[\n\r]+/g, " "));
}

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [read(block.content)];
    case "list":
      return block.items.map(read);
    case "table":
      return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat().map(read)];
    case "figure":
      return [`Figure ${block.number}. ${read(block.caption)}`];
    case "facing": {
      const { title, sides } = block;
      return [
        read(title),
        ...sides.map(({ label }) => label),
        ...sides.map(({ reads }) => read(reads)),
        ...sides.map(({ quotation }) => (quotation === null ? "no quotation" : `“${quotation}”`)),
      ];
    }
    case "evidence": {
      const { number, reads, quotation, remark, source, details, links } = block;
      const said = [remark, source, ...details, ...links.map(({ text }) => text)];
      return [
        `[${number}]\t${reads}`,
        quotation === null ? "no quotation" : `“${quotation}”`,
        said.filter((part) => part !== null).join(" · "),
      ];
    }
  }
}

function read(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === "cite" ? `[${inline.numbers.join(", ")}]` : inline.text))
    .join("");
}

export function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case "paragraph":
      return [...block.content];
    case "list":
      return block.items.flat();
    case "table":
      return block.rows.flat(2);
    case "figure":
      return [...block.caption];
    case "facing":
      return block.sides.flatMap(({ reads }) => reads);
    default:
      return [];
  }
}

/** "[1–3, 7]" → "[1, 2, 3, 7]". */
export function spellOut(text: string): string {
  return text.replace(/\[[\d–, ]+\]/g, (numbers) =>
    numbers.replace(/(\d+)–(\d+)/g, (_, one, other) =>
      Array.from({ length: other - one + 1 }, (_each, at) => Number(one) + at).join(", "),
    ),
  );
}
