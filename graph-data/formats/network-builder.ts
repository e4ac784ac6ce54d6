/**
 * A network as a file tells it, node by node and edge by edge, in whatever order. Drafts are finished as soon as their
 * elements are closed: a million open maps would cost more than all the rest.
 */
import { errorAt, InvalidDataError } from "../errors.ts";
import type { Attributes, Network, NetworkEdge, NetworkNode, Value } from "./network.ts";
import type { Notes, Place } from "./notes.ts";
import type { Declared } from "./typed-values.ts";

/** A small file could otherwise fill the memory: some attributes times some nodes. */
const MOST_DEFAULTS = 2_000_000;

/** A network being read. */
export interface NetworkParser {
  push(text: string): void;
  /** Throws when the file ends early. */
  end(): Network;
}

export interface DraftNode {
  readonly id: string;
  label: string | null;
  readonly attributes: Map<string, Value>;
  /** Wholes that it lies within in the file. */
  readonly within: string[];
  x: number | null;
  y: number | null;
  size: number | null;
  colour: string | null;
}

export interface DraftEdge {
  readonly id: string | null;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  label: string;
  weight: number;
  readonly attributes: Map<string, Value>;
  start: string | null;
  end: string | null;
  colour: string | null;
}

export function draftNode(id: string, within: readonly string[] = []): DraftNode {
  return {
    id,
    label: null,
    attributes: new Map(),
    within: [...within],
    x: null,
    y: null,
    size: null,
    colour: null,
  };
}

export function draftEdge(id: string | null, source: string, target: string, directed: boolean): DraftEdge {
  return {
    id,
    source,
    target,
    directed,
    label: "",
    weight: 1,
    attributes: new Map(),
    start: null,
    end: null,
    colour: null,
  };
}

export class NetworkBuilder {
  readonly #nodes = new Map<string, NetworkNode>();
  readonly #edges: NetworkEdge[] = [];
  readonly #notes: Notes;
  #filled = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** Sets what a file declares for all, where one has no value of its own. */
  fill(attributes: Map<string, Value>, defaults: readonly Declared[]): void {
    for (const { title, initial } of defaults) {
      if (initial === undefined || attributes.has(title)) continue;
      attributes.set(title, initial);
      this.#filled += 1;
    }
    if (this.#filled <= MOST_DEFAULTS) return;
    const message = `default values are used more than ${MOST_DEFAULTS} times`;
    throw new InvalidDataError(`The file is too large to be read: ${message}`, [errorAt("", message)]);
  }

  /** The first of an id counts; a second is left out with a note. */
  addNode(node: DraftNode, place: Place): void {
    if (this.#nodes.has(node.id)) this.#notes.add("left out", "nodes whose id came before", place);
    else this.#nodes.set(node.id, finishNode(node));
  }

  addEdge(edge: DraftEdge, place: Place): void {
    this.#edges.push(finishEdge(edge, this.#edges.length));
    if (!edge.directed) this.#notes.add("read", "edges without a direction", place);
  }

  /** Ends of edges that no node declares become nodes named by their id. */
  build(attributes: Attributes): Network {
    for (const { source, target } of this.#edges) {
      for (const id of [source, target]) {
        if (this.#nodes.has(id)) continue;
        this.#nodes.set(id, finishNode(draftNode(id)));
        this.#notes.add("guessed", "ends of edges that are no nodes of the file, taken for nodes", () => id);
      }
    }
    return {
      attributes,
      nodes: [...this.#nodes.values()],
      edges: this.#edges,
    };
  }
}

function finishNode({ id, label, attributes, within, x, y, size, colour }: DraftNode): NetworkNode {
  if (within.length > 0) attributes.set("partOf", joinWholes(attributes.get("partOf"), within));
  return {
    id,
    label: label || id,
    attributes: finishAttributes(attributes),
    position: x === null || y === null ? null : [x, y],
    size,
    colour,
  };
}

/** Most edges of large files have none: they share one record. */
const NONE: Attributes = Object.freeze({});

function finishAttributes(attributes: ReadonlyMap<string, Value>): Attributes {
  return attributes.size === 0 ? NONE : Object.fromEntries(attributes);
}

function joinWholes(known: Value | undefined, within: readonly string[]): Value {
  const list = Array.isArray(known) ? known : [];
  return [...new Set([...list, ...within])];
}

function finishEdge(edge: DraftEdge, at: number): NetworkEdge {
  const { id, source, target, directed, label, weight, attributes, start, end, colour } = edge;
  return {
    id: id ?? `e${at}`,
    source,
    target,
    directed,
    label,
    weight,
    attributes: finishAttributes(attributes),
    spell: spellOf(start, end),
    colour,
  };
}

function spellOf(start: string | null, end: string | null): NetworkEdge["spell"] {
  if (start === null && end === null) return null;
  return { ...(start === null ? {} : { start }), ...(end === null ? {} : { end }) };
}
