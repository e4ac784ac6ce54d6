/** Entities of Discourse Network Analyzer → actors: persons, organizations and, of the kind "other", concepts. */
import { LIMITS } from "../dossier/limits.ts";
import type { Actor } from "../dossier/records.ts";
import type { DnaTables } from "./dna-tables.ts";
import type { Role } from "./dna-variables.ts";
import { createIds } from "./ids.ts";

/** An entity in the role that a statement gives it. */
export interface Entity {
  readonly number: number;
  readonly name: string;
  readonly role: Role;
}

export class DnaActors {
  readonly #names: ReadonlyMap<number, string>;
  readonly #attributes = new Map<number, [name: string, value: string][]>();
  readonly #ids = createIds([], "actor", ["author"]);
  readonly #used = new Map<number, { readonly id: string; readonly entity: Entity }>();
  readonly #wholes = new Map<number, Set<string>>();

  constructor({ entities, attributes }: DnaTables) {
    this.#names = new Map(entities.map(({ ID, Value }) => [Number(ID), String(Value ?? "").trim()]));
    for (const { EntityId, AttributeVariable, AttributeValue } of attributes) {
      if (AttributeValue === null || AttributeValue === "") continue;
      const list = this.#attributes.get(Number(EntityId)) ?? [];
      list.push([String(AttributeVariable), String(AttributeValue)]);
      this.#attributes.set(Number(EntityId), list);
    }
  }

  /** The program gives an empty name to what was not coded. */
  find(given: { readonly number: number; readonly role: Role } | undefined): Entity | undefined {
    const name = given && this.#names.get(given.number);
    return given && name ? { ...given, name } : undefined;
  }

  use(entity: Entity): string {
    const known = this.#used.get(entity.number);
    if (known) return known.id;
    const id = this.#ids.another(entity.name);
    this.#used.set(entity.number, { id, entity });
    return id;
  }

  isUsed(number: number): boolean {
    return this.#used.has(number);
  }

  belongs(person: Entity, organization: Entity): void {
    const wholes = this.#wholes.get(person.number) ?? new Set<string>();
    wholes.add(this.use(organization));
    this.#wholes.set(person.number, wholes);
  }

  used(): Actor[] {
    return [...this.#used.values()].map(({ id, entity }) => this.#describe(id, entity));
  }

  #describe(id: string, { number, name, role }: Entity): Actor {
    const given = this.#attributes.get(number) ?? [];
    const find = (wanted: string) => given.find(([attribute]) => attribute.toLowerCase() === wanted)?.[1];
    const [alias, notes, wholes] = [find("alias"), find("notes"), this.#wholes.get(number)];
    return {
      id,
      label: name.slice(0, LIMITS.labelLength),
      kind: role === "person" ? "person" : "other",
      ...(alias ? { aliases: [alias.slice(0, LIMITS.labelLength)] } : {}),
      ...(wholes ? { partOf: [...wholes] } : {}),
      ...(notes ? { description: notes.slice(0, LIMITS.noteLength) } : {}),
      variable: role,
      ...(given.length > 0 ? { attributes: Object.fromEntries(given) } : {}),
    };
  }
}
