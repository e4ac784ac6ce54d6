/**
 * A briefing as a document: a row of blocks that say the same in every form. Each form (HTML, PDF, Word, Markdown) knows
 * how to set each kind of block, and nothing of dossiers. All text is plain: a form escapes it.
 */

/** A run of text within a paragraph, a list's item or a table's cell. */
export type Inline =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
      readonly code?: boolean;
    }
  /** Leads to an address outside, or to the page that the reader has the dossier on. */
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** Numbers of evidence, ascending: set as “[1, 4–6]”, each a link to its entry. */
  | { readonly kind: "cite"; readonly numbers: readonly number[] };

/**
 * `lead`: larger, of the bottom line. `warning`: what the reader must not miss. `note`: small, about the briefing itself.
 */
export type ParagraphRole = "lead" | "warning" | "note";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly role?: ParagraphRole;
  readonly content: readonly Inline[];
}

export interface List {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly (readonly Inline[])[];
}

/** 2: a section; 3: a part of it. The document's title is 1. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 2 | 3;
  /** Unique in the document: letters, digits and hyphens. */
  readonly id: string;
  readonly text: string;
}

export interface Column {
  readonly label: string;
  /** Share of the table's width; the columns' shares add up to 1. */
  readonly share: number;
  /** Numbers, set flush right. */
  readonly numeric?: boolean;
}

/** Its first column names the row. */
export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export interface Figure {
  readonly kind: "figure";
  /** Unique in the document: letters, digits and hyphens; also the name of its file, without the ending. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Self-contained, drawn on white. */
  readonly svg: string;
  /** In units of the drawing. */
  readonly width: number;
  readonly height: number;
  /** What to see. */
  readonly caption: readonly Inline[];
  /** The figure in words, for those who do not see it. */
  readonly alt: string;
}

/** Two quotations side by side. */
export interface Facing {
  readonly kind: "facing";
  readonly title: readonly Inline[];
  readonly sides: readonly [FacingSide, FacingSide];
}

export interface FacingSide {
  /** "Earlier", "Later". */
  readonly label: string;
  /** Who says what, as a sentence. */
  readonly reads: readonly Inline[];
  /** The document's own words, without quotation marks; `null` where there are none. */
  readonly quotation: string | null;
}

/** One numbered piece of evidence. */
export interface EvidenceEntry {
  readonly kind: "evidence";
  readonly number: number;
  /** Who says what. */
  readonly reads: string;
  /** The document's own words, without quotation marks; `null` where there are none. */
  readonly quotation: string | null;
  /** Language of the quotation, as the dossier has it; sets its direction and hyphenation. */
  readonly language: string | null;
  /** What must be said beside the quotation, as "nearly these words …". */
  readonly remark: string | null;
  /** Document, author, publisher, date, paragraph. */
  readonly source: string;
  /** The same in few words, for a note; left out where there are none shorter. */
  readonly place?: string;
  /** Voice, modality, phase, date, grade: each a few words. */
  readonly details: readonly string[];
  /** To the view, to the place in the text, to the original. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export type Block = Heading | Paragraph | List | Table | Figure | Facing | EvidenceEntry;

export interface BriefingDocument {
  readonly title: string;
  /** Language of the words that are ours. */
  readonly language: "en";
  /** ISO 8601, `2026-11-23`; `null` where the caller gave none. */
  readonly date: string | null;
  readonly author: string | null;
  /** Handling line, on every page: `TLP:AMBER – …`. */
  readonly handling: string | null;
  /** What stands at the top of every page: the dossier's title. */
  readonly running: string;
  /** Under the title, label and value: dossier, lens, what it rests on. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly Block[];
}
