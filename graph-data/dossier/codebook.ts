/** The codebook: families and types of relation. A dossier may bring its own; this one is the default. */
import type { Dossier, Family, RelationType, Sign } from "./records.ts";

const FAMILIES: readonly Family[] = [
  { id: "blame", label: "blame", question: "Who holds whom responsible?", sign: -1 },
  { id: "denial", label: "denial", question: "Who rejects or evades what?", sign: 0 },
  { id: "acknowledgement", label: "acknowledgement", question: "Who admits, claims or confirms?", sign: 0 },
  { id: "alliance", label: "alliance", question: "Who stands with, helps or belongs to whom?", sign: 1 },
  { id: "threat", label: "threat", question: "Who endangers whom?", sign: -1 },
];

const HOSTILE = ["blames", "threatens", "attacks"];
const FRIENDLY = ["supports", "protects", "cooperates"];

const RELATION_TYPES: readonly RelationType[] = [
  { id: "blames", family: "blame", label: "blames", opposites: FRIENDLY },
  { id: "insinuates", family: "blame", label: "insinuates responsibility of" },
  { id: "criticises", family: "blame", label: "criticises" },
  { id: "delegitimises", family: "blame", label: "denies the legitimacy of", opposites: ["courts"] },
  { id: "denies", family: "denial", label: "denies the part of", opposites: ["concedes", "confirms"] },
  { id: "dismisses", family: "denial", label: "dismisses", sign: -1, opposites: ["confirms"] },
  { id: "evades", family: "denial", label: "evades the question of" },
  {
    id: "concedes",
    family: "acknowledgement",
    label: "concedes the responsibility of",
    opposites: ["denies"],
  },
  { id: "claims", family: "acknowledgement", label: "claims responsibility for" },
  { id: "confirms", family: "acknowledgement", label: "confirms", opposites: ["denies", "dismisses"] },
  { id: "protects", family: "alliance", label: "protects", opposites: HOSTILE },
  { id: "supports", family: "alliance", label: "supports", opposites: HOSTILE },
  { id: "cooperates", family: "alliance", label: "shares with, works with", opposites: HOSTILE },
  { id: "arms", family: "alliance", label: "arms" },
  { id: "affiliated", family: "alliance", label: "belongs to" },
  { id: "depends", family: "alliance", label: "depends on" },
  { id: "courts", family: "alliance", label: "seeks talks or favour with", opposites: ["delegitimises"] },
  { id: "warns", family: "alliance", label: "passes a warning to" },
  { id: "threatens", family: "threat", label: "threatens", opposites: FRIENDLY },
  { id: "attacks", family: "threat", label: "attacks", opposites: FRIENDLY },
  { id: "plots", family: "threat", label: "plots against" },
  { id: "infiltrates", family: "threat", label: "spreads into" },
  { id: "manipulates", family: "threat", label: "steers, uses" },
];

/** A type with its sign resolved: its own, or else its family's. */
export interface CodedType extends RelationType {
  readonly sign: Sign;
  readonly opposites: string[];
}

export interface Codebook {
  /** In the order of the dossier or of the default codebook: the order in which families are listed everywhere. */
  readonly families: ReadonlyMap<string, Family>;
  readonly types: ReadonlyMap<string, CodedType>;
}

/**
 * The codebook that a dossier is coded by: its own families and types, added to the default ones where it brings
 * only one of the two lists. A dossier's entry replaces the default entry of the same id.
 */
export function buildCodebook(dossier: Pick<Dossier, "families" | "relationTypes">): Codebook {
  const families = new Map((dossier.families ?? FAMILIES).map((family) => [family.id, family]));
  const own = dossier.relationTypes ?? [];
  const inherited = RELATION_TYPES.filter(
    (type) => families.has(type.family) && !own.some((candidate) => candidate.id === type.id),
  );
  const types = new Map(
    [...inherited, ...own].map((type) => [
      type.id,
      {
        ...type,
        sign: type.sign ?? families.get(type.family)?.sign ?? 0,
        opposites: type.opposites ?? [],
      },
    ]),
  );
  return { families, types };
}

/** The codebook of a dossier that brings none. */
export const DEFAULT_CODEBOOK: Codebook = buildCodebook({});
