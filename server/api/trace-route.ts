/** The route that traces a pair, an actor or side, or a narrative, stop by stop. */
import { z } from "zod";
import { errorAt } from "../../graph-data/errors.ts";
import { plainStatement } from "../../graph-data/formats/plain.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { expandSide, type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { resolveSelected } from "../../graph-data/lens/view.ts";
import { traceNarrative } from "../../graph-data/shift/narratives.ts";
import { tracePair, traceSide } from "../../graph-data/shift/trace.ts";
import { describeUptake } from "../../graph-data/shift/words.ts";
import { type Axis, listAxes } from "../../graph-data/time/axis.ts";
import { chooseAxis } from "../../graph-data/time/window.ts";
import { refuseQuery } from "../refusal.ts";
import { heading } from "./lens-routes.ts";
import { answerJson, defineRoute, JSON_TYPE } from "./route.ts";
import { plainContradictions, SEARCHED_CONTRADICTIONS } from "./shift-routes.ts";
import { traceShape } from "./shift-shapes.ts";

/** Statements told in full; all are named. */
const MOST_TOLD = 1_000;

export const traceRoute = defineRoute({
  id: "getTrace",
  scope: "lens",
  path: "/api/dossiers/{dossier}/trace",
  summary:
    "What is said between a pair (pair=a~b), what actors direct at others (actor=…, with side=1 as a side), or who tells a narrative (narrative=…), stop by stop",
  parts: { dossier: "The dossier's id" },
  steps: 100,
  query: z.object({
    pair: z.string().optional().describe("Two actors, written a~b"),
    of: z
      .enum(["actor", "narrative"])
      .optional()
      .describe("Which to trace where the lens names both; the other only narrows what is looked at"),
    axis: z
      .enum(["phase", "date"])
      .optional()
      .describe("default: the one that the lens tells its time on, else phase where the dossier has phases"),
  }),
  answers: { [JSON_TYPE]: traceShape },
  handle(context) {
    const { slice, query } = context;
    const axis = findAxis(slice, query.axis);
    const { statements, ...traced } = trace(slice, axis, query);
    const told = statements.slice(0, MOST_TOLD);
    return answerJson({
      ...heading(context),
      axis: axis.kind,
      stops: axis.stops.map(({ id, label }) => ({ id, label })),
      ...traced,
      total: statements.length,
      statements: told.map((statement) => plainStatement(statement, context.narrative)),
    });
  },
});

function findAxis({ narrative, lens }: Slice, asked: Axis["kind"] | undefined): Axis {
  const axes = listAxes(narrative);
  const axis = chooseAxis(axes, asked, lens);
  if (axis && (asked === undefined || axis.kind === asked)) return axis;
  const had = axes.map(({ kind }) => kind).join(", ") || "none";
  throw refuseQuery(errorAt("axis", `this dossier has no such axis of time; it has: ${had}`));
}

type Query = { readonly pair?: string | undefined; readonly of?: "actor" | "narrative" | undefined };

/** What is traced, with all statements that it rests on. */
function trace(slice: Slice, axis: Axis, { pair, of }: Query) {
  const { actors, narratives } = slice.lens;
  if (pair !== undefined) return plainPair(slice, axis, pair);
  if (actors && narratives && of === undefined)
    throw refuseQuery(
      errorAt("of", "is missing: the lens names actors and narratives; allowed: actor, narrative"),
    );
  if (narratives && of !== "actor") return plainNarratives(slice, narratives, axis);
  if (actors && of !== "narrative") return plainSide(slice, axis);
  throw refuseQuery(errorAt("pair", "is missing: give pair=a~b, actor=… or narrative=…"));
}

function plainPair({ statements, narrative }: Slice, axis: Axis, pair: string) {
  const selected = resolveSelected(pair, narrative);
  if (selected?.kind !== "pair")
    throw refuseQuery(errorAt("pair", `"${pair.slice(0, 60)}" is no pair of actors here, written a~b`));
  const traced = tracePair(statements, narrative, selected.a, selected.b, SEARCHED_CONTRADICTIONS);
  return {
    pair: {
      ...{ a: selected.a, b: selected.b },
      ...placeAll(traced.statements, axis),
      ...plainContradictions(traced.contradictions, narrative),
    },
    statements: traced.statements,
  };
}

/** Ids by stop, and those that may lie at several. */
function placeAll(statements: readonly StatementEdge[], axis: Axis) {
  const stops: string[][] = axis.stops.map(() => []);
  const spread: string[] = [];
  for (const statement of statements) {
    const [first, last] = axis.place(statement);
    (first === last ? stops[first]! : spread).push(statement.id);
  }
  return { stops, spread };
}

function plainSide({ statements, narrative, lens }: Slice, axis: Axis) {
  const members = expandSide(narrative, lens);
  const bands = traceSide(statements, axis, { members });
  const ids = (list: readonly StatementEdge[]) => list.map(({ id }) => id);
  const banded = new Set(bands.flatMap(({ stops, spread }) => [...stops.flat(), ...spread]));
  return {
    side: {
      members: [...narrative.actors.keys()].filter((id) => members.has(id)),
      bands: bands.map(({ stops, spread, ...band }) => ({
        ...band,
        stops: stops.map(ids),
        spread: ids(spread),
      })),
    },
    statements: statements.filter((statement) => banded.has(statement)),
  };
}

/**
 * A narrative's share is that of all narratives, so it is traced over what the lens lets through besides them; the
 * statements that it rests on are those of the named ones.
 */
function plainNarratives({ narrative, lens }: Slice, ids: readonly string[], axis: Axis) {
  const { statements } = sliceGraph(narrative, { ...lens, narratives: undefined });
  const traces = ids.map((id) => traceNarrative(statements, id, axis));
  const uptake = (list: ReturnType<typeof traceNarrative>["advanced"]) =>
    list.map((entry) => ({
      ...entry,
      first: entry.first.id,
      reads: describeUptake(entry, narrative),
    }));
  return {
    narratives: traces.map(({ id, first, advanced, undermined, stops }) => ({
      id,
      first: first?.id ?? null,
      advanced: uptake(advanced),
      undermined: uptake(undermined),
      stops,
    })),
    statements: statements.filter(({ record }) => record.narratives?.some(({ id }) => ids.includes(id))),
  };
}
