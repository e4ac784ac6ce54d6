/** Of a comparison side by side, the network of the earlier window; it moves and zooms with the other. */
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { createNetwork, type Network } from "../graph/network.ts";
import { useModel } from "../state/model.ts";
import { describeWindow } from "../state/shown.ts";

export function BesideGraph({ network }: { readonly network: Network | null }) {
  const model = useModel();
  const container = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!container.current || !network) return;
    // The window that moves is B's: only its network is sketched meanwhile.
    const transient = { ...model.transient, passing: signal(null) };
    const before = createNetwork(container.current, { ...model, transient, elements: model.before });
    const stops = [
      network.onViewport(() => before.standLike(network.stand())),
      before.onViewport(() => network.standLike(before.stand())),
    ];
    return () => {
      for (const stop of stops) stop();
      before.destroy();
    };
  }, [model, network]);
  const a = model.compared.value?.a;
  return (
    <>
      <div
        class="graph before"
        ref={container}
        role="img"
        aria-label={a ? describeWindow("A", a) : undefined}
      />
      <b class="side side-a">A</b>
      <b class="side side-b">B</b>
    </>
  );
}
