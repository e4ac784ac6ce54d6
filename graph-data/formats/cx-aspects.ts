/** The parts of a file of CX: lists of elements, each list under the name of its aspect. */
import { attributeOf, isFields, textOf } from "./attributes.ts";
import { refuse } from "./json-file.ts";
import type { Attributes } from "./network.ts";

/** An element of an aspect, with where it stands in the file: its fragment's number and its own. */
export interface AspectElement {
  readonly fields: Attributes;
  readonly path: string;
}

/** The attribute of an edge that says whether it has a direction, and no more. */
export const DIRECTED: ReadonlySet<string> = new Set(["directed"]);

export type Aspects = (name: string) => readonly AspectElement[];

/** An aspect may come in several fragments. */
export function gatherAspects(parts: readonly Attributes[]): Aspects {
  const found = new Map<string, AspectElement[]>();
  for (const [at, part] of parts.entries()) {
    for (const [name, list] of Object.entries(part)) {
      if (!Array.isArray(list)) continue;
      const elements = found.get(name) ?? [];
      found.set(name, elements);
      for (const [index, fields] of list.entries()) {
        if (isFields(fields)) elements.push({ fields, path: `[${at}].${name}[${index}]` });
        else if (NEEDED.has(name)) refuse(`[${at}].${name}[${index}]`, "is not an object");
      }
    }
  }
  return (name) => found.get(name) ?? [];
}

const NEEDED = new Set(["nodes", "edges", "nodeAttributes", "edgeAttributes", "networkAttributes"]);

/** A stream that broke off says so in its last part. */
export function checkStatus(elements: readonly AspectElement[]): void {
  for (const { fields, path } of elements) {
    if (attributeOf(fields, "success") !== false) continue;
    refuse(
      path,
      `the file says of itself that it is not whole: ${textOf(fields, "error") ?? "no reason given"}`,
    );
  }
}
