/** What a format is: a descriptor in a table. A new format is one file and one line in `index.ts`. */

import type { Positions } from "../display/elements.ts";
import type { Dossier } from "../dossier/records.ts";
import type { Slice } from "../lens/slice.ts";
import type { Theme } from "../lens/view.ts";

/** What becomes an edge or a row: each statement, or all statements of a tie together. */
export type Unit = "statements" | "ties";

/** Headings under which formats are offered, in this order. */
export const GROUPS = {
  networks: "Networks",
  tables: "Tables",
  exchange: "Exchange",
  pictures: "Pictures and pages",
} as const;
export type Group = keyof typeof GROUPS;

/** Device pixels to a unit of the drawing, and how many unless asked. */
export const PNG_SCALES: readonly number[] = [1, 2, 3, 4];
export const PNG_SCALE = 2;

/** What a format cannot make by itself is passed in. */
export interface Tools {
  /** SVG → PNG, `scale` device pixels to a unit. */
  rasterise?(svg: string, scale: number): Uint8Array;
  /** The explorer as one page, with a place for a dossier. */
  explorer?(dossier: Dossier, address: string): string;
}

export interface WriteOptions {
  /** One of the format's units; its first when absent. */
  readonly unit?: Unit;
  readonly theme?: Theme;
  /** One of `PNG_SCALES`. */
  readonly scale?: number;
  /** As they stand on the screen; the dossier's own when absent. */
  readonly positions?: Positions;
  /** The query text of the view, for a format that holds a view. */
  readonly address?: string;
  /** The day a picture is made, `YYYY-MM-DD`: printed where it is given. */
  readonly date?: string;
  readonly tools?: Tools;
}

export interface Written {
  readonly content: string | Uint8Array;
  /** What the format cannot hold of this slice, a sentence each, with counts: "3 notes". Empty when all is in it. */
  readonly omitted: readonly string[];
}

export interface Format {
  readonly id: string;
  readonly label: string;
  readonly group: Group;
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What is in it and what reads it. */
  readonly describe: string;
  /** What it can write, the default first. */
  readonly units: readonly Unit[];
  /** Holds how the slice is looked at, too: what is selected, moved, compared. */
  readonly view?: true;
  /** Tools without which it cannot write. */
  readonly needs?: readonly (keyof Tools)[];
  /** The same slice and options give the same bytes. */
  write(slice: Slice, options?: WriteOptions): Written;
}
