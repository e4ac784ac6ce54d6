/**
 * How wide a text is and where it breaks, without a browser to ask. The estimate is on the generous side (it follows
 * DejaVu Sans, the widest of the system fonts), so that what does not overlap here overlaps nowhere.
 */

/** Labels of actors: centred below the node. Sizes in graph units. */
export const LABEL = {
  fontSize: 12,
  lineHeight: 14,
  /** Between the lowest point of the node's outline and the first line. */
  gap: 3,
  /** A line is broken before it grows wider; about 17 characters. */
  width: 110,
  lines: 3,
} as const;

/** Code points of a label that are looked at; no label shows more. */
const LONGEST = 400;

const NARROW = /[iljtfrI1|.,:;'’‘!()[\]{}/\\ ·`"-]/;
const BROAD = /[mwMWOQ@%—…&ЖМШЩЮжмшщюы]/;
const CAPITAL = /[\p{Lu}\p{N}+=<>~#?$€£]/u;
const UNSEEN = /[\p{M}\p{Cf}\u200B-\u200F]/u;

/** Whole-em characters: Hangul, kana, ideographs, full-width forms, pictographs. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f000
  );
}

/** Advance of one character in ems. */
function advance(character: string): number {
  if (isWide(character.codePointAt(0)!)) return 1.04;
  if (UNSEEN.test(character)) return 0;
  if (NARROW.test(character)) return 0.36;
  if (BROAD.test(character)) return 0.93;
  return CAPITAL.test(character) ? 0.67 : 0.6;
}

/** Estimated width of one line of text. */
export function estimateWidth(text: string, fontSize: number = LABEL.fontSize): number {
  let ems = 0;
  for (const character of text) ems += advance(character);
  return ems * fontSize;
}

/** One line without control characters, line ends, lone surrogates or runs of space. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}

/** A label's lines as every surface breaks it: at most three, balanced, an ellipsis where text is left out. */
export function wrapLabel(label: string): string[] {
  const { width, fontSize, lines: most } = LABEL;
  const words = splitWords(
    Array.from(label.slice(0, 2 * LONGEST))
      .slice(0, LONGEST)
      .join(""),
    width,
    fontSize,
  );
  const lines = fillLines(words, width, fontSize);
  if (lines.length > most) return cutLines(lines, width, fontSize, most);
  let even = lines;
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const attempt = fillLines(words, narrower, fontSize);
    if (attempt.length > lines.length) break;
    even = attempt;
  }
  return even;
}

/** Breaks a text into at most `most` lines no wider than `width`. Empty text has no line. */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines = fillLines(splitWords(text, width, fontSize), width, fontSize);
  return lines.length > most ? cutLines(lines, width, fontSize, most) : lines;
}

function splitWords(text: string, width: number, fontSize: number): string[] {
  const cleaned = cleanText(text);
  return cleaned === "" ? [] : cleaned.split(" ").flatMap((word) => breakWord(word, width, fontSize));
}

/** A word wider than a line, in pieces that fit. Marks stay with their letters. */
function breakWord(word: string, width: number, fontSize: number): string[] {
  if (estimateWidth(word, fontSize) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of new Intl.Segmenter("en").segment(word)) {
    if (piece !== "" && estimateWidth(piece + segment, fontSize) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function fillLines(words: readonly string[], width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.length === 0 ? null : `${lines.at(-1)} ${word}`;
    if (line !== null && estimateWidth(line, fontSize) <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

function cutLines(lines: readonly string[], width: number, fontSize: number, most: number): string[] {
  const last = [...new Intl.Segmenter("en").segment(lines[most - 1]!)].map(({ segment }) => segment);
  while (last.length > 0 && estimateWidth(`${last.join("")}…`, fontSize) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("").trimEnd()}…`];
}
