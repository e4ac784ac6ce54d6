/** The lens: what the user has chosen to look at. Plain data; an absent field is no restriction. */
import type { Modality } from "../dossier/records.ts";

export interface Lens {
  /** Statements of these phases, in the dossier's order; `none`, the last, is those without a phase. */
  readonly phases?: readonly string[];
  /** EDTF; statements whose date may lie in the span from the start of `from` to the end of `to`. */
  readonly from?: string;
  readonly to?: string;
  /** Statements without a date: alone, or left out. Absent: they stay unless `from` or `to` is set. */
  readonly undated?: "only" | "no";
  readonly families?: readonly string[];
  readonly types?: readonly string[];
  /** `author` or actors' ids. */
  readonly voices?: readonly string[];
  /** Absent: all but hypothetical and desired. */
  readonly modalities?: readonly Modality[];
  readonly actors?: readonly string[];
  /** Steps out from `actors`; 1 when absent. */
  readonly depth?: number;
  /** `actors` stand for all that is part of them, too. */
  readonly side?: true;
  /** Shortest paths between two actors. */
  readonly path?: readonly [from: string, to: string];
  readonly narratives?: readonly string[];
  readonly documents?: readonly string[];
  /** Graded so or better (1 is best). Ungraded statements do not pass. */
  readonly credibility?: number;
  /** Words; each must occur in label, alias, quotation or note (case and accents folded). */
  readonly q?: string;
}

export const WHOLE: Lens = {};

/** What counts as an act when the lens does not say otherwise. */
export const DEFAULT_MODALITIES: readonly Modality[] = ["asserted", "insinuated", "reported"];

export const DEPTH = { least: 1, most: 10 } as const;

/** Whether the lens lets everything through that it lets through by default. */
export function isWhole(lens: Lens): boolean {
  return Object.values(lens).every((value) => value === undefined);
}
