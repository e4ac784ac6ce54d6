/** The formats that can be read, in the order in which they are asked whether a file is theirs. */
import { csvReader } from "./csv-reader.ts";
import { gdeltReader } from "./gdelt-reader.ts";
import { icewsReader } from "./icews-reader.ts";
import type { Reader } from "./reader.ts";

export const READERS: readonly Reader[] = [gdeltReader, icewsReader, csvReader];
