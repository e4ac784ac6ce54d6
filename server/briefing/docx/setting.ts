/** What all that sets a part of the document has at hand. */
import type { Notes } from "./notes.ts";
import type { Sheet } from "./sheet.ts";

/** The library, which is loaded when a document is first asked for. */
export type Docx = typeof import("docx");

export interface Setting {
  readonly docx: Docx;
  readonly sheet: Sheet;
  readonly notes: Notes;
  /** Lists so far: each ordered one begins at 1. */
  readonly lists: { count: number };
}
