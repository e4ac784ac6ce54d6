/** Words, languages and addresses as Typst can set them. */

export type Direction = "ltr" | "rtl";

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

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether some of it is read from right to left. */
export function isMixed(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** As that of the first letter, which is how browsers judge what has `dir="auto"`; with an arrow, as the arrow points. */
export function directionOf(text: string): Direction {
  if (/[←→↔]/.test(text)) return "ltr";
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** Well-formed, on one line. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029 ]+/gu, " ");
}

/**
 * In a sentence of ours, names that are read from right to left keep their places: without marks on its sides, a comma or an
 * arrow between two of them would be drawn into their direction, and the second name would come to stand first.
 */
function steady(words: string): string {
  if (!RIGHT_TO_LEFT.test(words)) return words;
  return `${words.replace(/[←→↔,;:.!?()“”]/g, "\u200e$&\u200e")}\u200e`;
}

/** Letters of a word beyond which it may not fit a column. */
const LONG_WORD = 20;
const PIECE = 6;

export function inPieces(text: string, direction = directionOf(text)): Words {
  const words = tidy(text);
  return splitLongWords(direction === "rtl" ? words : steady(words));
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
