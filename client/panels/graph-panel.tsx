/** The graph in the middle: the network, its tools, minimap, legend, and what is said when it is empty. */
import { useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { createNetwork, type Network } from "../graph/network.ts";
import { type Model, useModel } from "../state/model.ts";
import { describeNetwork, describeWindow } from "../state/shown.ts";
import { BesideGraph } from "./beside-graph.tsx";
import { EmptyGraph } from "./empty-graph.tsx";
import { useGraphKeys } from "./graph-keys.ts";
import { GraphTools } from "./graph-tools.tsx";
import { useHover } from "./hover.ts";
import { Legend } from "./legend.tsx";
import { Minimap } from "./minimap.tsx";
import { NetworkTable } from "./network-table.tsx";
import { PointedLine } from "./pointed-line.tsx";

export function GraphPanel() {
  const model = useModel();
  const { transient } = model;
  const container = useRef<HTMLDivElement>(null);
  const [network, setNetwork] = useState<Network | null>(null);
  // Before the first frame: the panels are painted once, with the network in their middle.
  useLayoutEffect(() => {
    if (!container.current) return;
    const created = createNetwork(container.current, model);
    setNetwork(created);
    document.documentElement.dataset.graph = "ready";
    return () => created.destroy();
  }, [model]);
  useSignalEffect(() => {
    const focus = transient.focus.value;
    if (focus !== null && network) network.reveal(focus);
  });
  const beside = model.compared.value !== null && model.state.value.view.beside === true;
  const onKeyDown = useGraphKeys(network);
  const hover = useHover("graph");
  return (
    <main class="graph-panel" aria-label="Network" id="network">
      <div class={beside ? "graph-area beside" : "graph-area"} {...hover}>
        <div
          class="graph"
          ref={container}
          role="application"
          aria-label={`${describeGraph(model)}. Arrow keys go from actor to actor, Enter chooses, question mark shows all keys. The same as a table: press T.`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
        {beside && <BesideGraph network={network} />}
        <EmptyGraph />
        <GraphTools network={network} />
        <PointedLine />
        <Minimap network={network} />
        {transient.table.value && <NetworkTable />}
      </div>
      <Legend />
    </main>
  );
}

/** What the graph itself shows: side by side, window B's network alone. */
function describeGraph({ shown, slice, compared, state }: Model): string {
  const { beside, shift } = state.value.view;
  return compared.value && beside
    ? describeWindow("B", slice.value)
    : describeNetwork(shown.value, compared.value, shift);
}
