/** The records of a dossier, as types. They follow from the schema; importing them brings no code along. */
import type { z } from "zod";
import type {
  actorSchema,
  documentSchema,
  dossierSchema,
  evidenceSchema,
  familySchema,
  narrativeSchema,
  phaseSchema,
  relationTypeSchema,
  statementSchema,
  storyStepSchema,
} from "./schema.ts";

export type Dossier = z.infer<typeof dossierSchema>;
export type DossierDocument = z.infer<typeof documentSchema>;
export type Actor = z.infer<typeof actorSchema>;
export type ActorKind = Actor["kind"];
export type Family = z.infer<typeof familySchema>;
export type RelationType = z.infer<typeof relationTypeSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type Narrative = z.infer<typeof narrativeSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Modality = NonNullable<Statement["modality"]>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type StoryStep = z.infer<typeof storyStepSchema>;

/** −1 hostile, 0 neither, +1 friendly. */
export type Sign = -1 | 0 | 1;
