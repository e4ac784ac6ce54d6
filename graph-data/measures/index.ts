/** The measures there are. A new one is one file and one line here. */
import { degree } from "./degree.ts";
import { inStrength } from "./in-strength.ts";
import type { Measure } from "./measure.ts";
import { outStrength } from "./out-strength.ts";
import { strength } from "./strength.ts";

export const MEASURES: readonly Measure[] = [degree, strength, inStrength, outStrength];
