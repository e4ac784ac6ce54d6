import { countStatements } from "./count.ts";
import { BARRAT, FAMILY, type Measure } from "./measure.ts";

/** Statements that have an actor as their target, those about itself included. */
export const inStrength: Measure = {
  id: "in-strength",
  label: "In-strength",
  question: "How many statements are aimed at it?",
  parameters: [FAMILY],
  literature: BARRAT,
  run: (slice, values = {}) => countStatements(slice, values, ({ target }) => [target]),
};
