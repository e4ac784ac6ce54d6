/** The page of a peer: `index.html?sigma` or `index.html?cytoscape`. Below it a strip of stops, as bare as can be. */
import type { TimeWindow } from "../../graph-data/time/window.ts";
import { createCytoscapePeer } from "./cytoscape.ts";
import type { PeerGraph } from "./graph.ts";
import { createSigmaPeer } from "./sigma.ts";

const PEERS = { sigma: createSigmaPeer, cytoscape: createCytoscapePeer } as const;
const peer = PEERS[location.search.slice(1) as keyof typeof PEERS]();

export interface PeerPage {
  /** Draws into a box of `width` × `height` pixels and makes the strip's window movable. */
  open(options: PeerOptions): void;
  countTies(): number;
}

export interface PeerOptions {
  readonly graph: PeerGraph;
  readonly width: number;
  readonly height: number;
  readonly stops: number;
  readonly window: TimeWindow;
}

const page: PeerPage = {
  open({ graph, width, height, stops, window }) {
    const container = document.getElementById("network")!;
    Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
    peer.open(graph, container, window);
    followDrags(document.querySelector<HTMLElement>(".stops")!, stops, window, peer.step);
  },
  countTies: peer.countTies,
};
Object.assign(window, { peer: page });

/** As in the explorer: a drag that begins in the window moves it, another draws a new one; a frame stands around it. */
function followDrags(
  strip: HTMLElement,
  stops: number,
  first: TimeWindow,
  step: (window: TimeWindow) => void,
): void {
  const frame = strip.firstElementChild as HTMLElement;
  let window = first;
  const show = () => {
    const { first, last } = window;
    Object.assign(frame.style, {
      left: `${(first / stops) * 100}%`,
      width: `${((last - first + 1) / stops) * 100}%`,
    });
  };
  const stopAt = (x: number) => {
    const { left, width } = strip.getBoundingClientRect();
    return Math.min(stops - 1, Math.max(0, Math.floor(((x - left) / width) * stops)));
  };
  strip.addEventListener("pointerdown", ({ pointerId, clientX }) => {
    strip.setPointerCapture(pointerId);
    const [start, held] = [stopAt(clientX), window];
    const inside = start >= held.first && start <= held.last;
    strip.onpointermove = (event) => {
      const stop = stopAt(event.clientX);
      const by = Math.min(stops - 1 - held.last, Math.max(-held.first, stop - start));
      window = inside
        ? { first: held.first + by, last: held.last + by }
        : { first: Math.min(start, stop), last: Math.max(start, stop) };
      show();
      step(window);
    };
  });
  show();
  strip.addEventListener("pointerup", () => {
    strip.onpointermove = null;
  });
}
