/** The shapes of the API's answers: for its description, and for the tests that hold every answer to it. */
import { z } from "zod";
import { ACTOR_KINDS, MODALITIES } from "../../graph-data/dossier/limits.ts";

const sign = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
export const count = z.int().nonnegative();

const problemShape = z.object({
  path: z.string().describe("Where: statements[11].evidence[0], a file, a query key; empty for the whole"),
  message: z.string(),
  severity: z.enum(["error", "warning"]),
});

export const problemDetailsShape = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  problems: z.array(problemShape).optional(),
});

export const indexShape = z.object({
  name: z.literal("narrascope"),
  version: z.string(),
  description: z.string(),
  routes: z.array(z.object({ path: z.string(), summary: z.string() })),
});

const dossierEntryShape = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  usable: z.boolean().describe("false: its problems keep it from being opened"),
  counts: z
    .object({ documents: count, actors: count, statements: count, withheld: count })
    .nullable()
    .describe("withheld: statements not shown, because their quotations are not in their documents"),
  rests: z.string().nullable().describe("On how many documents it rests, in words"),
  problems: count,
});

export const dossierListShape = z.object({ dossiers: z.array(dossierEntryShape) });

const evidenceShape = z.object({
  document: z.string(),
  state: z.enum(["exact", "moved", "approximate", "missing", "unchecked", "reference"]),
  exact: z.string().nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  start: count.nullable().describe("UTF-16 code units of the document's text"),
  end: count.nullable(),
  paragraph: count.nullable(),
});

export const statementShape = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  type: z.string(),
  label: z.string().describe("The type as it reads"),
  family: z.string(),
  sign,
  voice: z.string().describe("author, or an actor's id"),
  voiceLabel: z.string(),
  modality: z.enum(MODALITIES),
  about: z.string().nullable(),
  phase: z.string().nullable(),
  date: z.string().nullable().describe("EDTF"),
  dateBasis: z.enum(["document", "context"]).nullable(),
  credibility: z.int().min(1).max(6).nullable(),
  grade: z
    .string()
    .nullable()
    .describe("Admiralty code: reliability of the document, credibility of the statement"),
  reads: z.string().describe("The statement with the one who says so"),
  narratives: z.array(z.object({ id: z.string(), role: z.enum(["advances", "undermines"]) })),
  evidence: z.array(evidenceShape),
  note: z.string().nullable(),
});

export const lensShape = {
  dossier: z.string(),
  lens: z.string().describe("Canonical query text"),
  shows: z.string().describe("The lens in words"),
  sources: z.string().describe("On what the dossier rests"),
};

export const statementsShape = z.object({
  ...lensShape,
  total: count,
  page: count,
  per: count,
  statements: z.array(statementShape),
});

export const actorsShape = z.object({
  ...lensShape,
  measures: z.array(z.object({ id: z.string(), label: z.string(), question: z.string() })),
  actors: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.enum(ACTOR_KINDS),
      aliases: z.array(z.string()),
      partOf: z.array(z.string()),
      description: z.string().nullable(),
      measures: z.record(z.string(), z.number()),
    }),
  ),
});

export const tiesShape = z.object({
  ...lensShape,
  ties: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      target: z.string(),
      family: z.string(),
      sign,
      weight: count,
      quoted: z.boolean().describe("Some statement is in an actor's own voice"),
      statements: z.array(z.string()),
    }),
  ),
});

export const pathsShape = z.object({
  ...lensShape,
  from: z.string(),
  to: z.string(),
  length: count.nullable().describe("Steps; null when nothing connects the two"),
  complete: z.boolean().describe("false: there are more than are listed"),
  paths: z.array(z.array(z.string())).describe("Actors in order; the first 100 paths"),
  statements: z.array(z.string()).describe("Every statement that lies on a shortest path"),
});

export const documentShape = z.looseObject({
  id: z.string(),
  title: z.string(),
  text: z.string().optional(),
  paragraphs: z.array(z.object({ number: count, start: count, end: count })),
});

export const problemsShape = z.object({
  dossier: z.string(),
  title: z.string(),
  usable: z.boolean(),
  problems: z.array(problemShape),
});

export const codebookShape = z.object({
  families: z.array(z.looseObject({ id: z.string(), label: z.string(), sign })),
  relationTypes: z.array(
    z.looseObject({
      id: z.string(),
      family: z.string(),
      label: z.string(),
      sign,
      opposites: z.array(z.string()),
    }),
  ),
});
