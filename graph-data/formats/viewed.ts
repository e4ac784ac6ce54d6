/** How a slice is looked at, for the formats that hold a view. */
import { type Compared, compareWith } from "../display/compared.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { readQuery, writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import { parseAddress, parseView, type View, writeAddress } from "../lens/view.ts";

export interface Viewed {
  readonly view: View;
  /** Two slices, where the view compares; the slice itself is the later. */
  readonly compared: Compared | null;
}

/** `address`: query text, whose lens is the slice's. What cannot be read in it is passed over. */
export function viewSlice(slice: Slice, address = ""): Viewed {
  const { view } = parseView(address, slice.narrative);
  return { view, compared: view.compare ? compareWith(slice, view.compare) : null };
}

/**
 * The address under which a part opens as the whole was looked at: what asks for something that the part does not
 * have is left out. Without an address, the slice's lens.
 */
export function carryAddress(
  { narrative, lens }: Slice,
  address: string | undefined,
  part: NarrativeGraph,
): string {
  const wanted = address ?? writeLens(lens, narrative);
  const wrong = new Set(parseAddress(wanted, part).problems.map(({ path }) => path));
  const kept = readQuery(wanted).pairs.filter(([key]) => !wrong.has(key));
  const text = kept.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  const { problems, ...read } = parseAddress(text, part);
  return problems.length > 0 ? "" : writeAddress(read, part);
}
