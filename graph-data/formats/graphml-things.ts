/** Nodes and edges of GraphML with their looks: as we write them, as yEd does, and under the names others use. */
import type { Value } from "./network.ts";
import { type DraftEdge, type DraftNode, draftEdge, draftNode } from "./network-builder.ts";
import type { Notes, Place } from "./notes.ts";
import { numberOf } from "./numbers.ts";

type XmlAttributes = Readonly<Record<string, string>>;

/** Type of keys that hold drawings of yFiles: they are read element by element. */
export const GRAPHICS = "yfiles";

/** A graph, node or edge that is open. `draft` is `null` where it cannot be used. */
export type Thing =
  | { readonly kind: "graph"; readonly draft: null; readonly directed: boolean; label: string | null }
  | { readonly kind: "node"; readonly draft: DraftNode | null; label: string | null }
  | { readonly kind: "edge"; readonly draft: DraftEdge | null; label: string | null };

/** A node in a graph that is in a node is part of it. */
export function readNode({ id }: XmlAttributes, open: readonly Thing[], notes: Notes, place: Place): Thing {
  if (id === undefined) notes.add("left out", "nodes without an id", place);
  const around = open.findLast(({ kind }) => kind === "node")?.draft;
  const draft = id === undefined ? null : draftNode(id, around && "within" in around ? [around.id] : []);
  return { kind: "node", draft, label: null };
}

export function readEdge(
  attributes: XmlAttributes,
  open: readonly Thing[],
  notes: Notes,
  place: Place,
): Thing {
  const { id = null, source, target, directed: own } = attributes;
  if (attributes.sourceport !== undefined || attributes.targetport !== undefined)
    notes.add("left out", "ports that edges are tied to", place);
  if (source === undefined || target === undefined) {
    notes.add("left out", "edges without a source or a target", place);
    return { kind: "edge", draft: null, label: null };
  }
  const graph = open.findLast((thing) => thing.kind === "graph");
  const directed = own === undefined ? (graph?.directed ?? false) : own === "true" || own === "1";
  return { kind: "edge", draft: draftEdge(id, source, target, directed), label: null };
}

/** An element of a yFiles drawing. */
export function readGraphics(name: string, attributes: XmlAttributes, thing: Thing | undefined): void {
  if (!thing?.draft) return;
  if (name === "Fill" || name === "LineStyle") thing.draft.colour ??= colourOf(attributes.color);
  if (name !== "Geometry" || thing.kind !== "node" || thing.draft.x !== null) return;
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => numberOf(attributes[key]));
  if (x == null || y == null) return;
  // There a place is that of the upper left corner.
  thing.draft.x = x + (width ?? 0) / 2;
  thing.draft.y = y + (height ?? 0) / 2;
  thing.draft.size = width == null || height == null ? null : Math.min(width, height);
}

type Attributes = Map<string, Value>;

/** Takes label, place and size out of the attributes. */
export function finishNode(draft: DraftNode, label: string | null): DraftNode {
  const { attributes } = draft;
  draft.label =
    label ?? takeText(attributes, "viz:label", "label", "Label") ?? textOf(attributes.get("name"));
  const [x, y] = [takeNumber(attributes, "viz:x", "x"), takeNumber(attributes, "viz:y", "y")];
  if (x !== null && y !== null) Object.assign(draft, { x, y });
  draft.size = takeNumber(attributes, "viz:size", "size") ?? draft.size;
  return draft;
}

/** Takes label, weight, colour and dates out of the attributes. */
export function finishEdge(draft: DraftEdge, label: string | null): DraftEdge {
  const { attributes } = draft;
  draft.label = label ?? takeText(attributes, "viz:label", "label", "Edge Label", "edgelabel") ?? "";
  draft.weight = takeNumber(attributes, "viz:weight", "weight", "Edge Weight") ?? 1;
  draft.colour = colourOf(takeText(attributes, "viz:colour") ?? undefined) ?? draft.colour;
  draft.start = takeText(attributes, "viz:start");
  draft.end = takeText(attributes, "viz:end");
  return draft;
}

/** The first of the attributes that is a text; it is an attribute no longer. */
function takeText(attributes: Attributes, ...names: readonly string[]): string | null {
  return take(attributes, names, textOf);
}

function takeNumber(attributes: Attributes, ...names: readonly string[]): number | null {
  return take(attributes, names, (value) => (typeof value === "number" ? value : null));
}

function take<T>(
  attributes: Attributes,
  names: readonly string[],
  read: (value: Value) => T | null,
): T | null {
  for (const name of names) {
    const value = attributes.get(name);
    const taken = value === undefined ? null : read(value);
    if (taken === null) continue;
    attributes.delete(name);
    return taken;
  }
  return null;
}

function textOf(value: Value | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;
}

function colourOf(text: string | undefined): string | null {
  return /^#[0-9a-f]{6}$/i.test(text ?? "") ? text!.toLowerCase() : null;
}
