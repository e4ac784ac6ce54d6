/** Actors as they are drawn, for tests of what draws them. */
import type { NodeElement } from "../../graph-data/display/elements.ts";

/** A state that one statement touches, in the middle. */
export function nodeElement(id: string): NodeElement {
  return { id, label: id, kind: "state", x: 0, y: 0, size: 20, statements: 1 };
}
