/** The parts of a briefing, as types. They follow from the schema; importing them brings no code along. */
import type { z } from "zod";
import type {
  briefingSchema,
  changedSchema,
  changePartSchema,
  contradictionSchema,
  divergenceSchema,
  evidenceSchema,
  figureSchema,
  judgementSchema,
  keyActorSchema,
  narrativeSchema,
  sentenceSchema,
  shiftSchema,
} from "./schema.ts";

export type Briefing = z.infer<typeof briefingSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;
export type Changed = z.infer<typeof changedSchema>;
export type ChangePart = z.infer<typeof changePartSchema>;
export type ToldContradiction = z.infer<typeof contradictionSchema>;
export type ToldDivergence = z.infer<typeof divergenceSchema>;
export type ToldShift = z.infer<typeof shiftSchema>;
export type KeyActor = z.infer<typeof keyActorSchema>;
export type ToldNarrative = z.infer<typeof narrativeSchema>;
export type BriefingFigure = z.infer<typeof figureSchema>;
export type Evidenced = z.infer<typeof evidenceSchema>;
export type ToldJudgement = z.infer<typeof judgementSchema>;
