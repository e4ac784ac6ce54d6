/** The tables of the page of shifts: ledger, contradictions, trace. */
import { actorLabel } from "../../graph-data/display/words.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { countShifts, SHIFT_KINDS, type TieShift } from "../../graph-data/shift/compare.ts";
import { findContradictions } from "../../graph-data/shift/reversals.ts";
import { type Band, traceSide } from "../../graph-data/shift/trace.ts";
import {
  CONTRADICTION_WORDS,
  describeBetween,
  labelShift,
  SHIFT_WORDS,
} from "../../graph-data/shift/words.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { lookAt, withoutTime } from "../../graph-data/time/window.ts";
import { type Between, describeLed, indexBetween, lensBetween, withoutPlace } from "./between.ts";
import { sampleLines } from "./line-sample.ts";
import { linkDossier } from "./links.ts";
import type { LensPage } from "./page.ts";
import { makeRows } from "./rows.ts";

const MOST = { shifts: 100, told: 2, contradictions: 100, bands: 40 } as const;

/** What differs, strongest first; what is kept is counted alone. */
export function tableShifts({ narrative, links }: LensPage, shifts: readonly TieShift[]) {
  const row = makeRows(narrative, links);
  const lines = sampleLines(narrative.codebook);
  const told = (statements: readonly StatementEdge[]) => ({
    rows: statements.slice(0, MOST.told).map(row),
    more: Math.max(0, statements.length - MOST.told),
  });
  const differing = shifts.filter(({ kind }) => kind !== "kept");
  const counts = countShifts(shifts);
  return {
    counts: SHIFT_KINDS.map((kind) => `${counts.get(kind)} ${SHIFT_WORDS[kind]}`).join(", "),
    rows: differing.slice(0, MOST.shifts).map((shift) => ({
      label: labelShift(shift, narrative),
      line: lines.get(shift.family)!,
      a: told(shift.a),
      b: told(shift.b),
    })),
    more: Math.max(0, differing.length - MOST.shifts),
  };
}

export function tableContradictions({ narrative, links, slice }: LensPage) {
  const row = makeRows(narrative, links);
  const found = findContradictions(slice.statements, narrative, { limit: MOST.contradictions + 1 });
  return {
    rows: found.slice(0, MOST.contradictions).map(({ kind, side, earlier, later }) => ({
      kind: CONTRADICTION_WORDS[kind],
      side: side === undefined ? null : actorLabel(side, narrative),
      between: describeBetween(earlier, later, narrative),
      earlier: row(earlier),
      later: row(later),
    })),
    more: found.length > MOST.contradictions,
  };
}

/** At whom a side (or everybody) directs what, stop by stop. */
export function tableTrace(context: LensPage, axis: Axis, by: string | undefined) {
  const { narrative, slice, links } = context;
  const members = by === undefined ? undefined : narrative.membersOf(by);
  const bands = traceSide(slice.statements, axis, { members });
  const lines = sampleLines(narrative.codebook);
  const between = indexBetween(sliceGraph(narrative, withoutTime(withoutPlace(slice.lens))).statements);
  const isUsed = axis.stops.map((_, stop) => bands.some(({ stops }) => stops[stop]!.length > 0));
  const shown = axis.stops.flatMap((_, stop) => (axis.kind === "phase" || isUsed[stop] ? [stop] : []));
  return {
    side: by === undefined ? null : actorLabel(by, narrative),
    stops: shown.map((stop) => axis.stops[stop]!.label),
    spread: bands.some(({ spread }) => spread.length > 0),
    rows: bands.slice(0, MOST.bands).map((band) => ({
      family: narrative.codebook.families.get(band.family)?.label ?? band.family,
      line: lines.get(band.family)!,
      target: { label: actorLabel(band.target, narrative), href: links.actor(band.target) },
      cells: shown.map((stop) => linkCell(context, axis, band, stop, between)),
      uncertain: band.spread.length,
      total: band.total,
    })),
    more: Math.max(0, bands.length - MOST.bands),
  };
}

/** A count that leads to its statements. Those of several sources have no lens but that of all that touches the target. */
function linkCell(
  { narrative, slice, entry, theme }: LensPage,
  axis: Axis,
  { stops, target, family }: Band,
  stop: number,
  between: Between,
) {
  const statements = stops[stop]!;
  const [source = target, ...others] = new Set(statements.map((statement) => statement.source));
  if (statements.length === 0) return null;
  const from = others.length === 0 ? source : target;
  const atStop = lookAt(slice.lens, axis, { first: stop, last: stop });
  const led = between(from, target, family).filter((statement) => mayLieAt(stop, statement, axis));
  return {
    count: statements.length,
    others: describeLed(statements.length, led.length),
    href: linkDossier(entry.id, writeLens(lensBetween(atStop, from, target, family), narrative), theme)
      .statements,
  };
}

function mayLieAt(stop: number, statement: StatementEdge, axis: Axis): boolean {
  const [first, last] = axis.place(statement);
  return first <= stop && last >= stop;
}
