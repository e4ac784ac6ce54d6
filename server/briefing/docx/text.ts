/** Text of a dossier → text as a Word file holds it: what XML cannot hold, what docx would replace, which way it reads. */

/**
 * docx puts its own ids where it finds `{a name of its own}`, in words too. No brace of ours reaches it: this character,
 * which no text has, stands for the brace until the file is finished.
 */
const BRACE = "\u0001";

/** One line. What XML 1.0 cannot hold becomes U+FFFD. */
export function plain(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\r]+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
      .replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
      .replaceAll("{", BRACE)
  );
}

/** The braces of `plain` in finished XML. */
export function restoreBraces(xml: string): string {
  return xml.replaceAll(BRACE, "{");
}

/** Letters of the scripts that are written from right to left. */
const RIGHT = "\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}";
const ONE_RIGHT = `(?:(?!\\p{M})[${RIGHT}])`;
const ONE_LEFT = `(?:(?![${RIGHT}])\\p{L})`;
/** Around what is to be kept apart from the words beside it (`graph-data/briefing/isolate.ts`). */
const APART = "[\\u2066-\\u2069]";
/** From one letter to the last of the same direction before a letter of the other, with the marks on it. */
const RIGHTWARDS = new RegExp(`${ONE_RIGHT}(?:(?:(?!${ONE_LEFT}|${APART})[^])*${ONE_RIGHT})?\\p{M}*`, "gu");
const LEFTWARDS = new RegExp(`${ONE_LEFT}(?:(?:(?!${ONE_RIGHT}|${APART})[^])*${ONE_LEFT})?\\p{M}*`, "gu");

export interface Stretch {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** A text in stretches of one direction; what has none, as blanks and signs, goes with the text as a whole. */
export function splitDirections(text: string, rightToLeft: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  const add = (end: number, turned: boolean) => {
    if (end > done) stretches.push({ text: text.slice(done, end), rightToLeft: turned });
    done = end;
  };
  for (const match of text.matchAll(rightToLeft ? LEFTWARDS : RIGHTWARDS)) {
    add(match.index, rightToLeft);
    add(match.index + match[0].length, !rightToLeft);
  }
  add(text.length, rightToLeft);
  return stretches;
}

const RIGHT_LANGUAGES =
  /^(?:ar|arc|azb|ckb|dv|fa|he|iw|ji|ks|lrc|mzn|nqo|pnb|prs|ps|rhg|sd|syr|ug|ur|yi)(?:-|$)/i;
const FIRST_LETTER = /\p{L}/u;
const RIGHT_LETTER = new RegExp(`[${RIGHT}]`, "u");

/** By the script of its first letter, since a document may quote another language; by its language where it has none. */
export function readsFromRight(text: string, language: string | null): boolean {
  const letter = FIRST_LETTER.exec(text)?.[0];
  return letter === undefined ? RIGHT_LANGUAGES.test(language ?? "") : RIGHT_LETTER.test(letter);
}

/** As Word takes it, `uk`, `zh-Hant`; `null` for what is no tag of a language. */
export function tagOf(language: string | null): string | null {
  if (language === null) return null;
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}

const MOST_OF_ADDRESS = 2_000;

/** An address that Word opens, and that is well-formed also for it; `null` for any other. */
export function addressOf(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, origin, href: whole } = new URL(href);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const head = whole.startsWith(origin) ? origin : "";
  const rest = whole
    .slice(head.length)
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
    .replace(/%(?![\da-f]{2})/gi, "%25");
  const address = head + rest;
  return address.length > MOST_OF_ADDRESS ? null : address;
}
