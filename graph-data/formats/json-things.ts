/** Nodes and edges as formats of JSON have them: a flat record of attributes, with names that most programs share. */
import { attributeOf, textOf, without } from "./attributes.ts";
import { numberOf, positionOf } from "./json-file.ts";
import type { Attributes, NetworkEdge, NetworkNode } from "./network.ts";

/** A node's attributes with label, place, size and colour among them. */
export function recordOfNode({ label, attributes, position, size, colour }: NetworkNode): Attributes {
  return {
    label,
    ...attributes,
    ...(position ? { x: position[0], y: position[1] } : {}),
    ...(size === null ? {} : { size }),
    ...(colour === null ? {} : { color: colour }),
  };
}

/** An edge's attributes with label, weight, first and last day and colour among them. */
export function recordOfEdge({ label, weight, attributes, spell, colour }: NetworkEdge): Attributes {
  return { label, weight, ...attributes, ...spell, ...(colour === null ? {} : { color: colour }) };
}

const NONE: ReadonlySet<string> = new Set();
const NAME: ReadonlySet<string> = new Set(["name"]);
const OF_NODES: ReadonlySet<string> = new Set(["label", "x", "y", "size", "color"]);
const OF_EDGES: ReadonlySet<string> = new Set(["label", "weight", "color", "start", "end"]);

/** `more`: names that the format gives a meaning of its own. */
export function nodeOfRecord(id: string, record: Attributes, more: ReadonlySet<string> = NONE): NetworkNode {
  const label = textOf(record, "label");
  return {
    id,
    label: label ?? textOf(record, "name") ?? "",
    attributes: without(record, OF_NODES, more, label === undefined ? NAME : NONE) ?? {},
    position: positionOf(attributeOf(record, "x"), attributeOf(record, "y")),
    size: numberOf(attributeOf(record, "size")),
    colour: textOf(record, "color") ?? null,
  };
}

export interface Ends {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
}

export function edgeOfRecord(ends: Ends, record: Attributes, more: ReadonlySet<string> = NONE): NetworkEdge {
  const [start, end] = [textOf(record, "start"), textOf(record, "end")];
  return {
    ...ends,
    label: textOf(record, "label") ?? "",
    weight: numberOf(attributeOf(record, "weight")) ?? 1,
    attributes: without(record, OF_EDGES, more) ?? {},
    spell: start || end ? { ...(start ? { start } : {}), ...(end ? { end } : {}) } : null,
    colour: textOf(record, "color") ?? null,
  };
}
