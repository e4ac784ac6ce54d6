/**
 * sigma 3 as its guide has it: all of the graph in Graphology, reducers that hide what lies outside the window, and a
 * refresh that leaves the index alone. Labels, their density and thresholds are sigma's own defaults.
 */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram } from "sigma/rendering";
import { INK, type Peer, type PeerGraph, type Shown, showWindow } from "./graph.ts";

export function createSigmaPeer(): Peer {
  let graph: PeerGraph;
  let shown: Shown;
  let renderer: Sigma;
  return {
    open(opened, container, window) {
      if (!document.createElement("canvas").getContext("webgl2"))
        throw new Error("sigma needs WebGL, which this Chromium does not give");
      graph = opened;
      shown = showWindow(graph, window);
      renderer = new Sigma(buildGraphology(graph), container, {
        defaultEdgeType: "arrow",
        edgeProgramClasses: { arrow: EdgeArrowProgram },
        // Sigma hands over copies: they may be written on.
        nodeReducer: (id, data) => Object.assign(data, { hidden: !shown.actors.has(id) }),
        edgeReducer: (id, data) => Object.assign(data, { hidden: !shown.ties.has(id) }),
      });
    },
    step(window) {
      shown = showWindow(graph, window);
      renderer.refresh({ skipIndexation: true });
    },
    countTies: () =>
      renderer.getGraph().filterEdges((id) => renderer.getEdgeDisplayData(id)?.hidden === false).length,
  };
}

/** Sigma's y axis points up. */
function buildGraphology({ actors, ties }: PeerGraph): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { id, label, x, y, statements } of actors)
    graph.addNode(id, { label, x, y: -y, size: 2 + Math.sqrt(statements) / 4, color: INK });
  for (const { id, source, target, colour } of ties)
    graph.addDirectedEdgeWithKey(id, source, target, { size: 1, color: colour });
  return graph;
}
