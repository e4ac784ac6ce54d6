/** A small writer of XML 1.0 that keeps text as it is, line ends and blanks included. */
import { countWords } from "../display/words.ts";

/** Control characters and the like that no XML 1.0 file can hold, also not escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const REPLACEMENT = "\uFFFD";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** Writes XML and counts the characters that it had to replace because XML does not allow them. */
export class XmlWriter {
  readonly #parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  readonly #open: string[] = [];
  #replaced = 0;

  /** Characters replaced by U+FFFD so far. */
  get replaced(): number {
    return this.#replaced;
  }

  /** Opens an element; all that is written until `close` is in it. */
  open(name: string, attributes: XmlAttributes = {}): void {
    this.#line(`<${name}${this.#attributes(attributes)}>`);
    this.#open.push(name);
  }

  close(): void {
    const name = this.#open.pop();
    this.#line(`</${name}>`);
  }

  /** An element with text, or with nothing, in it. */
  element(name: string, attributes: XmlAttributes = {}, text = ""): void {
    const head = `<${name}${this.#attributes(attributes)}`;
    this.#line(text === "" ? `${head}/>` : `${head}>${this.#text(text)}</${name}>`);
  }

  /** An instruction that holds JSON: other programs pass over it. */
  instruction(target: string, value: unknown): void {
    this.#line(`<?${target} ${writeJson(value).replaceAll("?>", "?\\u003e")}?>`);
  }

  /** What was written. */
  toString(): string {
    return this.#parts.join("");
  }

  #line(text: string): void {
    this.#parts.push("  ".repeat(this.#open.length), text, "\n");
  }

  #attributes(attributes: XmlAttributes): string {
    return Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${escapeAll(this.#speakable(String(value)), /[&<>"\t\n\r]/g)}"`)
      .join("");
  }

  #text(text: string): string {
    return escapeAll(this.#speakable(text), /[&<>\r]/g);
  }

  #speakable(text: string): string {
    return text.replace(UNSPEAKABLE, () => {
      this.#replaced += 1;
      return REPLACEMENT;
    });
  }
}

function escapeAll(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => ESCAPES[character]!);
}

/** JSON that XML can hold whatever is in it: what XML does not allow is written as JSON's own escapes. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\uFFFE\uFFFF]/g, (character) =>
    character === "\uFFFE" ? "\\ufffe" : "\\uffff",
  );
}

/** As XML Schema writes a `double` that reads back to the same number; never `-0`. */
export function writeDouble(value: number): string {
  return String(value === 0 ? 0 : value);
}

/** Said of characters that were replaced; empty when there were none. */
export function describeReplaced(count: number): string[] {
  return count === 0 ? [] : [`${countWords(count, "control character")} that XML does not allow`];
}
