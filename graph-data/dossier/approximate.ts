/**
 * Approximate search: where a text has nearly these words, with the fewest edits.
 *
 * Dynamic programming over pattern × text (Sellers 1980, doi:10.1016/0196-6774(80)90016-4), only the cells that can
 * still lead to a match (Ukkonen 1985, doi:10.1016/0196-6774(85)90023-9). Each cell remembers where its match began,
 * so a match's start costs no second search, and the work of any input, also a hostile one, is counted as it is done.
 */

export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  /** Characters inserted, left out or replaced. */
  readonly errors: number;
}

/** Work that may still be done, in steps; several searches share one. Below 0: a search was broken off. */
export interface Budget {
  left: number;
}

/** What a column costs beside its cells. */
const COLUMN = 3;

/**
 * The matches with the fewest errors, at most `mostErrors`, from left to right, at most `mostMatches`. Empty when the
 * budget does not last. Cost: text × errors for ordinary texts, text × pattern for repetitive ones.
 */
export function searchApproximately(
  text: string,
  pattern: string,
  mostErrors: number,
  budget: Budget,
  mostMatches = 1_000,
): ApproximateMatch[] {
  const length = pattern.length;
  const wanted = Uint16Array.from({ length }, (_, row) => pattern.charCodeAt(row));
  const column = {
    errors: Uint32Array.from({ length: length + 1 }, (_, row) => row),
    starts: new Uint32Array(length + 1),
  };
  let allowed = Math.min(mostErrors, length);
  let last = allowed;
  let matches: ApproximateMatch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const rows = last < length ? last + 1 : length;
    budget.left -= rows + COLUMN;
    if (budget.left < 0) return [];
    if (rows > last) column.errors[rows] = allowed + 1;
    fillColumn(column, rows, wanted, text.charCodeAt(at), at);
    last = rows;
    while (last > 0 && column.errors[last]! > allowed) last -= 1;
    if (last < length) continue;
    const found = column.errors[length]!;
    if (found < allowed) matches = [];
    allowed = found;
    if (matches.length < mostMatches)
      matches.push({ start: column.starts[length]!, end: at + 1, errors: found });
  }
  return matches;
}

interface Column {
  /** Fewest edits between the pattern's first characters, as many as the row says, and some text that ends here. */
  readonly errors: Uint32Array;
  /** Where that text begins. */
  readonly starts: Uint32Array;
}

/** Turns the column of the text's character before `at` into that of the character `at`, from row 1 to `rows`. */
function fillColumn(
  { errors, starts }: Column,
  rows: number,
  wanted: Uint16Array,
  character: number,
  at: number,
): void {
  let diagonal = 0;
  let diagonalStart = at;
  let best = 0;
  let start = at + 1;
  for (let row = 1; row <= rows; row += 1) {
    const before = errors[row]!;
    const beforeStart = starts[row]!;
    const replaced = wanted[row - 1] === character ? diagonal : diagonal + 1;
    if (best + 1 < replaced) best += 1;
    else {
      best = replaced;
      start = diagonalStart;
    }
    if (before + 1 < best) {
      best = before + 1;
      start = beforeStart;
    }
    diagonal = before;
    diagonalStart = beforeStart;
    errors[row] = best;
    starts[row] = start;
  }
}
