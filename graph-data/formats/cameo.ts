/**
 * CAMEO, the codes of GDELT and ICEWS, in the words of the codebook: one table, by beginnings of codes. A code is a
 * string of two to four digits with its leading zeros; the longest beginning in the table decides.
 */
import { DEFAULT_CODEBOOK } from "../dossier/codebook.ts";
import type { Dossier, Family, RelationType } from "../dossier/records.ts";

/** Beginnings of codes → ids of relation types. */
export type CameoTable = Readonly<Record<string, string>>;

export const CAMEO: CameoTable = {
  "01": "cameo-01",
  "011": "evades",
  "015": "claims",
  "016": "denies",
  "018": "supports",
  "019": "supports",
  "02": "courts",
  "03": "courts",
  "04": "courts",
  "05": "supports",
  "06": "cooperates",
  "07": "supports",
  "08": "cooperates",
  "09": "cameo-09",
  "10": "criticises",
  "11": "criticises",
  "112": "blames",
  "12": "dismisses",
  "13": "threatens",
  "14": "criticises",
  "15": "threatens",
  "16": "criticises",
  "17": "threatens",
  "18": "attacks",
  "19": "attacks",
  "20": "attacks",
};

/** For what no family of the codebook takes: neither hostile nor friendly. */
export const OTHER: Family = {
  id: "other",
  label: "other",
  question: "What else is stated of whom?",
  sign: 0,
};

const OTHER_LABELS: ReadonlyMap<string, string> = new Map([
  ["cameo-01", "makes a public statement to"],
  ["cameo-09", "investigates"],
]);

/** The type of a code by the longest beginning in the table; `null` for what is no code, or is not in the table. */
export function typeOfCode(code: string, table: CameoTable): string | null {
  if (!/^\d{2,4}$/.test(code)) return null;
  for (let length = code.length; length > 0; length -= 1) {
    const beginning = code.slice(0, length);
    if (Object.hasOwn(table, beginning)) return table[beginning]!;
  }
  return null;
}

/** A code that a spreadsheet took for a number, with its zero again: no code begins with more than 20. */
export function restoreZero(code: string): string {
  return /^(?:2[1-9]|[3-9]\d)\d?$/.test(code) ? `0${code}` : code;
}

/** The codebook with the family `other`, which takes the types that it does not know; nothing if it knows all. */
export function codebookWith(types: Iterable<string>): Pick<Dossier, "families" | "relationTypes"> {
  const own = [...types].filter((id) => !DEFAULT_CODEBOOK.types.has(id)).sort();
  if (own.length === 0) return {};
  const relationTypes = own.map(
    (id): RelationType => ({ id, family: OTHER.id, label: OTHER_LABELS.get(id) ?? id }),
  );
  return { families: [...DEFAULT_CODEBOOK.families.values(), OTHER], relationTypes };
}
