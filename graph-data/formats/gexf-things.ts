/** Nodes and edges of GEXF with what stands in them: attributes, looks, times. */
import { dayOf, hasTimes, joinStretches, type Stretch, timesOf } from "./gexf-times.ts";
import { type DraftEdge, type DraftNode, draftEdge, draftNode } from "./network-builder.ts";
import type { Notes, Place } from "./notes.ts";
import { numberOf } from "./numbers.ts";
import { type Declarations, type Declared, isRepeated, readTyped } from "./typed-values.ts";

type XmlAttributes = Readonly<Record<string, string>>;

/** What a file has said so far that later elements depend on. */
export interface GexfState {
  readonly notes: Notes;
  readonly place: Place;
  readonly declared: Readonly<Record<"node" | "edge", Declarations>>;
  /** Of edges that do not say so themselves. */
  directed: boolean;
}

interface Common {
  readonly stretches: Stretch[];
  /** For each attribute, when its value ends: a later one replaces it. */
  readonly ends: Map<string, string>;
  /** Once all that is in it was read. */
  settle(): void;
}

/** An element that is open. `draft` is `null` where it cannot be used. */
export type Thing =
  | (Common & { readonly kind: "node"; readonly draft: DraftNode | null })
  | (Common & { readonly kind: "edge"; readonly draft: DraftEdge | null });

export function readNode(attributes: XmlAttributes, open: readonly Thing[], state: GexfState): Thing {
  const { id, label, pid } = attributes;
  const around = open.findLast(({ kind }) => kind === "node")?.draft;
  const within = [pid, around && "within" in around ? around.id : undefined].filter(
    (whole) => whole !== undefined,
  );
  const draft = id === undefined ? null : draftNode(id, within);
  if (draft) draft.label = label ?? null;
  else state.notes.add("left out", "nodes without an id", state.place);
  const stretches = readTimes(attributes, state);
  const settle = () => {
    if (stretches.length > 0) state.notes.add("left out", "times of nodes", state.place);
  };
  return { kind: "node", draft, stretches, ends: new Map(), settle };
}

export function readEdge(attributes: XmlAttributes, state: GexfState): Thing {
  const { id = null, source, target, label = "", weight } = attributes;
  const usable = source !== undefined && target !== undefined;
  const draft = usable ? draftEdge(id, source, target, isDirected(attributes.type, state)) : null;
  if (!draft) state.notes.add("left out", "edges without a source or a target", state.place);
  const stretches = readTimes(attributes, state);
  if (draft) {
    draft.label = label;
    draft.weight = numberOf(weight) ?? 1;
  }
  const settle = () => {
    if (stretches.length > 1)
      state.notes.add("guessed", "edges with several times, taken from the first to the last", state.place);
    if (draft && stretches.length > 0) Object.assign(draft, joinStretches(stretches));
  };
  return { kind: "edge", draft, stretches, ends: new Map(), settle };
}

function isDirected(type: string | undefined, { directed, notes, place }: GexfState): boolean {
  if (type === "directed") return true;
  if (type === "undirected") return false;
  if (type === "mutual") notes.add("guessed", "mutual edges, read as edges without a direction", place);
  else if (type !== undefined) notes.add("guessed", "edges of an unknown kind of direction", place);
  return type === "mutual" ? false : directed;
}

/** What stands within a node or an edge, and elements that have no place there. */
export function readThing(
  name: string,
  attributes: XmlAttributes,
  thing: Thing | undefined,
  state: GexfState,
): void {
  switch (name) {
    case "attvalue":
      readValue(attributes, thing, state);
      return;
    case "spell":
    case "slice":
      thing?.stretches.push(...readTimes(attributes, state));
      return;
    case "color":
    case "position":
    case "size":
      readLook(name, attributes, thing);
      return;
    default:
      if (!STRUCTURE.has(name)) state.notes.add("left out", `elements <${name.slice(0, 40)}>`, state.place);
  }
}

/** Elements that only hold others, and looks that follow from the data here. */
const STRUCTURE = new Set("gexf meta nodes edges attvalues spells slices options shape thickness".split(" "));

/** A name that GEXF reserves; files in use do not always declare it. */
const WEIGHT: Declared = { key: "weight", title: "weight", type: "double" };

function readValue(attributes: XmlAttributes, thing: Thing | undefined, state: GexfState): void {
  const { notes, place, declared: all } = state;
  const key = attributes.for ?? attributes.id;
  const { value } = attributes;
  if (!thing?.draft || key === undefined || value === undefined || isRepeated(key)) return;
  const known = all[thing.kind].get(key) ?? (key === "weight" && thing.kind === "edge" ? WEIGHT : undefined);
  if (!known) notes.add("guessed", "values of attributes that are not declared, read as text", place);
  const declared = known ?? { key, title: key, type: "" };
  if (isOutlived(key, attributes, thing, state)) return;
  const read = readTyped(value, declared, notes, place);
  const isWeight = thing.kind === "edge" && declared.title.toLowerCase() === "weight";
  if (isWeight && typeof read === "number") thing.draft.weight = read;
  else thing.draft.attributes.set(declared.title, read);
}

/** Of an attribute's values over time the one that lasts longest counts; one without an end lasts for ever. */
function isOutlived(
  key: string,
  { end, endopen, timestamp }: XmlAttributes,
  thing: Thing,
  state: GexfState,
): boolean {
  const ends = end ?? endopen ?? timestamp ?? "~";
  const known = thing.ends.get(key);
  if (known !== undefined)
    state.notes.add("left out", "earlier values of attributes that change over time", state.place);
  if (known !== undefined && isBefore(ends, known)) return true;
  thing.ends.set(key, ends);
  return false;
}

/** `~` is after all dates and numbers. */
function isBefore(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a < b : x < y;
}

function readLook(
  name: "color" | "position" | "size",
  attributes: XmlAttributes,
  thing: Thing | undefined,
): void {
  if (!thing?.draft) return;
  if (name === "color") thing.draft.colour = colourOf(attributes) ?? thing.draft.colour;
  if (thing.kind !== "node") return;
  const { x, y, value } = attributes;
  if (name === "size") thing.draft.size = numberOf(value);
  if (name !== "position") return;
  const height = numberOf(y);
  thing.draft.x = numberOf(x);
  // Its y axis points up.
  thing.draft.y = height === null ? null : 0 - height;
}

function colourOf({ r, g, b, hex }: XmlAttributes): string | null {
  if (hex !== undefined) return /^#[0-9a-f]{6}$/i.test(hex) ? hex.toLowerCase() : null;
  const channels = [r, g, b].map(numberOf);
  if (channels.some((channel) => channel === null || channel < 0 || channel > 255)) return null;
  return `#${channels.map((channel) => Math.round(channel!).toString(16).padStart(2, "0")).join("")}`;
}

function readTimes(attributes: XmlAttributes, { notes, place }: GexfState): Stretch[] {
  if (!hasTimes(attributes)) return [];
  return timesOf(attributes).flatMap(([from, to]): Stretch[] => {
    const stretch = { start: dayOf(from), end: dayOf(to) };
    const lost = (from !== undefined && !stretch.start) || (to !== undefined && !stretch.end);
    if (lost) notes.add("left out", "times that are no dates", place);
    return stretch.start || stretch.end ? [stretch] : [];
  });
}
