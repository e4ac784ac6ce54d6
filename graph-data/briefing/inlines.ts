/** Runs of text, as the sections of a document are made of them. */
import type { Inline, Paragraph } from "./document.ts";
import type { Sentence } from "./model.ts";
import { readProse } from "./prose.ts";

/** Statement's id → the number of its evidence. */
export type NumberOf = (statement: string) => number | undefined;

export function text(words: string, marks: { strong?: boolean; emphasis?: boolean } = {}): Inline {
  return { kind: "text", text: words, ...marks };
}

export function paragraph(content: readonly Inline[], role?: Paragraph["role"]): Paragraph {
  return { kind: "paragraph", content, ...(role && { role }) };
}

/** Sentences one after the other, each followed by its numbers. */
export function run(sentences: readonly Sentence[]): Inline[] {
  return sentences.flatMap(({ text: words, citations }, at): Inline[] => [
    text(`${at === 0 ? "" : " "}${words} `),
    { kind: "cite", numbers: citations },
  ]);
}

/** Prose within a paragraph of ours. */
export function flattenProse(markdown: string, numberOf: NumberOf): Inline[] {
  return readProse(markdown, numberOf).flatMap((block, at): Inline[] => [
    ...(at === 0 ? [] : [text(" ")]),
    ...(block.kind === "paragraph" ? block.content : block.items.flat()),
  ]);
}
