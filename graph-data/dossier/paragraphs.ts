/** A text's paragraphs: the runs between blank lines. Offsets are UTF-16 code units, as everywhere. */
export interface Paragraph {
  /** Counted from 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*/g)) {
    const end = match.index + match[0].trimEnd().length;
    paragraphs.push({ number: paragraphs.length + 1, start: match.index, end });
  }
  return paragraphs;
}

/** The paragraph in which an offset lies, or the last that begins before it. `null` in a text without any. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  return paragraphs.findLast((paragraph) => paragraph.start <= offset) ?? paragraphs[0] ?? null;
}
