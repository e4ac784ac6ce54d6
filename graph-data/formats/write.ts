/** A slice in a format, or what keeps it from being written so. */
import { UnavailableError, UsageError } from "../errors.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format, Tools, WriteOptions, Written } from "./format.ts";

const NEEDED: Readonly<Record<keyof Tools, string>> = {
  explorer: "the built explorer",
  rasterise: "a program that draws",
};

/** Throws `UsageError` for options that the format does not have, `UnavailableError` where it lacks a tool. */
export function writeFormat(format: Format, slice: Slice, options: WriteOptions): Written {
  const { label, units, needs = [] } = format;
  const { unit, scale, tools = {} } = options;
  if (unit !== undefined && !units.includes(unit))
    throw new UsageError(`${label} holds ${units.join(" or ")}, not ${unit}.`);
  if (scale !== undefined && !needs.includes("rasterise"))
    throw new UsageError(`${label} has no pixels, so that it has no scale.`);
  for (const need of needs)
    if (!tools[need]) throw new UnavailableError(`${label} cannot be made here; it needs ${NEEDED[need]}.`);
  return format.write(slice, options);
}
