/** Ids of another program → ids of a dossier: valid, unique, and left as they are wherever they can be. */
import { ID_PATTERN, LIMITS } from "../dossier/limits.ts";

/** Characters that are left for "-2" and its like. */
const ROOM_FOR_ENDING = 20;

export interface Ids {
  /** The id of what the file calls this; made at the first call. */
  of(raw: string): string;
  /** Another id for another thing that the file calls the same. */
  another(raw: string): string;
  /** An id for what the file gives none. */
  fresh(): string;
  /** Whether the file's own word could not be kept. */
  readonly changed: (raw: string) => boolean;
}

/** `stem`: what ids begin with that are made from nothing; `taken`: words that may not be used. */
export function createIds(raws: Iterable<string>, stem: string, taken: Iterable<string> = []): Ids {
  const used = new Set(taken);
  const known = new Map<string, string>();
  // What is valid comes first, so that a mended id never takes its place.
  for (const raw of raws) {
    if (!isValidId(raw) || used.has(raw)) continue;
    known.set(raw, raw);
    used.add(raw);
  }
  const endings = new Map<string, number>();
  const take = (wanted: string): string => {
    let id = wanted;
    for (let at = endings.get(wanted) ?? 2; used.has(id); at += 1) {
      id = `${wanted}-${at}`;
      endings.set(wanted, at + 1);
    }
    used.add(id);
    return id;
  };
  let made = 0;
  return {
    of(raw) {
      const before = known.get(raw);
      if (before !== undefined) return before;
      const id = take(mendId(raw, stem));
      known.set(raw, id);
      return id;
    },
    another: (raw) => take(mendId(raw, stem)),
    fresh() {
      made += 1;
      return take(`${stem}${made}`);
    },
    changed: (raw) => known.get(raw) !== raw,
  };
}

export function isValidId(text: string): boolean {
  return text.length <= LIMITS.idLength && ID_PATTERN.test(text);
}

/** Letters and digits stay; what may not stand in an id becomes a hyphen. */
export function mendId(raw: string, stem: string): string {
  const words = raw
    .toWellFormed()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}_.:@-]+/gu, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, "");
  const short = words
    .slice(0, LIMITS.idLength - ROOM_FOR_ENDING)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  return isValidId(short) ? short : stem;
}
