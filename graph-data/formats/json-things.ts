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

/** `more`: names that the format gives a meaning of its own. */
export function nodeOfRecord(id: string, record: Attributes, more: readonly string[] = []): NetworkNode {
  const called = textOf(record, "label") === undefined && textOf(record, "name") !== undefined;
  const apart = ["label", "x", "y", "size", "color", ...(called ? ["name"] : []), ...more];
  return {
    id,
    label: textOf(record, "label", "name") ?? "",
    attributes: without(record, new Set(apart)) ?? {},
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

export function edgeOfRecord(ends: Ends, record: Attributes, more: readonly string[] = []): NetworkEdge {
  const [start, end] = [textOf(record, "start"), textOf(record, "end")];
  const apart = ["label", "weight", "color", "start", "end", ...more];
  return {
    ...ends,
    label: textOf(record, "label") ?? "",
    weight: numberOf(attributeOf(record, "weight")) ?? 1,
    attributes: without(record, new Set(apart)) ?? {},
    spell: start || end ? { ...(start ? { start } : {}), ...(end ? { end } : {}) } : null,
    colour: textOf(record, "color") ?? null,
  };
}
