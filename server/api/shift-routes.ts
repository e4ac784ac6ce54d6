/** Routes about what shifts: two windows compared, traces, contradictions. */
import { z } from "zod";
import { describeLens } from "../../graph-data/display/words.ts";
import { type PlainStatement, plainStatement } from "../../graph-data/formats/plain.ts";
import type { NarrativeGraph, StatementEdge } from "../../graph-data/graph/build.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { timeBetween } from "../../graph-data/shift/between.ts";
import { countShifts, type TieShift } from "../../graph-data/shift/compare.ts";
import {
  type Comparison,
  compareWindows,
  type Question,
  searchChanges,
} from "../../graph-data/shift/comparison.ts";
import { DIVERGENCE_IDS } from "../../graph-data/shift/kinds.ts";
import { PERMUTATION } from "../../graph-data/shift/permutation.ts";
import { type Contradiction, findContradictions } from "../../graph-data/shift/reversals.ts";
import {
  describeBetween,
  describeChange,
  describeContradiction,
  describeDivergence,
  describeShift,
} from "../../graph-data/shift/words.ts";
import { readQuestion, refuseWithoutWindows } from "../shift-query.ts";
import { heading, wholeNumber } from "./lens-routes.ts";
import { answerJson, defineRoute, JSON_TYPE } from "./route.ts";
import { contradictionsShape, shiftShape } from "./shift-shapes.ts";

const DOSSIER = { dossier: "The dossier's id" };

/** Statements told in full for each side of a shift; all are named. */
const MOST_TOLD = 3;
const MOST_CONTRADICTIONS = 500;

/** One more than are listed tells that there are more. */
export const SEARCHED_CONTRADICTIONS = { limit: MOST_CONTRADICTIONS + 1 } as const;

export const shiftRoute = defineRoute({
  id: "getShift",
  scope: "lens",
  path: "/api/dossiers/{dossier}/shift",
  summary:
    "What differs between two windows a and b, and how much. Lens keys beside them hold in both, unless a or b says otherwise",
  parts: DOSSIER,
  steps: PERMUTATION.draws,
  query: z.object({
    a: z
      .string()
      .optional()
      .describe("A whole lens, percent-encoded. Absent with b: the first half of the story"),
    b: z
      .string()
      .optional()
      .describe("A whole lens, percent-encoded. Absent with a: the second half of the story"),
    measure: z
      .string()
      .optional()
      .describe(`What the divergence compares: ${DIVERGENCE_IDS.join(", ")}; default targets`),
    of: z
      .string()
      .optional()
      .describe(
        "The family whose targets are compared; default: the codebook's first hostile one, else its first",
      ),
    by: z.string().optional().describe("Only statements whose source is this actor or part of it"),
    page: wholeNumber(1_000_000).default("1"),
    per: wholeNumber(1_000).default("200").describe("Shifts a page, 1000 at most"),
  }),
  answers: { [JSON_TYPE]: shiftShape },
  handle(context) {
    const { narrative, slice, query } = context;
    const question = readQuestion(query, slice.lens, narrative);
    const comparison = compareWindows(narrative, question);
    if (!comparison) throw refuseWithoutWindows();
    const { kind, divergence, shifts } = comparison;
    const [page, per] = [Number(query.page), Number(query.per)];
    return answerJson({
      ...heading(context),
      a: plainWindow(comparison.a),
      b: plainWindow(comparison.b),
      divergence: {
        measure: kind.id,
        label: kind.label,
        by: question.by ?? null,
        ...divergence,
        reads: describeDivergence(divergence, kind),
      },
      changes: plainChanges(narrative, question),
      counts: Object.fromEntries(countShifts(shifts)),
      ...{ total: shifts.length, page, per },
      shifts: shifts.slice((page - 1) * per, page * per).map((shift) => plainShift(shift, narrative)),
    });
  },
});

function plainWindow({ lens, narrative, statements }: Comparison["a"]) {
  return {
    lens: writeLens(lens, narrative),
    shows: describeLens(lens, narrative),
    statements: statements.length,
  };
}

function plainChanges(narrative: NarrativeGraph, question: Question) {
  return searchChanges(narrative, question).map(({ axis, kind, search }) => ({
    axis: axis.kind,
    found: search.change !== null,
    best: search.best && {
      ...search.best,
      before: axis.stops[search.best.before]!.id,
      after: axis.stops[search.best.after]!.id,
    },
    searched: search.searched,
    leftOut: search.leftOut,
    reads: describeChange(search, axis, kind),
  }));
}

function plainShift(shift: TieShift, narrative: NarrativeGraph) {
  const { id, source, target, family, kind, exchanged } = shift;
  return {
    ...{ id, source, target, family, kind, exchanged },
    reads: describeShift(shift, narrative),
    a: plainList(shift.a, narrative),
    b: plainList(shift.b, narrative),
  };
}

/** All by their ids, the first in full. */
function plainList(statements: readonly StatementEdge[], narrative: NarrativeGraph) {
  const told = statements.slice(0, MOST_TOLD);
  return {
    statements: statements.map(({ id }) => id),
    told: told.map((statement): PlainStatement => plainStatement(statement, narrative)),
  };
}

export const contradictionsRoute = defineRoute({
  id: "listContradictions",
  scope: "lens",
  path: "/api/dossiers/{dossier}/contradictions",
  summary:
    "Statements of a lens that say the opposite: reversals, within one side, across voices, across sources",
  parts: DOSSIER,
  steps: 100,
  answers: { [JSON_TYPE]: contradictionsShape },
  handle(context) {
    const { statements, narrative } = context.slice;
    const found = findContradictions(statements, narrative, SEARCHED_CONTRADICTIONS);
    return answerJson({ ...heading(context), ...plainContradictions(found, narrative) });
  },
});

/** The first of what a search as of `SEARCHED_CONTRADICTIONS` found, and whether that is all. */
export function plainContradictions(found: readonly Contradiction[], narrative: NarrativeGraph) {
  const shown = found.slice(0, MOST_CONTRADICTIONS);
  return {
    complete: found.length === shown.length,
    contradictions: shown.map((contradiction) => plainContradiction(contradiction, narrative)),
  };
}

function plainContradiction(contradiction: Contradiction, narrative: NarrativeGraph) {
  const { kind, side, earlier, later } = contradiction;
  return {
    kind,
    side: side ?? null,
    ...timeBetween(earlier, later, narrative),
    between: describeBetween(earlier, later, narrative),
    reads: describeContradiction(contradiction, narrative),
    earlier: plainStatement(earlier, narrative),
    later: plainStatement(later, narrative),
  };
}
