/** The minimap: where the window stands in the whole network, while part of it is outside. A click or drag looks there. */
import { useEffect, useRef } from "preact/hooks";
import { ACCENT, FAINT_INK } from "../../graph-data/display/styles.ts";
import { drawMinimap, minimapScale } from "../graph/minimap.ts";
import type { Network } from "../graph/network.ts";
import { useModel } from "../state/model.ts";

const SIZE = { width: 132, height: 92 };

export function Minimap({ network }: { readonly network: Network | null }) {
  const model = useModel();
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = model.whole.value;
  const { elements, theme } = model;
  const [shown, looks] = [elements.value, theme.value];
  useEffect(() => {
    if (!network || !canvas.current) return;
    const context = canvas.current.getContext("2d");
    if (!context) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current.width = SIZE.width * ratio;
    canvas.current.height = SIZE.height * ratio;
    context.scale(ratio, ratio);
    let asked = 0;
    const draw = () => {
      const extent = network.extent();
      const allInView =
        extent.left <= box.left &&
        extent.top <= box.top &&
        extent.right >= box.right &&
        extent.bottom >= box.bottom;
      if (canvas.current) canvas.current.hidden = allInView;
      if (allInView) return;
      drawMinimap(context, SIZE, box, shown, extent, { dot: FAINT_INK[looks], frame: ACCENT[looks] });
    };
    const ask = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(draw);
    };
    ask();
    const stop = network.onViewport(ask);
    return () => {
      cancelAnimationFrame(asked);
      stop();
    };
  }, [network, shown, looks, box]);
  const look = (event: PointerEvent) => {
    if (!canvas.current || event.buttons === 0) return;
    const bounds = canvas.current.getBoundingClientRect();
    const at = minimapScale(box, SIZE).from(event.clientX - bounds.left, event.clientY - bounds.top);
    network?.lookAt(...at);
  };
  return (
    <canvas
      class="minimap"
      ref={canvas}
      role="img"
      aria-label="Minimap of the network"
      onPointerDown={look}
      onPointerMove={look}
    />
  );
}
