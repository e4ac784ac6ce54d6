/** A CAMEO actor code with its parts → label, kind, and the country that it is part of. */
import { LIMITS } from "../dossier/limits.ts";
import type { Actor, ActorKind } from "../dossier/records.ts";
import { ACTOR_TYPES, COUNTRIES, GROUPS, REGIONS, RELIGIONS } from "./cameo-actors.ts";
import type { EventRecorder } from "./event-recorder.ts";

type Described = Omit<Actor, "id" | "aliases">;

/** `cells`: code, name, country, known group, ethnicity, two religions, three types. */
export function describeCode(cells: readonly string[], recorder: EventRecorder): Described {
  const [code = "", name = "", country = "", group = "", ethnic = "", ...roles] = cells;
  const [religion, religion2, ...types] = roles;
  const nation = COUNTRIES.get(country);
  if (nation !== undefined && code === country) return describeCountry(country);
  const parts = [
    GROUPS.get(group),
    RELIGIONS.get(religion2 || religion || ""),
    ...types.map((type) => ACTOR_TYPES.get(type)),
  ].filter((part) => part !== undefined);
  const known = ethnic === "" && parts.length > 0;
  return {
    label: known ? labelOf(nation, parts) : `${name || "Actor"} (${code})`.slice(0, LIMITS.labelLength),
    kind: kindOf(group, types, ethnic, religion ?? ""),
    ...(nation === undefined ? {} : { partOf: [introduceCountry(country, recorder)] }),
  };
}

function describeCountry(code: string): Described {
  return { label: COUNTRIES.get(code)!, kind: REGIONS.has(code) ? "other" : "state" };
}

function introduceCountry(code: string, recorder: EventRecorder): string {
  return recorder.introduce({ key: code, name: "", describe: () => describeCountry(code) });
}

function labelOf(nation: string | undefined, parts: readonly string[]): string {
  const roles = parts.join(", ");
  return nation === undefined ? roles : `${nation}: ${roles}`;
}

const KINDS: readonly (readonly [ActorKind, string])[] = [
  ["armed-group", "REB INS SEP UAF IMG"],
  ["alliance", "IGO PKO UNO"],
  ["agency", "MIL COP SPY"],
  ["office", "GOV LEG JUD ELI UIS"],
  ["media", "MED"],
  ["population", "CVL LAB REF SET AGR"],
];

const KIND_OF_TYPE: ReadonlyMap<string, ActorKind> = new Map(
  KINDS.flatMap(([kind, codes]) => codes.split(" ").map((code): [string, ActorKind] => [code, kind])),
);

/** By the first type that says it; else people of an ethnicity or religion are a population. */
function kindOf(group: string, types: readonly string[], ethnic: string, religion: string): ActorKind {
  const kind = types.map((type) => KIND_OF_TYPE.get(type)).find((found) => found !== undefined);
  if (kind !== undefined) return kind;
  return group === "" && types.every((type) => type === "") && ethnic + religion !== ""
    ? "population"
    : "other";
}
