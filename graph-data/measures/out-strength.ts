import { countStatements } from "./count.ts";
import { BARRAT, FAMILY, type Measure } from "./measure.ts";

/** Statements that have an actor as their source, those about itself included. */
export const outStrength: Measure = {
  id: "out-strength",
  label: "Out-strength",
  question: "In how many statements does it act?",
  parameters: [FAMILY],
  literature: BARRAT,
  run: (slice, values = {}) => countStatements(slice, values, ({ source }) => [source]),
};
