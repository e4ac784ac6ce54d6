/** Words, languages and addresses as Typst can set them. */
import { RIGHT_TO_LEFT } from "../../graph-data/briefing/isolate.ts";

/** Text; long words in pieces, between which a line may break. */
export type Words = string | readonly string[];

/** What Typst knows of a language: two or three letters, and a region of two. */
export function readLanguage(tag: string | null) {
  const [, lang = null, region = null] =
    /^([a-z]{2,3})(?:-(?:[a-z]{4}-)?([a-z]{2}))?\b/i.exec(tag ?? "") ?? [];
  return { lang: lang?.toLowerCase() ?? null, region: region?.toUpperCase() ?? null };
}

/** An address on the web, else none: others lead nowhere from a file on paper or in a mail. */
export function readAddress(href: string): string | null {
  if (!/^https?:\/\//i.test(href) || href.length > 2000 || !URL.canParse(href)) return null;
  return new URL(href).href;
}

/** Whether some of it is read from right to left. */
export function isMixed(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Well-formed, on one line. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029 ]+/gu, " ");
}

/** Letters of a word beyond which it may not fit a column. */
const LONG_WORD = 20;
const PIECE = 6;

export function inPieces(text: string): Words {
  return splitLongWords(tidy(text));
}

export function splitLongWords(words: string): Words {
  const parts = words.split(/(\s+)/);
  if (parts.every((word) => word.length <= LONG_WORD)) return words;
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  return parts.flatMap((word) => {
    // Letters that are joined would come apart.
    if (word.length <= LONG_WORD || RIGHT_TO_LEFT.test(word)) return [word];
    const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
    return Array.from({ length: Math.ceil(letters.length / PIECE) }, (_, at) =>
      letters.slice(at * PIECE, (at + 1) * PIECE).join(""),
    );
  });
}
