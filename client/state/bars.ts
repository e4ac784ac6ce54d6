/** The bars of the time strip: statements of each phase, stacked by family, under the rest of the lens. Pure. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";

export interface Bar {
  /** The phase's id. */
  readonly id: string;
  readonly label: string;
  readonly total: number;
  /** In the codebook's order, from the ground up; families without a statement are left out. */
  readonly parts: readonly { readonly family: string; readonly count: number }[];
}

export function buildBars(narrative: NarrativeGraph, lens: Lens): Bar[] {
  const { statements } = sliceGraph(narrative, { ...lens, phases: undefined });
  const families = [...narrative.codebook.families.keys()];
  return narrative.phases.map(({ id, label }, step) => {
    const inPhase = statements.filter((statement) => statement.step === step);
    const parts = families.map((family) => ({
      family,
      count: inPhase.filter((statement) => statement.family === family).length,
    }));
    return { id, label, total: inPhase.length, parts: parts.filter(({ count }) => count > 0) };
  });
}

/** The phases from those of the lens to the one given, without a gap. */
export function phaseRun({ phases }: NarrativeGraph, lens: Lens, to: string): string[] {
  const order = phases.map(({ id }) => id);
  const steps = [...(lens.phases ?? []), to].map((id) => order.indexOf(id));
  return order.slice(Math.min(...steps), Math.max(...steps) + 1);
}
