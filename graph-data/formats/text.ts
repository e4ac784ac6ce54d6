/** Bytes → text, portion by portion: the one place that decodes. */
import { errorAt, InvalidDataError } from "../errors.ts";

export interface Decoder {
  /** The text of this portion, as far as its characters are whole. Throws `InvalidDataError` with the byte's place. */
  push(bytes: Uint8Array): string;
  /** What is left; throws where a character is cut off. */
  end(): string;
}

/** The platform's own, in browsers and Node alike, in as much as is used of it. */
interface PlatformDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM?: boolean },
) => PlatformDecoder;

/** Bytes that tell the encoding. */
const MARK_LENGTH = 4;

/**
 * `encoding`: a label of the Encoding Standard, for a file without a byte order mark; UTF-8 when absent. A mark, and
 * UTF-16 that begins with two characters of ASCII, are recognised; a mark is not part of the text. Bytes that are not
 * in the encoding are refused, never replaced.
 */
export function createDecoder(encoding?: string): Decoder {
  let decode: ((bytes: Uint8Array, last: boolean) => string) | null = null;
  let head: Uint8Array = new Uint8Array(0);
  const begin = () => {
    decode = decodeAs(encodingOf(head) ?? encoding ?? "utf-8");
    return decode;
  };
  return {
    push(bytes) {
      if (decode) return decode(bytes, false);
      head = join(head, bytes);
      return head.length < MARK_LENGTH ? "" : begin()(head, false);
    },
    end: () => (decode ? decode(new Uint8Array(0), true) : begin()(head, true)),
  };
}

/** The encoding that the first bytes tell; `null` when they tell none. */
export function encodingOf([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0 && b && (c === undefined || (c === 0 && d))) return "utf-16be";
  return a && b === 0 && (c === undefined || (c && d === 0)) ? "utf-16le" : null;
}

/** The first bytes of a file as text, to see what it is: nothing is refused. */
export function glance(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head) ?? "utf-8", { fatal: false }).decode(head);
}

function decodeAs(label: string): (bytes: Uint8Array, last: boolean) => string {
  const decoder = openDecoder(label);
  let read = 0;
  let tail: Uint8Array = new Uint8Array(0);
  return (bytes, last) => {
    try {
      const text = decoder.decode(bytes, { stream: !last });
      read += bytes.length;
      tail = join(tail, bytes.subarray(-MARK_LENGTH)).slice(-MARK_LENGTH);
      return text;
    } catch {
      const at = decoder.utf8 ? findMalformed(join(tail, bytes)) : tail.length;
      throw malformed(label, read - tail.length + at);
    }
  };
}

function openDecoder(label: string): PlatformDecoder & { readonly utf8: boolean } {
  try {
    if (/^(?:unicode-1-1-)?utf-?8$/i.test(label.trim())) return { utf8: true, ...openUtf8() };
    const decoder = new TextDecoder(label, { fatal: true });
    return { utf8: false, decode: (bytes, options) => decoder.decode(bytes, options) };
  } catch {
    const message = `"${label}" is not an encoding that can be read; UTF-8 and UTF-16 always can`;
    throw new InvalidDataError(message, [errorAt("encoding", message)]);
  }
}

/** Holds back the character that a portion cuts off: decoding in one go is twice as quick as in a stream. */
function openUtf8(): PlatformDecoder {
  const further = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let decoder = new TextDecoder("utf-8", { fatal: true });
  let held: Uint8Array = new Uint8Array(0);
  return {
    decode(bytes = new Uint8Array(0), { stream = false } = {}) {
      const all = held.length === 0 ? bytes : join(held, bytes);
      const end = stream ? wholeLength(all) : all.length;
      held = all.slice(end);
      if (end === 0) return "";
      const text = decoder.decode(all.subarray(0, end));
      // A mark is one at the beginning alone.
      decoder = further;
      return text;
    },
  };
}

/** Bytes before the character that is cut off at the end; all where none is. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (isContinuation(byte)) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function malformed(label: string, at: number): InvalidDataError {
  const message = `what stands here is not ${label.toUpperCase()}`;
  return new InvalidDataError(`byte ${at + 1}: ${message}`, [errorAt(`byte ${at + 1}`, message)]);
}

/**
 * Index of the first byte that begins no character in UTF-8 (Unicode Standard, table 3-7). Bytes that may end a
 * character begun before are passed over.
 */
function findMalformed(bytes: Uint8Array): number {
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at += 1;
  for (let length = 1; at < bytes.length; at += length) {
    length = sequenceLength(bytes, at);
    if (length === 0) return at;
  }
  return at;
}

/** Bytes of the character that begins here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >> 4 === 0xe ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  const rest = bytes.subarray(at + 2, at + length);
  return rest.length === length - 2 && rest.every(isContinuation) ? length : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >> 6 === 2;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
