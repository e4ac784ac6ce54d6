/** What two windows may be compared by: descriptors in a table. A new one is one entry here. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";

export interface DivergenceKind {
  readonly id: "targets" | "families" | "narratives";
  readonly label: string;
  readonly question: string;
  /** What is counted, as in "12 …", "1 …". */
  readonly counted: readonly [one: string, several: string];
  /** The categories of one statement: none, one, or several, each once. */
  categories(statement: StatementEdge): readonly string[];
}

const NONE: readonly string[] = [];

/** At whom the statements of one family are directed. */
export function targetsOf(family: string, { codebook }: Pick<NarrativeGraph, "codebook">): DivergenceKind {
  const label = codebook.families.get(family)?.label ?? family;
  return {
    id: "targets",
    label: `targets of ${label}`,
    question: `At whom is ${label} directed?`,
    counted: [`statement of ${label}`, `statements of ${label}`],
    categories: (statement) => (statement.family === family ? [statement.target] : NONE),
  };
}

/** Families, for each pair by itself: "who does what to whom". A category is a tie. */
export const FAMILIES_BY_PAIR: DivergenceKind = {
  id: "families",
  label: "families of each pair",
  question: "Who stands how to whom?",
  counted: ["statement", "statements"],
  categories: ({ tie }) => [tie.id],
};

/** Narratives, what advances them and what undermines them told apart: `id~advances`, `id~undermines`. */
export const NARRATIVES: DivergenceKind = {
  id: "narratives",
  label: "narratives",
  question: "Which narratives are advanced or undermined?",
  counted: ["statement on a narrative", "statements on narratives"],
  categories: ({ record: { narratives } }) =>
    narratives ? [...new Set(narratives.map(({ id, role }) => `${id}~${role}`))] : NONE,
};

export const DIVERGENCE_IDS = ["targets", "families", "narratives"] as const;

export type DivergenceId = (typeof DIVERGENCE_IDS)[number];

/** `family` is that of `targets`. */
export function divergenceKind(
  id: DivergenceId,
  family: string,
  narrative: Pick<NarrativeGraph, "codebook">,
): DivergenceKind {
  if (id === "targets") return targetsOf(family, narrative);
  return id === "families" ? FAMILIES_BY_PAIR : NARRATIVES;
}

/** The family whose targets are compared when none is named: the codebook's first hostile one, else its first. */
export function defaultFamily({ codebook }: Pick<NarrativeGraph, "codebook">): string {
  const families = [...codebook.families.values()];
  return (families.find(({ sign }) => sign === -1) ?? families[0])?.id ?? "";
}
