import { countStatements } from "./count.ts";
import { BARRAT, FAMILY, type Measure } from "./measure.ts";

/** Statements that touch an actor; one about itself counts once. */
export const strength: Measure = {
  id: "strength",
  label: "Strength",
  question: "How many statements is it part of?",
  parameters: [FAMILY],
  literature: BARRAT,
  run: (slice, values = {}) =>
    countStatements(slice, values, ({ source, target }) => (source === target ? [source] : [source, target])),
};
