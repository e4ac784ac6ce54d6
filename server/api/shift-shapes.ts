/** The shapes of answers about shifts. */
import { z } from "zod";
import { SHIFT_KINDS } from "../../graph-data/shift/compare.ts";
import { DIVERGENCE_IDS } from "../../graph-data/shift/kinds.ts";
import { CONTRADICTION_KINDS } from "../../graph-data/shift/reversals.ts";
import { count, lensShape, statementShape } from "./shapes.ts";

const ids = z.array(z.string());
const reads = z.string().describe("In plain words, with those who say so");

const windowShape = z.object({ lens: z.string(), shows: z.string(), statements: count });

const chanceShape = z.object({
  p: z.number().describe("(1 + asGreat) / (1 + draws)"),
  draws: count,
  asGreat: count,
});

const divergenceShape = z.object({
  measure: z.enum(DIVERGENCE_IDS),
  label: z.string(),
  by: z.string().nullable(),
  value: z.number().nullable().describe("Jensen–Shannon, base 2; null when a window has no such statement"),
  a: count.describe("Statements that window a rests on"),
  b: count,
  shared: count.describe("Of them, those in both windows"),
  chance: chanceShape.nullable(),
  parts: z.array(
    z.object({
      id: z.string(),
      a: count,
      b: count,
      part: z.number().nullable().describe("What the category adds to the divergence"),
    }),
  ),
  reads,
});

const changeShape = z.object({
  axis: z.enum(["phase", "date"]),
  found: z.boolean(),
  best: z
    .object({
      before: z.string().describe("The last stop before the change"),
      after: z.string(),
      divergence: z.number(),
      chance: chanceShape,
      a: count,
      b: count,
    })
    .nullable()
    .describe("The greatest of the search, also where it is not significant"),
  searched: count,
  leftOut: count,
  reads,
});

const shiftListShape = z.object({
  statements: ids,
  told: z.array(statementShape).describe("The first three"),
});

export const shiftShape = z.object({
  ...lensShape,
  a: windowShape,
  b: windowShape,
  divergence: divergenceShape,
  changes: z.array(changeShape).describe("One search for each axis of time, over what both windows share"),
  counts: z.record(z.enum(SHIFT_KINDS), count),
  total: count,
  page: count,
  per: count,
  shifts: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      target: z.string(),
      family: z.string(),
      kind: z.enum(SHIFT_KINDS),
      exchanged: ids.describe("Families that the pair has in the other window in place of this one"),
      reads,
      a: shiftListShape,
      b: shiftListShape,
    }),
  ),
});

const contradictionShape = z.object({
  kind: z.enum(CONTRADICTION_KINDS),
  side: z.string().nullable(),
  phases: z.int().nullable().describe("Phases from the one to the other"),
  days: z
    .tuple([z.int(), z.int().nullable()])
    .nullable()
    .describe("Least and greatest number of days between; the greatest is null where a date is open"),
  between: z.string(),
  reads,
  earlier: statementShape,
  later: statementShape,
});

const contradictionList = {
  complete: z.boolean().describe("false: there are more than are listed"),
  contradictions: z.array(contradictionShape),
};

export const contradictionsShape = z.object({ ...lensShape, ...contradictionList });

const uptakeShape = z.object({
  who: z.string(),
  as: z.enum(["voice", "act"]).describe("In its own words, or by what the author reports that it does"),
  first: z.string(),
  statements: count,
  reads: z.string(),
});

export const traceShape = z.object({
  ...lensShape,
  axis: z.enum(["phase", "date"]),
  stops: z.array(z.object({ id: z.string(), label: z.string() })),
  pair: z
    .object({
      a: z.string(),
      b: z.string(),
      stops: z.array(ids),
      spread: ids,
      ...contradictionList,
    })
    .optional(),
  side: z
    .object({
      members: ids,
      bands: z.array(
        z.object({
          target: z.string(),
          family: z.string(),
          stops: z.array(ids),
          spread: ids.describe("Statements whose date spreads over several stops"),
          total: count,
        }),
      ),
    })
    .optional(),
  narratives: z
    .array(
      z.object({
        id: z.string(),
        first: z.string().nullable().describe("The first statement that advances it"),
        advanced: z.array(uptakeShape),
        undermined: z.array(uptakeShape),
        stops: z.array(
          z.object({ advances: z.number(), undermines: z.number(), share: z.number().nullable() }),
        ),
      }),
    )
    .optional(),
  total: count,
  statements: z.array(statementShape).describe("All that is traced; the first thousand"),
});
