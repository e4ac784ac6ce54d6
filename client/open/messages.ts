/** What the page and its worker say to each other. */
import type { Problem } from "../../graph-data/errors.ts";
import type { Proposal } from "../../graph-data/formats/reader.ts";
import type { Opened } from "./kept.ts";

/** A format that can be opened, as it is offered. */
export interface Readable {
  readonly label: string;
  readonly extensions: readonly string[];
  readonly describe: string;
}

export type Stage = "reading" | "checking" | "arranging";

export type Order =
  | { readonly kind: "list" }
  /** `columns`: as they were confirmed; without them a table is answered with a proposal. */
  | { readonly kind: "read"; readonly file: File; readonly columns?: Readonly<Record<string, string>> };

export type Answer =
  | { readonly kind: "readable"; readonly formats: readonly Readable[] }
  /** `share`: of the stage, 0 to 1; `null` where nobody knows. */
  | { readonly kind: "progress"; readonly stage: Stage; readonly share: number | null }
  /** `fields`: what a column can be. */
  | { readonly kind: "columns"; readonly proposal: Proposal; readonly fields: readonly string[] }
  | { readonly kind: "opened"; readonly opened: Opened }
  | { readonly kind: "failed"; readonly message: string; readonly problems: readonly Problem[] };
