/** What a measure of actors is: a descriptor, from which forms, help, the API and addresses are made. */
import type { Slice } from "../lens/slice.ts";

export interface MeasureParameter {
  readonly id: string;
  readonly label: string;
  /** What is allowed; a family of the slice's codebook, or all of them together when absent. */
  readonly kind: "family";
}

export type MeasureArguments = Readonly<Record<string, string | undefined>>;

export interface Measure {
  readonly id: string;
  readonly label: string;
  /** The question that it answers, for people who do not know its name. */
  readonly question: string;
  readonly parameters: readonly MeasureParameter[];
  /** Where it comes from, with DOI. */
  readonly literature: string;
  /** A number for each actor of the slice, in its order. */
  run(slice: Slice, values?: MeasureArguments): Map<string, number>;
}

export const FAMILY: MeasureParameter = { id: "family", label: "family of relations", kind: "family" };

/** B. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani on strength. */
export const BARRAT =
  "A. Barrat et al. (2004): The architecture of complex weighted networks. PNAS 101(11), doi:10.1073/pnas.0400087101";
