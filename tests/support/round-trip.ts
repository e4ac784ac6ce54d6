/** Written, read and written again: the oracle of every format that can be read. */
import { expect } from "@jest/globals";
import fc from "fast-check";
import type { Slice } from "../../graph-data/lens/slice.ts";
import { readAs, sliceRead } from "./reading.ts";
import { wholeSlices, writeAs } from "./slices.ts";

export function expectRoundTrip(id: string, slice: Slice): void {
  const written = writeAs(id, slice);
  expect(writeAs(id, sliceRead(readAs(id, written)))).toBe(written);
}

export function expectAnyRoundTrip(id: string): void {
  fc.assert(fc.property(wholeSlices, (slice) => expectRoundTrip(id, slice)));
}
