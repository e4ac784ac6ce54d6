/** Nodes → actors, and ids that edges name → the ids of those actors. */
import { KIND_WORDS } from "../display/styles.ts";
import { ACTOR_KINDS, LIMITS } from "../dossier/limits.ts";
import type { Actor, ActorKind, Dossier } from "../dossier/records.ts";
import { attributeOf, textOf, textsOf, without } from "./attributes.ts";
import { createIds, type Ids } from "./ids.ts";
import type { Network, NetworkNode } from "./network.ts";
import { cut, type Frame } from "./network-frame.ts";
import type { Notes } from "./notes.ts";

export interface Actors {
  /** The id of the actor that an edge names; made up where no node has it. */
  end(raw: string, place: () => string): string;
  /** The id of an actor that a statement speaks of, such as its voice. */
  named(raw: string, label: string | undefined, place: () => string): string;
  /** Whether a node or the frame has it. */
  has(raw: string): boolean;
  list(): readonly Actor[];
  /** `null` when no actor has a place. */
  positions(): NonNullable<Dossier["positions"]> | null;
}

/** Places further out are refused in a dossier. */
const FARTHEST = 1e6;
const READ = new Set(["kind", "aliases", "partOf", "description"]);

/** "author" is the voice of a document's author. */
export function createActors(network: Network, { own, actors: others }: Frame, notes: Notes): Actors {
  const raws = [...network.nodes.map(({ id }) => id), ...others.map(({ id }) => id)];
  const ids = createIds(raws, "actor", ["author"]);
  const known = new Set(raws);
  const list = new Map<string, Actor>();
  const positions = new Map<string, [number, number]>();
  const add = (raw: string, label: string, place: () => string) => {
    const id = ids.of(raw);
    if (!list.has(id)) {
      list.set(id, { id, label: cut(label || raw || id, LIMITS.labelLength), kind: "other" });
      notes.add("guessed", "actors that are named and have no node of their own", place);
    }
    return id;
  };
  for (const node of network.nodes) {
    const place = () => describe("node", node.id);
    const id = ids.of(node.id);
    if (list.has(id)) {
      notes.add("left out", "nodes with the id of an earlier node", place);
      continue;
    }
    if (ids.changed(node.id)) notes.add("mapped", "ids of actors made valid", place);
    list.set(id, actorOf(node, id, { ids, known, own, notes }));
    addPosition(positions, id, node, notes);
  }
  for (const actor of others) if (!list.has(ids.of(actor.id))) list.set(ids.of(actor.id), actor);
  return {
    end: (raw, place) => add(raw, raw, place),
    named: (raw, label, place) => add(raw, label ?? raw, place),
    has: (raw) => known.has(raw),
    list: () => [...list.values()],
    positions: () => (positions.size === 0 ? null : Object.fromEntries(positions)),
  };
}

/** `node "x"`, with a long id cut short. */
export function describe(what: string, id: string): string {
  return `${what} "${cut(id, 40)}"`;
}

interface Around {
  readonly ids: Ids;
  readonly known: ReadonlySet<string>;
  readonly own: boolean;
  readonly notes: Notes;
}

function actorOf({ id: raw, label, attributes }: NetworkNode, id: string, around: Around): Actor {
  const aliases = textsOf(attributes, "aliases").map((alias) => cut(alias, LIMITS.labelLength));
  const partOf = wholesOf(textsOf(attributes, "partOf"), raw, around);
  const description = attributeOf(attributes, "description");
  const kind = kindOf(textOf(attributes, "kind")) ?? kindOf(textOf(attributes, "type"));
  const rest = around.own ? undefined : without(attributes, READ);
  return {
    id,
    label: cut(label || raw || id, LIMITS.labelLength),
    kind: kind ?? "other",
    ...(aliases.length > 0 ? { aliases: aliases.slice(0, LIMITS.entries) } : {}),
    ...(partOf.length > 0 ? { partOf } : {}),
    ...(typeof description === "string" ? { description: cut(description, LIMITS.noteLength) } : {}),
    ...(rest ? { attributes: rest } : {}),
  };
}

function wholesOf(raws: readonly string[], raw: string, { ids, known, notes }: Around): string[] {
  return raws.flatMap((whole) => {
    if (known.has(whole)) return [ids.of(whole)];
    notes.add("left out", "wholes that an actor is part of and that are not in the file", () =>
      describe("node", raw),
    );
    return [];
  });
}

/** As the kind is called in a dossier or on the screen. */
function kindOf(text: string | undefined): ActorKind | undefined {
  const wanted = text?.trim().toLowerCase();
  return ACTOR_KINDS.find((kind) => kind === wanted || KIND_WORDS[kind] === wanted);
}

function addPosition(
  positions: Map<string, [number, number]>,
  id: string,
  { id: raw, position }: NetworkNode,
  notes: Notes,
): void {
  if (!position) return;
  const [x, y] = position;
  // Not-a-number is far away, too.
  if (Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST) positions.set(id, [x, y]);
  else notes.add("left out", "places too far out", () => describe("node", raw));
}
