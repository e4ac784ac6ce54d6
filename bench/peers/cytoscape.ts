/**
 * Cytoscape without anything of ours: what leaves the window is removed, what comes is added, in one batch. Curves and
 * heads as most would have them; labels too small to read are left out, as the explorer does it.
 */
import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from "cytoscape";
import {
  INK,
  type Peer,
  type PeerActor,
  type PeerGraph,
  type PeerTie,
  type Shown,
  showWindow,
} from "./graph.ts";

const STYLE: StylesheetJson = [
  {
    selector: "node",
    style: {
      width: "data(size)",
      height: "data(size)",
      label: "data(label)",
      "font-size": 12,
      "min-zoomed-font-size": 5,
      "background-color": INK,
    },
  },
  {
    selector: "edge",
    style: {
      width: 3,
      "curve-style": "bezier",
      "line-color": "data(colour)",
      "target-arrow-shape": "triangle",
      "target-arrow-color": "data(colour)",
    },
  },
];

export function createCytoscapePeer(): Peer {
  let graph: PeerGraph;
  let shown: Shown = { ties: new Set(), actors: new Set() };
  let cy: Core;
  const show = (next: Shown) => {
    cy.batch(() => {
      cy.remove(collect(cy, without(shown.ties, next.ties)));
      cy.remove(collect(cy, without(shown.actors, next.actors)));
      cy.add(graph.actors.filter(({ id }) => next.actors.has(id) && !shown.actors.has(id)).map(defineNode));
      cy.add(graph.ties.filter(({ id }) => next.ties.has(id) && !shown.ties.has(id)).map(defineEdge));
    });
    shown = next;
  };
  return {
    open(opened, container, window) {
      graph = opened;
      cy = cytoscape({
        container,
        style: STYLE,
        elements: graph.actors.map(defineNode),
        layout: { name: "preset" },
      });
      cy.fit(undefined, 18);
      shown = { ties: new Set(), actors: new Set(graph.actors.map(({ id }) => id)) };
      show(showWindow(graph, window));
    },
    step: (window) => show(showWindow(graph, window)),
    countTies: () => cy.edges().length,
  };
}

function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => !others.has(id));
}

function collect(cy: Core, ids: readonly string[]) {
  const found = cy.collection();
  for (const id of ids) found.merge(cy.getElementById(id));
  return found;
}

function defineNode({ id, label, x, y, statements }: PeerActor): ElementDefinition {
  return { group: "nodes", data: { id, label, size: 16 + 5 * Math.sqrt(statements) }, position: { x, y } };
}

function defineEdge({ id, source, target, colour }: PeerTie): ElementDefinition {
  return { group: "edges", data: { id, source, target, colour } };
}
