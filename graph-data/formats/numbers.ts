/** Numbers as files write them in texts. */

/** A finite number; `null` for all else, also for nothing but blanks. */
export function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
