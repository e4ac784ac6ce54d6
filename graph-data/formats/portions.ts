/** A file that can only be read whole: its portions put together. */
export function joinPortions(portions: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(portions.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const portion of portions) {
    all.set(portion, at);
    at += portion.length;
  }
  return all;
}
