/** What the desk and its worker say to each other. */
import type { BriefingDocument } from "../../graph-data/briefing/document.ts";
import type { FormId } from "../../graph-data/briefing/forms.ts";
import type { Words } from "../../graph-data/briefing/words-model.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { Problem } from "../../graph-data/errors.ts";
import type { Outline } from "./outline.ts";

/** What a briefing is asked with. */
export interface Asking {
  /** Query text of lens and view; of the view, comparison and axis count. */
  readonly address: string;
  readonly words: Words;
  /** ISO 8601 day. */
  readonly date: string | undefined;
  /** Where the dossier's pages are; `null` where no server has them. */
  readonly base: string | null;
}

/** Before any order. */
export interface Opening {
  readonly dossier: Dossier;
  /** Of the program. */
  readonly version: string;
}

export type Order =
  | { readonly kind: "brief"; readonly asking: Asking }
  | { readonly kind: "write"; readonly form: FormId; readonly asking: Asking }
  /** Text of a file → words. */
  | { readonly kind: "read"; readonly text: string }
  /** Words → text of a file. */
  | { readonly kind: "save"; readonly words: Words };

/** A problem of the words, by the way to its field. */
export interface Placed {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface Briefed {
  readonly kind: "briefed";
  readonly document: BriefingDocument;
  readonly outline: Outline;
  readonly problems: readonly Placed[];
}

export type Answer =
  | Briefed
  | { readonly kind: "written"; readonly content: string | Uint8Array; readonly document: BriefingDocument }
  | { readonly kind: "read"; readonly words: Words }
  | { readonly kind: "saved"; readonly text: string }
  | { readonly kind: "refused"; readonly message: string; readonly problems: readonly Problem[] };

export interface Numbered<T> {
  readonly number: number;
  readonly what: T;
}
