/** What a table calls a relation → a type of the codebook; what it does not know becomes a type of the dossier's own. */
import { DEFAULT_CODEBOOK } from "../dossier/codebook.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { Dossier, Family, RelationType } from "../dossier/records.ts";
import { OTHER } from "./cameo.ts";
import { createIds } from "./ids.ts";
import type { Notes, Place } from "./notes.ts";

/** Types of its own that a dossier can have. */
const MOST_TYPES = 900;
const MOST_FAMILIES = 90;

const LINKED: RelationType = { id: "linked", family: OTHER.id, label: "is linked to" };

export class TableTypes {
  readonly #notes: Notes;
  readonly #ids = createIds([...DEFAULT_CODEBOOK.types.keys()], "type");
  readonly #familyIds = createIds([...DEFAULT_CODEBOOK.families.keys()], "family");
  readonly #known = new Map<string, string>();
  readonly #types = new Map<string, RelationType>();
  readonly #families = new Map<string, Family>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** By id or label, in any case; the family counts for a type that is not known yet. */
  of(type: string, label: string, family: string, place: Place): string {
    const name = type || label || family;
    const key = JSON.stringify([name.toLowerCase(), family.toLowerCase()]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = TYPES.get(name.toLowerCase()) ?? this.#make(name, label || type || family, family, place);
    if (name !== "" && this.#known.size < MOST_TYPES * 2) this.#known.set(key, id);
    return id;
  }

  codebook(): Pick<Dossier, "families" | "relationTypes"> {
    if (this.#types.size === 0) return {};
    const families = [...DEFAULT_CODEBOOK.families.values(), ...this.#families.values()];
    return { families, relationTypes: [...this.#types.values()] };
  }

  #make(name: string, label: string, family: string, place: Place): string {
    const full = this.#types.size >= MOST_TYPES;
    if (name === "" || full) {
      this.#notes.add(
        "guessed",
        full ? `types beyond ${MOST_TYPES}, read as linked` : "rows without a type, read as linked",
        place,
      );
      this.#types.set(LINKED.id, LINKED);
      this.#families.set(OTHER.id, OTHER);
      return LINKED.id;
    }
    this.#notes.add("mapped", "types that the codebook does not have, kept as its own", place);
    const id = this.#ids.another(name);
    this.#types.set(id, { id, family: this.#family(family), label: label.slice(0, LIMITS.labelLength) });
    return id;
  }

  #family(name: string): string {
    const known = FAMILIES.get(name.toLowerCase());
    if (known !== undefined) return known;
    const fits = name !== "" && this.#families.size < MOST_FAMILIES;
    const id = fits ? this.#familyIds.of(name) : OTHER.id;
    const label = name.slice(0, LIMITS.labelLength);
    if (!this.#families.has(id)) this.#families.set(id, fits ? { id, label, sign: 0 } : OTHER);
    return id;
  }
}

const TYPES = byName([...DEFAULT_CODEBOOK.types.values()]);
const FAMILIES = byName([...DEFAULT_CODEBOOK.families.values()]);

/** An id wins over a label. */
function byName(
  entries: readonly { readonly id: string; readonly label: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...entries.map(({ id, label }): [string, string] => [label.toLowerCase(), id]),
    ...entries.map(({ id }): [string, string] => [id.toLowerCase(), id]),
  ]);
}
