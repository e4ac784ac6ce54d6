/** The measures there are. A new one is one file and one line here. */
import type { Codebook } from "../dossier/codebook.ts";
import { degree } from "./degree.ts";
import { inStrength } from "./in-strength.ts";
import type { Measure } from "./measure.ts";
import { outStrength } from "./out-strength.ts";
import { strength } from "./strength.ts";

export type { Measure, MeasureArguments, MeasureParameter } from "./measure.ts";

export const MEASURES: readonly Measure[] = [degree, strength, inStrength, outStrength];

/**
 * The measures with their parameters filled in for a codebook: each for all relations together, then for each family,
 * with ids such as `in-strength:blame`. None of them has a parameter left.
 */
export function measuresFor({ families }: Pick<Codebook, "families">): Measure[] {
  return MEASURES.flatMap((measure) => [
    { ...measure, parameters: [], run: (slice) => measure.run(slice) },
    ...[...families.values()].map(
      ({ id: family, label }): Measure => ({
        ...measure,
        id: `${measure.id}:${family}`,
        label: `${measure.label}, ${label}`,
        question: `${measure.question.replace(/\?$/, "")}, counting ${label} alone?`,
        parameters: [],
        run: (slice) => measure.run(slice, { family }),
      }),
    ),
  ]);
}
