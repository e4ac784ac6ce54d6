/** Actors → Cytoscape, as a difference in one batch. What leaves is hidden and kept: it often comes back. */
import type { Core, ElementDefinition } from "cytoscape";
import type { NodeElement } from "../../graph-data/display/elements.ts";
import { LABEL, nodeBox, wrapLabel } from "../../graph-data/display/geometry.ts";
import { reachOfKind } from "./stylesheet.ts";

export interface Drawing {
  /** Shows just these actors. */
  show(nodes: readonly NodeElement[]): void;
  /** Puts a class on just these actors, also on those that are shown only later. */
  mark(className: string, ids: Iterable<string>): void;
}

export function createDrawing(cy: Core): Drawing {
  /** As last drawn, also those that are hidden now. */
  const drawn = new Map<string, NodeElement>();
  let shown = new Set<string>();
  const marked = new Map<string, Set<string>>();

  const collect = (ids: Iterable<string>) => {
    const found = cy.collection();
    for (const id of ids) found.merge(cy.getElementById(id));
    return found;
  };

  const classesOf = (id: string) => [...marked].flatMap(([name, ids]) => (ids.has(id) ? [name] : []));

  return {
    show(nodes) {
      const next = new Set(nodes.map(({ id }) => id));
      const fresh = nodes.filter(({ id }) => !drawn.has(id));
      const known = nodes.flatMap((node) => {
        const old = drawn.get(node.id);
        return old ? [{ node, old }] : [];
      });
      for (const node of nodes) drawn.set(node.id, node);
      cy.batch(() => {
        collect(idsWithout(shown, next)).addClass("out");
        collect(known.flatMap(({ node: { id } }) => (shown.has(id) ? [] : [id]))).removeClass("out");
        for (const alike of groupLooks(known)) {
          collect(alike.map(({ id }) => id)).data(nodeData(alike[0]!));
        }
        for (const { node, old } of known)
          if (old.x !== node.x || old.y !== node.y)
            cy.getElementById(node.id).position({ x: node.x, y: node.y });
        cy.add(fresh.map((node) => ({ ...defineNode(node), classes: classesOf(node.id) })));
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

function idsWithout(ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => !others.has(id));
}

/** Actors of another size than before, those that now look alike together: one change for all of them. */
function groupLooks(changes: readonly { node: NodeElement; old: NodeElement }[]): NodeElement[][] {
  const groups = new Map<string, NodeElement[]>();
  for (const { node, old } of changes) {
    if (node.size === old.size) continue;
    const looks = `${node.kind} ${node.size}`;
    const group = groups.get(looks);
    if (group) group.push(node);
    else groups.set(looks, [node]);
  }
  return [...groups.values()];
}

/** What follows from kind and size alone. */
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
