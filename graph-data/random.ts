const { imul } = Math;

/** A number from 0 (included) to 1 (excluded). */
export type Rng = () => number;

/**
 * A small seeded generator (mulberry32, T. Ettinger 2017): the same seed gives the same numbers everywhere. Good enough
 * for layouts and permutation tests; not for secrets.
 */
export function seedRng(seed: number): Rng {
  // Kept as a signed number: V8 holds it without allocating. The sequence is that of the unsigned one.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
