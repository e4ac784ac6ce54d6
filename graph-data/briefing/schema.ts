/** The shape of a briefing as data. `z.toJSONSchema` makes of it what the API serves as the schema. */
import { z } from "zod";
import { SHIFT_KINDS } from "../shift/compare.ts";
import { CONTRADICTION_KINDS } from "../shift/reversals.ts";
import { CONFIDENCES, LIKELIHOOD_WORDS, TLP_MARKS } from "./scales.ts";

export const BRIEFING_FORMAT = "narrascope-briefing/1";

const count = z.int().min(0);
const numbers = z.array(z.int().positive()).describe("Numbers of the evidence that it rests on, ascending");

export const sentenceSchema = z.object({
  text: z.string().describe("One sentence, with the one who says so; ends with a full stop"),
  citations: numbers.min(1),
});

const statedSchema = z.object({
  reads: sentenceSchema,
  quotation: z.string().nullable().describe("The document's own words"),
});

export const contradictionSchema = z.object({
  kind: z.enum(CONTRADICTION_KINDS),
  title: z.string(),
  between: z.string().describe("The time between the two, in words"),
  earlier: statedSchema,
  later: statedSchema,
});

const windowSchema = z.object({
  name: z.enum(["A", "B"]),
  lens: z.string().describe("The window's lens, as query text"),
  words: z.string(),
  statements: count,
});

export const divergenceSchema = z.object({
  of: z.string().describe("What is compared: targets of blame"),
  value: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("Jensen–Shannon, base 2; null where a window has no such statement"),
  a: count,
  b: count,
  p: z.number().nullable().describe("How often chance alone gives as much; null where undefined"),
  draws: count.nullable(),
  measured: z.string().describe("The value in words"),
  odds: z.string().describe("Chance in words, and what follows"),
  citations: numbers,
});

export const shiftSchema = z.object({
  tie: z.string().describe("source~target~family"),
  kind: z.enum(SHIFT_KINDS),
  a: count.describe("Statements before, or in A"),
  b: count.describe("Statements at this stop, or in B"),
  sentences: z.array(sentenceSchema).min(1),
  comment: z.string().nullable().describe("The analyst's, as Markdown"),
});

export const changePartSchema = z.object({
  id: z.string().describe("A stop's id; A–B where two windows are compared"),
  label: z.string(),
  statements: count,
  shifts: z.array(shiftSchema),
});

export const changedSchema = z.object({
  windows: z.array(windowSchema).length(2).nullable(),
  divergences: z.array(divergenceSchema),
  told: z.enum(["stop by stop", "between the windows"]),
  parts: z.array(changePartSchema),
  /** Shifts beyond those told. */
  annex: z.array(z.object({ place: z.string(), label: z.string(), citations: numbers.min(1) })),
  leftOut: count.describe("Shifts that are in neither"),
});

export const keyActorSchema = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.string(),
  source: count.describe("Statements that it is the source of"),
  target: count,
  voice: count.describe("Statements in its own voice"),
  families: z
    .array(z.object({ label: z.string(), statements: count }))
    .describe("Of those it is the source of"),
  foremost: z.string().nullable().describe("At whom most of them are directed"),
  citations: numbers.min(1),
});

export const narrativeSchema = z.object({
  id: z.string(),
  label: z.string(),
  gist: z.string().nullable(),
  advances: count,
  undermines: count,
  sentences: z.array(sentenceSchema).min(1),
});

export const figureSchema = z.object({
  id: z.enum(["network", "phases", "targets"]),
  number: z.int().positive(),
  svg: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  caption: z.array(sentenceSchema),
  alt: z.string(),
});

export const evidenceSchema = z.object({
  number: z.int().positive(),
  statement: z.string(),
  reads: z.string(),
  quotation: z.string().nullable(),
  remark: z.string().nullable(),
  document: z.object({
    id: z.string(),
    title: z.string(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string().nullable(),
  }),
  paragraph: count.nullable(),
  phase: z.string().nullable(),
  date: z.string().nullable(),
  dateFromContext: z.boolean(),
  voice: z.string(),
  modality: z.string(),
  grade: z.string().nullable(),
  gradeWords: z.string(),
  links: z.object({
    view: z.string().describe("The view with this statement picked out"),
    text: z.string().nullable().describe("Its place in the document"),
    original: z.string().nullable(),
  }),
});

export const judgementSchema = z.object({
  text: z.string().describe("Markdown"),
  likelihood: z.enum(LIKELIHOOD_WORDS as [string, ...string[]]).nullable(),
  percent: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  reason: z.string().nullable().describe("Of the confidence; Markdown"),
  citations: numbers,
});

export const briefingSchema = z.object({
  format: z.literal(BRIEFING_FORMAT),
  title: z.string(),
  date: z.string().nullable(),
  author: z.string().nullable(),
  handling: z.object({ tlp: z.enum(TLP_MARKS).nullable(), note: z.string().nullable() }).nullable(),
  dossier: z.object({ id: z.string(), title: z.string(), language: z.string().nullable() }),
  lens: z.object({ query: z.string(), words: z.string() }),
  statements: count,
  actors: count,
  sources: z.string().describe("What it rests on, in words"),
  bottomLine: z
    .object({
      by: z.enum(["draft", "analyst"]),
      markdown: z.string().nullable().describe("The analyst's; null in a draft"),
      sentences: z.array(sentenceSchema).describe("The draft; empty where the analyst wrote"),
      citations: numbers,
    })
    .nullable(),
  judgements: z.array(judgementSchema),
  changed: changedSchema.nullable(),
  who: z
    .object({
      actors: z.array(keyActorSchema),
      moreActors: count,
      contradictions: z.array(contradictionSchema),
      moreContradictions: count,
      narratives: z.array(narrativeSchema),
    })
    .nullable(),
  figures: z.array(figureSchema),
  evidence: z.array(evidenceSchema),
  limits: z.object({
    warnings: z.array(z.string()),
    counted: z.array(z.string()),
    method: z.array(z.string()),
  }),
});
