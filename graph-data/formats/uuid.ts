/** UUIDs made from names: the same name gives the same UUID, everywhere and always. */

/** Of addresses, RFC 9562, section 6.6. */
export const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** Version 5 of RFC 9562: a namespace, itself a UUID, and a name of any length. */
export function uuidOfName(namespace: string, name: string): string {
  const hash = sha1([...bytesOfHex(namespace.replaceAll("-", "")), ...bytesOfText(name)]).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join("-");
}

function bytesOfHex(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** UTF-8. */
function bytesOfText(text: string): number[] {
  return [...text.toWellFormed()].flatMap((character) => {
    const code = character.codePointAt(0)!;
    const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
    return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
  });
}

/** FIPS 180-4, doi:10.6028/NIST.FIPS.180-4. Names identities here and protects nothing. */
function sha1(message: readonly number[]): number[] {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const padded = pad(message);
  for (let at = 0; at < padded.length; at += 64) mixBlock(state, padded.slice(at, at + 64));
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

/** To whole blocks of 64 bytes: a bit, zeros, and the length in bits. */
function pad(message: readonly number[]): number[] {
  const zeros = (64 + 55 - (message.length % 64)) % 64;
  const bits = message.length * 8;
  const length = [Math.floor(bits / 2 ** 32), bits >>> 0];
  return [
    ...message,
    0x80,
    ...new Array<number>(zeros).fill(0),
    ...length.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff)),
  ];
}

function mixBlock(state: number[], block: readonly number[]): void {
  const words = Array.from({ length: 16 }, (_, at) =>
    block.slice(at * 4, at * 4 + 4).reduce((word, byte) => (word << 8) | byte, 0),
  );
  for (let at = 16; at < 80; at += 1)
    words.push(rotate(words[at - 3]! ^ words[at - 8]! ^ words[at - 14]! ^ words[at - 16]!, 1));
  let [a, b, c, d, e] = state as [number, number, number, number, number];
  for (const [at, word] of words.entries()) {
    const next = (rotate(a, 5) + choose(at, b, c, d) + e + ROUNDS[Math.floor(at / 20)]! + word) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  for (const [at, word] of [a, b, c, d, e].entries()) state[at] = (state[at]! + word) | 0;
}

const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function choose(round: number, b: number, c: number, d: number): number {
  if (round < 20) return (b & c) | (~b & d);
  if (round >= 40 && round < 60) return (b & c) | (b & d) | (c & d);
  return b ^ c ^ d;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
