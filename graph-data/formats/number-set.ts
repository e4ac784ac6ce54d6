/**
 * Whole numbers that came before, a bit each, in pages of those that lie together: a million event numbers in a row
 * take 130 kB.
 */
const PAGE = 4_096;

export class NumberSet {
  readonly #pages = new Map<number, Uint32Array>();

  /** Whether it was not there yet. For whole numbers from 0 to 2⁵³. */
  add(value: number): boolean {
    const key = Math.floor(value / PAGE);
    const bit = value - key * PAGE;
    let page = this.#pages.get(key);
    if (!page) {
      page = new Uint32Array(PAGE / 32);
      this.#pages.set(key, page);
    }
    const [word, mask] = [bit >>> 5, 1 << (bit & 31)];
    if ((page[word]! & mask) !== 0) return false;
    page[word]! |= mask;
    return true;
  }
}
