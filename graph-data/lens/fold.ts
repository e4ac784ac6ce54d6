/** Text as it is searched: case, accents and width folded, so that "Élysée" is found by "elysee". */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a search, folded. */
export function foldWords(query: string): string[] {
  return foldText(query).split(/\s+/).filter(Boolean);
}
