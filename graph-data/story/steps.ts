/** The story of a dossier: its steps with their lens read, and the statements that each rests on. */
import { errorAt, type Problem } from "../errors.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { type Lens, WHOLE } from "../lens/lens.ts";
import { parseLens } from "../lens/query.ts";
import { type Address, resolveSelected } from "../lens/view.ts";

export interface Step {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly lens: Lens;
  /** What is picked out: entries of a selection that the dossier has. */
  readonly select: readonly string[];
  /** The statements picked out, those of lines included; in the order of the step. */
  readonly cited: readonly StatementEdge[];
  /** A lens that cannot be used is left away, unknown entries are; both are said. */
  readonly problems: readonly Problem[];
}

const steps = new WeakMap<NarrativeGraph, readonly Step[]>();

/** All steps, read once; none when the dossier tells no story. */
export function tellStory(narrative: NarrativeGraph): readonly Step[] {
  const known = steps.get(narrative);
  if (known) return known;
  const told = (narrative.dossier.story ?? []).map((_, at) => readStep(narrative, at));
  steps.set(narrative, told);
  return told;
}

function readStep(narrative: NarrativeGraph, at: number): Step {
  const { title, text, lens = "", highlight = [] } = narrative.dossier.story![at]!;
  const parsed = parseLens(lens, narrative);
  const usable = parsed.problems.length === 0;
  const select = highlight.filter((entry) => resolveSelected(entry, narrative) !== null);
  const unknown = highlight.filter((entry) => !select.includes(entry));
  return {
    number: at + 1,
    title,
    text,
    lens: usable ? parsed.lens : WHOLE,
    select,
    cited: [...new Set(select.flatMap((entry) => statementsOf(entry, narrative)))],
    problems: [
      ...parsed.problems.map(({ path, message }) => errorAt(`story[${at}].lens: ${path}`, message)),
      ...unknown.map((entry) =>
        errorAt(`story[${at}].highlight`, `"${entry}" is no actor, statement, pair or tie that can be shown`),
      ),
    ],
  };
}

function statementsOf(entry: string, narrative: NarrativeGraph): readonly StatementEdge[] {
  const selected = resolveSelected(entry, narrative);
  switch (selected?.kind) {
    case "statement":
      return [narrative.statementById.get(selected.id)!];
    case "tie":
      return narrative.statements.filter(({ tie }) => tie.id === entry);
    default:
      return [];
  }
}

/** The view that shows a step: its address opens it again. */
export function showStep({ number, lens, select }: Step): Address {
  return { lens, view: { story: number, ...(select.length > 0 ? { select } : {}) } };
}
