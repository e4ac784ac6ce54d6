/** Families of discourse networks: actors agree or disagree with concepts. */
import type { Family, RelationType } from "./records.ts";

export const AGREEMENT: Family = {
  id: "agreement",
  label: "agreement",
  question: "Who supports which concept?",
  sign: 1,
};

export const DISAGREEMENT: Family = {
  id: "disagreement",
  label: "disagreement",
  question: "Who rejects which concept?",
  sign: -1,
};

export const AGREES: RelationType = {
  id: "agrees",
  family: AGREEMENT.id,
  label: "agrees with",
  opposites: ["disagrees"],
};

export const DISAGREES: RelationType = {
  id: "disagrees",
  family: DISAGREEMENT.id,
  label: "disagrees with",
  opposites: ["agrees"],
};
