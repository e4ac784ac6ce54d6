/** The formats that can be read, in the order in which they are asked whether a file is theirs. */
import type { Reader } from "./reader.ts";

export const READERS: readonly Reader[] = [];
