/**
 * Which citation becomes a footnote. Word numbers footnotes by their place. Evidence is numbered by its first citation,
 * so the two agree where a number gets its note as the next one: then, and only then, it gets one. All other citations
 * are links to the entry. The number that is printed is that of the evidence in any document.
 */
import type { BriefingDocument, EvidenceEntry } from "../../../graph-data/briefing/document.ts";

export interface Notes {
  /** Whether there is an entry to lead to. */
  has(number: number): boolean;
  entry(number: number): EvidenceEntry | undefined;
  /** Whether this citation, the next in reading order, is to be a footnote; if so, it is counted as made. */
  take(number: number): boolean;
  /** No more footnotes: the entries stand above by now, and would only be said again. */
  close(): void;
  /** Entries with a footnote, in order; the first has number 1. */
  made(): readonly EvidenceEntry[];
}

export function createNotes({ blocks }: BriefingDocument): Notes {
  const entries = new Map(
    blocks.flatMap((block) => (block.kind === "evidence" ? [[block.number, block] as const] : [])),
  );
  const made: EvidenceEntry[] = [];
  let open = true;
  return {
    has: (number) => entries.has(number),
    entry: (number) => entries.get(number),
    take(number) {
      const entry = entries.get(number);
      if (!open || !entry || number !== made.length + 1) return false;
      made.push(entry);
      return true;
    },
    close() {
      open = false;
    },
    made: () => made,
  };
}

/** The bookmark of an entry. Word takes letters, digits and underscores. */
export function bookmarkOf(number: number): string {
  return `evidence_${number}`;
}
