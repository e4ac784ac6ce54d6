/** Actors → Cytoscape, as a difference in one batch. What leaves is hidden and kept: it often comes back. */
import type { Core, ElementDefinition } from "cytoscape";
import type { NodeElement } from "../../graph-data/display/elements.ts";
import { LABEL, nodeBox, wrapLabel } from "../../graph-data/display/geometry.ts";
import { reachOfKind } from "./stylesheet.ts";

export interface Drawing {
  /** Shows just these actors. */
  show(nodes: readonly NodeElement[]): void;
  /** Puts a class on just these actors; unknown ids are passed over. */
  mark(className: string, ids: Iterable<string>): void;
}

export function createDrawing(cy: Core): Drawing {
  /** As last drawn, also those that are hidden now. */
  const drawn = new Map<string, NodeElement>();
  let shown = new Set<string>();
  const marked = new Map<string, Set<string>>();

  const update = (node: NodeElement) => {
    const old = drawn.get(node.id);
    drawn.set(node.id, node);
    if (!old) {
      cy.add(defineNode(node));
      return;
    }
    const element = cy.getElementById(node.id);
    if (!shown.has(node.id)) element.removeClass("out");
    if (old.size !== node.size) element.data(nodeData(node));
    if (old.x !== node.x || old.y !== node.y) element.position({ x: node.x, y: node.y });
  };

  return {
    show(nodes) {
      const next = new Set(nodes.map(({ id }) => id));
      cy.batch(() => {
        for (const node of nodes) update(node);
        for (const id of shown) if (!next.has(id)) cy.getElementById(id).addClass("out");
      });
      shown = next;
    },
    mark(className, ids) {
      const before = marked.get(className) ?? new Set();
      const after = new Set(ids);
      cy.batch(() => {
        for (const id of before) if (!after.has(id)) cy.getElementById(id).removeClass(className);
        for (const id of after) if (!before.has(id)) cy.getElementById(id).addClass(className);
      });
      marked.set(className, after);
    },
  };
}

function nodeData(node: NodeElement) {
  const { size, kind, y } = node;
  const [wide, high] = reachOfKind(kind);
  const height = size * high;
  return { width: size * wide, height, gap: nodeBox(node).bottom - (y + height / 2) + LABEL.gap };
}

function defineNode(node: NodeElement): ElementDefinition {
  const { id, label, kind, x, y } = node;
  return {
    group: "nodes",
    data: { id, kind, text: wrapLabel(label).join("\n"), ...nodeData(node) },
    position: { x, y },
  };
}
