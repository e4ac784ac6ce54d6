/**
 * The dossier format, version 1, as a schema: the one source of the parser, the types (`records.ts`) and the
 * published JSON Schema. Unknown fields pass through every object, so that a file written back keeps them.
 */
import { z } from "zod";
import { ACTOR_KINDS, FORMAT, ID_PATTERN, LIMITS, MODALITIES, RELIABILITIES } from "./limits.ts";
import { NO_PHASE } from "./reserved.ts";

const id = z
  .string()
  .max(LIMITS.idLength)
  .regex(
    ID_PATTERN,
    "an id starts with a letter or digit and has only letters, digits and _ . : @ - (no ..)",
  );
const label = z.string().min(1).max(LIMITS.labelLength);
const prose = z.string().max(LIMITS.noteLength);
const sign = z.literal([-1, 0, 1]);
const webAddress = z
  .string()
  .max(4_000)
  .regex(/^https?:\/\/\S+$/i, "an address starts with http:// or https://");
/** Checked for being EDTF in `parse.ts`, where all dates are read. */
const date = z.string().max(64);

export const documentSchema = z.looseObject({
  id,
  title: label,
  author: z.string().max(LIMITS.labelLength).nullish(),
  publisher: z.string().max(LIMITS.labelLength).nullish(),
  url: webAddress.nullish(),
  published: date.nullish(),
  language: z.string().max(35).optional(),
  file: z.string().max(400).optional(),
  text: z.string().max(LIMITS.textLength).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case")
    .optional(),
  reliability: z.enum(RELIABILITIES).optional(),
});

export const actorSchema = z.looseObject({
  id: id.refine((value) => value !== "author", 'the id "author" is the voice of a document\'s author'),
  label,
  kind: z.enum(ACTOR_KINDS),
  aliases: z.array(label).max(LIMITS.entries).optional(),
  partOf: z.array(id).max(LIMITS.entries).optional(),
  description: prose.optional(),
});

export const familySchema = z.looseObject({ id, label, question: prose.optional(), sign });

export const relationTypeSchema = z.looseObject({
  id,
  family: id,
  label,
  sign: sign.optional(),
  opposites: z.array(id).max(LIMITS.entries).optional(),
});

export const phaseSchema = z.looseObject({
  id: id.refine((value) => value !== NO_PHASE, `the id "${NO_PHASE}" stands for statements without a phase`),
  label,
  dates: date.optional(),
  summary: prose.optional(),
});

export const narrativeSchema = z.looseObject({ id, label, gist: prose.optional() });

export const evidenceSchema = z
  .looseObject({
    document: id,
    exact: z.string().min(1).max(LIMITS.quotationLength).optional(),
    prefix: z.string().max(2_000).optional(),
    suffix: z.string().max(2_000).optional(),
    start: z.int().nonnegative().optional(),
    end: z.int().nonnegative().optional(),
  })
  .refine((value) => (value.start === undefined) === (value.end === undefined), "start and end go together")
  .refine(
    (value) => value.exact !== undefined || value.start === undefined,
    "a quotation needs its exact words; a reference has neither start nor end",
  );

const CREDIBILITY = "is not a whole number from 1 to 6";

export const statementSchema = z.looseObject({
  id,
  source: id,
  type: id,
  target: id,
  about: id.optional(),
  voice: id.optional(),
  modality: z.enum(MODALITIES).optional(),
  phase: id.optional(),
  date: date.optional(),
  dateBasis: z.enum(["document", "context"]).optional(),
  credibility: z.int(CREDIBILITY).min(1, CREDIBILITY).max(6, CREDIBILITY).optional(),
  narratives: z
    .array(z.looseObject({ id, role: z.enum(["advances", "undermines"]) }))
    .max(LIMITS.entries)
    .optional(),
  evidence: z
    .array(evidenceSchema)
    .min(1, "a statement rests on at least one piece of evidence")
    .max(LIMITS.entries),
  note: prose.optional(),
});

export const storyStepSchema = z.looseObject({
  title: label,
  text: prose,
  lens: z.string().max(4_096).optional(),
  highlight: z.array(z.string().max(1_000)).max(LIMITS.entries).optional(),
});

const coordinate = z.number().min(-1e6).max(1e6);

export const dossierSchema = z.looseObject({
  format: z.literal(FORMAT),
  id: z
    .string()
    .max(LIMITS.idLength)
    .regex(/^[a-z0-9-]+$/, "a dossier's id has only a–z, 0–9 and -"),
  title: label,
  summary: prose.optional(),
  language: z.string().max(35).optional(),
  documents: z.array(documentSchema).max(LIMITS.documents),
  actors: z.array(actorSchema).max(LIMITS.actors),
  families: z.array(familySchema).max(100).optional(),
  relationTypes: z.array(relationTypeSchema).max(1_000).optional(),
  phases: z.array(phaseSchema).max(1_000).optional(),
  narratives: z.array(narrativeSchema).max(1_000).optional(),
  statements: z.array(statementSchema).max(LIMITS.statements),
  story: z.array(storyStepSchema).max(200).optional(),
  positions: z
    .record(z.string(), z.tuple([coordinate, coordinate], "expected two numbers, x and y"))
    .optional(),
});

/** The format as JSON Schema (draft 2020-12), made from the parser's own schema. */
export function dossierJsonSchema(): Record<string, unknown> {
  return { title: "Narrascope dossier, version 1", ...z.toJSONSchema(dossierSchema, { io: "input" }) };
}
