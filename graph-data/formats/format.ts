/** What a format is: a descriptor in a table. A new format is one file and one line in `index.ts`. */
import type { Slice } from "../lens/slice.ts";

export interface Format {
  readonly id: string;
  readonly label: string;
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What is in it and what reads it. */
  readonly describe: string;
  /** The same slice gives the same text. */
  write(slice: Slice): string;
}
