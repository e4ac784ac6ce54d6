/** What a GraphML file declares before it uses it, and what of the format is left out. */
import { GRAPHICS } from "./graphml-things.ts";
import type { Notes, Place } from "./notes.ts";
import { Declarations, type Declared, readTyped } from "./typed-values.ts";

export type Kind = "graph" | "node" | "edge";
export type Keys = Readonly<Record<Kind, Declarations>>;

/** A key, declared for one kind of thing or for all. */
export type KeyPart = readonly (readonly [Kind, Declared])[];

const KINDS: readonly Kind[] = ["graph", "node", "edge"];

export function newKeys(): Keys {
  return { graph: new Declarations(), node: new Declarations(), edge: new Declarations() };
}

export function declareKey(attributes: Readonly<Record<string, string>>, keys: Keys): KeyPart {
  const { id = "" } = attributes;
  // What belongs to the file as a whole stands beside its graph.
  const target = attributes.for === "graphml" ? "graph" : (attributes.for ?? "all");
  const title = attributes["attr.name"] ?? id;
  const type = attributes["yfiles.type"] === undefined ? (attributes["attr.type"] ?? "string") : GRAPHICS;
  const kinds = KINDS.filter((kind) => target === "all" || target === kind);
  return kinds.map((kind) => [kind, keys[kind].declare(id, title, type)] as const);
}

/** The value of whoever has none. An empty one says nothing. */
export function setDefaults(key: KeyPart, text: string, keys: Keys, notes: Notes, place: Place): void {
  if (text === "") return;
  for (const [kind, declared] of key)
    keys[kind].setDefault(declared, readTyped(text, declared, notes, place));
}

const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ["hyperedge", "hyperedges"],
  ["port", "ports"],
  ["locator", "locators of data elsewhere"],
]);

/** Why an element is left out with all that is in it; `null` where it is not. */
export function describeLeftOut(name: string, isSecond: boolean): string | null {
  if (name === "graph" && isSecond) return "graphs after the first";
  return LEFT_OUT.get(name) ?? null;
}
