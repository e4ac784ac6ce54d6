/** What an edge is called in another program → a type of the codebook. */
import { buildCodebook } from "../dossier/codebook.ts";
import type { Dossier, Family, RelationType } from "../dossier/records.ts";
import { textOf } from "./attributes.ts";
import type { NetworkEdge } from "./network.ts";
import { describe } from "./network-actors.ts";
import type { Notes } from "./notes.ts";

type OwnCodebook = Pick<Dossier, "families" | "relationTypes">;

export interface Types {
  /** `known`: the codebook has what the edge says. */
  of(edge: NetworkEdge): { readonly type: string; readonly known: boolean };
  /** What the dossier's codebook has to hold in place of what it held; empty when it needs nothing. */
  added(): OwnCodebook;
}

/** For edges of which the codebook knows nothing. */
const OTHER: Family = { id: "other", label: "other", question: "Who is linked to whom?", sign: 0 };
const LINKED: RelationType = { id: "linked", family: OTHER.id, label: "is linked to", sign: 0 };

export function createTypes(own: OwnCodebook, notes: Notes): Types {
  const { families, types } = buildCodebook(own);
  const typeBy = index([...types.values()]);
  const familyBy = index([...families.values()]);
  const further = new Map<string, RelationType>();
  const add = (type: RelationType) => {
    if (!types.has(type.id)) further.set(type.id, type);
    return type.id;
  };
  const ofFamily = (family: Family): string => {
    const id = types.has(family.id) ? `${family.id}-tie` : family.id;
    return add({ id, family: family.id, label: family.label });
  };
  return {
    of(edge) {
      const names = namesOf(edge);
      const type = firstOf(names, typeBy);
      if (type) return { type: type.id, known: true };
      const place = () => describe("edge", edge.id);
      const family = firstOf([textOf(edge.attributes, "family") ?? "", ...names], familyBy);
      if (family) notes.add("mapped", "edges that name a family and no type of relation", place);
      else notes.add("guessed", "edges without a known type of relation, read as linked", place);
      return { type: family ? ofFamily(family) : add(LINKED), known: family !== undefined };
    },
    added() {
      if (further.size === 0) return {};
      const relationTypes = [...(own.relationTypes ?? []), ...further.values()];
      const homeless = further.has(LINKED.id) && !families.has(OTHER.id);
      return homeless ? { families: [...families.values(), OTHER], relationTypes } : { relationTypes };
    },
  };
}

/** In the order in which they are believed. */
function namesOf({ attributes, label }: NetworkEdge): string[] {
  return [...["type", "relation", "interaction"].map((name) => textOf(attributes, name) ?? ""), label];
}

/** By id and by label, in lower case; an id wins over a label. */
function index<T extends { readonly id: string; readonly label: string }>(
  entries: readonly T[],
): ReadonlyMap<string, T> {
  const key = (text: unknown) => String(text).toLowerCase();
  return new Map([
    ...entries.map((entry): [string, T] => [key(entry.label), entry]),
    ...entries.map((entry): [string, T] => [key(entry.id), entry]),
  ]);
}

function firstOf<T>(names: readonly string[], known: ReadonlyMap<string, T>): T | undefined {
  for (const name of names) {
    const found = known.get(name.trim().toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}
