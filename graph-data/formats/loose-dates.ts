/** Dates as tables have them → EDTF. */
import { parseDate } from "../dossier/dates.ts";

/**
 * EDTF as it stands; `20240307`, `2024/3/7`, `7.3.2024`, days with a time; `7/3/2024` only where one of the two can be
 * no month. `null` for what is no date, or could be two.
 */
export function readLooseDate(text: string): string | null {
  const date = text.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d/.test(date)) return parseDate(date) === null ? null : date;
  const [year, month, day] = partsOf(date) ?? [];
  if (year !== undefined) {
    const plain = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
    return parseDate(plain) === null ? null : plain;
  }
  return parseDate(date) === null ? null : date;
}

const WITH_TIME = String.raw`(?:[T ]\d{1,2}:\d\d.*)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${WITH_TIME}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([/.])(\d{1,2})\2(\d{4})${WITH_TIME}`);

function partsOf(date: string): [year: string, month: string, day: string] | null {
  const together = /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? YEAR_FIRST.exec(date);
  if (together) return [together[1]!, together[2]!, together[3]!];
  const last = YEAR_LAST.exec(date);
  if (!last) return null;
  const [, one = "", mark, other = "", year = ""] = last;
  if (mark === "." || Number(one) > 12) return [year, other, one];
  return Number(other) > 12 ? [year, one, other] : null;
}
