/** Which encoding a table's bytes are in. Tables seldom say, and are often in that of an office long ago. */
import type { ReadOptions } from "./reader.ts";
import { createDecoder, encodingOf } from "./text.ts";

const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * By the byte order mark; by zero bytes, which text has only in UTF-16; by being UTF-8; and else by whether bytes
 * beyond ASCII stand in words of their own, as in Cyrillic (Windows-1251), or among Latin letters (Windows-1252).
 */
export function recogniseEncoding(head: Uint8Array): Encoding {
  const marked = encodingOf(head);
  if (marked !== null) return marked as Encoding;
  const [even, odd] = countZeros(head);
  if (odd > even * 4 && odd > head.length / 8) return "utf-16le";
  if (even > odd * 4 && even > head.length / 8) return "utf-16be";
  if (isUtf8(head)) return "utf-8";
  return isCyrillic(head) ? "windows-1251" : "windows-1252";
}

/** At even and at odd places. */
function countZeros(bytes: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  return zeros;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    createDecoder("utf-8").push(head);
    return true;
  } catch {
    return false;
  }
}

/** Letters beyond ASCII follow one another more often than they touch a Latin letter. */
function isCyrillic(bytes: Uint8Array): boolean {
  let own = 0;
  let mixed = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const [one, other] = [isHigh(bytes[at - 1]!), isHigh(bytes[at]!)];
    if (one && other) own += 1;
    else if ((one && isLatin(bytes[at]!)) || (other && isLatin(bytes[at - 1]!))) mixed += 1;
  }
  return own > mixed;
}

const isHigh = (byte: number) => byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;

const isLatin = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** The first bytes as text, in the encoding that they are recognised by. A character that is cut off is left away. */
export function headText(head: Uint8Array, encoding: string = recogniseEncoding(head)): string {
  const decoder = createDecoder(encoding);
  const text = decoder.push(head);
  // A file of a few bytes is decoded only once it has ended.
  return text === "" && head.length > 0 ? decoder.end() : text;
}

export function firstLine(head: Uint8Array): string {
  return headText(head).split(/\r\n|\r|\n/, 1)[0]!;
}

/** The encoding that the user names; `undefined` where nobody does. */
export function encodingIn({ encoding }: ReadOptions): string | undefined {
  return typeof encoding === "string" ? encoding : undefined;
}
