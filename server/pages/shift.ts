/** `/d/:dossier/shift`: two windows compared, what contradicts itself, and at whom a side directs what over time. */
import { actorLabel, describeLens } from "../../graph-data/display/words.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import {
  type Comparison,
  compareWindows,
  type Question,
  searchChanges,
} from "../../graph-data/shift/comparison.ts";
import { PERMUTATION } from "../../graph-data/shift/permutation.ts";
import { describeChange, describeDivergence, formatShare } from "../../graph-data/shift/words.ts";
import { type Axis, listAxes } from "../../graph-data/time/axis.ts";
import { readQuestion } from "../shift-query.ts";
import { joinQuery, linkDossier, pair } from "./links.ts";
import type { LensPage, Page } from "./page.ts";
import { buildShiftForm, readWindow, WINDOW_KEYS } from "./shift-form.ts";
import { tableContradictions, tableShifts, tableTrace } from "./shift-tables.ts";

/** Categories of the divergence that are listed. */
const MOST_PARTS = 20;

export const shift: Page = {
  scope: "lens",
  path: "/d/:dossier/shift",
  view: "shift",
  steps: PERMUTATION.draws,
  own: ["a", "b", ...WINDOW_KEYS, "measure", "of", "by"],
  build(context) {
    const { narrative, slice, own, entry, lensText, theme } = context;
    const axis = listAxes(narrative)[0] ?? null;
    const { measure, of, by } = own;
    const [a, b] = (["a", "b"] as const).map((name) => readWindow(name, own, axis, narrative));
    const question = readQuestion({ a, b, measure, of, by }, slice.lens, narrative);
    const comparison = compareWindows(narrative, question);
    return {
      title: `Shift – ${narrative.dossier.title}`,
      current: "shift",
      action: linkDossier(entry.id, "", null).shift,
      everything: linkDossier(entry.id, "", theme).shift,
      shows: describeLens(slice.lens, narrative),
      lensed: lensText !== "",
      comparison: comparison && describeComparison(context, axis, question, comparison),
      contradictions: tableContradictions(context),
      trace: axis && tableTrace(context, axis, question.by),
    };
  },
};

function describeComparison(
  context: LensPage,
  axis: Axis | null,
  question: Question,
  comparison: Comparison,
) {
  const { narrative } = context;
  const { a, b, kind, divergence, shifts } = comparison;
  return {
    form: buildShiftForm(context, axis, question, comparison),
    windows: [describeWindow("A", a, context), describeWindow("B", b, context)],
    source: question.by === undefined ? null : actorLabel(question.by, narrative),
    divergence: describeDivergence(divergence, kind),
    parts: divergence.parts.slice(0, MOST_PARTS).map(({ id, a: inA, b: inB, part }) => ({
      label: describeCategory(id, kind.id, narrative),
      ...{ a: inA, b: inB, part: part === null ? "" : formatShare(part) },
    })),
    moreParts: Math.max(0, divergence.parts.length - MOST_PARTS),
    changes: searchChanges(narrative, question).map(({ axis: searched, kind: of, search }) => ({
      axis: searched.kind === "phase" ? "Phase by phase" : "By date",
      words: describeChange(search, searched, of),
    })),
    shifts: tableShifts(context, shifts),
    data: linkData(context, question, comparison),
  };
}

function describeWindow(
  name: string,
  { lens, statements }: Comparison["a"],
  { narrative, entry, theme }: LensPage,
) {
  return {
    name,
    shows: describeLens(lens, narrative),
    count: statements.length,
    href: linkDossier(entry.id, writeLens(lens, narrative), theme).statements,
  };
}

function describeCategory(
  id: string,
  kind: Comparison["kind"]["id"],
  narrative: LensPage["narrative"],
): string {
  const [first = "", second = "", third = ""] = id.split("~");
  if (kind === "targets") return actorLabel(first, narrative);
  if (kind === "families") {
    const family = narrative.codebook.families.get(third)?.label ?? third;
    return `${actorLabel(first, narrative)} → ${actorLabel(second, narrative)}, ${family}`;
  }
  const label = narrative.dossier.narratives?.find((candidate) => candidate.id === first)?.label ?? first;
  return `${label}, ${second === "advances" ? "advanced" : "undermined"}`;
}

/** The same comparison in the API: both windows as whole lenses. */
function linkData({ entry, narrative }: LensPage, question: Question, { a, b, kind }: Comparison): string {
  const { family, by } = question;
  return `/api/dossiers/${encodeURIComponent(entry.id)}/shift${joinQuery(
    pair("a", writeLens(a.lens, narrative)),
    pair("b", writeLens(b.lens, narrative)),
    pair("measure", kind.id),
    family && pair("of", family),
    by && pair("by", by),
  )}`;
}
