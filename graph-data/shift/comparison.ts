/** What is asked about a shift → the two slices, what differs tie by tie, and how much. */
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import type { Lens } from "../lens/lens.ts";
import { mergeLenses } from "../lens/merge.ts";
import { type Slice, sliceGraph } from "../lens/slice.ts";
import { listAxes } from "../time/axis.ts";
import { lookAt, windowOf } from "../time/window.ts";
import { type ChangeSearch, findChangeOnAxis } from "./change-points.ts";
import { compareTies, type TieShift } from "./compare.ts";
import { compareStatements, type Divergence } from "./divergence.ts";
import { type DivergenceId, type DivergenceKind, defaultFamily, divergenceKind } from "./kinds.ts";
import { halveAxis } from "./windows.ts";

export interface Question {
  /** Holds in both windows, unless they say otherwise. */
  readonly shared: Lens;
  /** Whole lenses. One alone is compared with `shared`; without either, the halves of the first axis are. */
  readonly a?: Lens;
  readonly b?: Lens;
  readonly measure?: DivergenceId;
  /** Whose targets are compared; the default is `defaultFamily`. */
  readonly family?: string;
  /** Only statements whose source is this actor or part of it enter the divergence, whoever tells them. */
  readonly by?: string;
}

export interface Comparison {
  readonly a: Slice;
  readonly b: Slice;
  readonly kind: DivergenceKind;
  readonly divergence: Divergence;
  /** Strongest first; of all sources. */
  readonly shifts: readonly TieShift[];
}

/** `null` when no windows are asked for and the dossier has no axis to divide. */
export function compareWindows(narrative: NarrativeGraph, question: Question): Comparison | null {
  const kind = kindOf(narrative, question);
  const lenses = chooseLenses(narrative, question, kind);
  if (!lenses) return null;
  const [a, b] = [sliceGraph(narrative, lenses.a), sliceGraph(narrative, lenses.b)];
  const sources = sourcesOf(narrative, question);
  const divergence = compareStatements(a.statements, b.statements, kind, { sources });
  return { a, b, kind, divergence, shifts: compareTies(a, b) };
}

function kindOf(narrative: NarrativeGraph, { measure = "targets", family }: Question): DivergenceKind {
  return divergenceKind(measure, family ?? defaultFamily(narrative), narrative);
}

function sourcesOf(narrative: NarrativeGraph, { by }: Question): ReadonlySet<string> | undefined {
  return by === undefined ? undefined : narrative.membersOf(by);
}

function chooseLenses(
  narrative: NarrativeGraph,
  question: Question,
  kind: DivergenceKind,
): { a: Lens; b: Lens } | null {
  const { shared, a, b } = question;
  if (a ?? b) return { a: mergeLenses(shared, a ?? {}), b: mergeLenses(shared, b ?? {}) };
  const statements = sliceGraph(narrative, shared).statements;
  const sources = sourcesOf(narrative, question);
  const counted = statements.filter(
    (statement) =>
      kind.categories(statement).length > 0 && (sources === undefined || sources.has(statement.source)),
  );
  return halve(narrative, shared, counted.length > 0 ? counted : statements);
}

function halve(narrative: NarrativeGraph, shared: Lens, statements: readonly StatementEdge[]) {
  for (const axis of listAxes(narrative)) {
    const pair = halveAxis(axis, statements, windowOf(shared, axis));
    if (pair) return { a: lookAt(shared, axis, pair.a), b: lookAt(shared, axis, pair.b) };
  }
  return null;
}

/** The search for a change over all that the shared lens lets through, on each axis of the dossier. */
export function searchChanges(narrative: NarrativeGraph, question: Question) {
  const { statements } = sliceGraph(narrative, question.shared);
  const sources = sourcesOf(narrative, question);
  const kind = kindOf(narrative, question);
  return listAxes(narrative).map((axis) => {
    const search: ChangeSearch = findChangeOnAxis(statements, axis, kind, { sources });
    return { axis, kind, search };
  });
}
