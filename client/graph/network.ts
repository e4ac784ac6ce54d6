/** The network on the screen, kept in step with the model: actors by Cytoscape, lines on a layer of our own. */
import { computed, effect } from "@preact/signals";
import cytoscape, { type Core } from "cytoscape";
import { type Box, boundNetwork } from "../../graph-data/display/geometry.ts";
import { tieId } from "../../graph-data/graph/build.ts";
import { resolveSelected, type Viewport } from "../../graph-data/lens/view.ts";
import type { Model } from "../state/model.ts";
import { type FollowedActors, followActors } from "./actors.ts";
import { createDrawing, type Drawing } from "./drawing.ts";
import { type Gestures, listenForGestures } from "./gestures.ts";
import { createLineLayer, type LineLayer } from "./line-layer.ts";
import type { Sight } from "./line-painter.ts";
import { createNames, type Names } from "./names.ts";
import { followPassing } from "./passing.ts";
import { buildStylesheet } from "./stylesheet.ts";
import { fitViewport, readViewport, sameViewport, setViewport, ZOOM } from "./viewport.ts";

/** Milliseconds that the viewport must rest before the state takes it up. */
const REST = 120;
/** With more actors than this, pointing at an actor does not dim the others: it would cost a frame. */
const MOST_DIMMED = 400;

/** Always the same, so that it is no news. */
const NOBODY: readonly string[] = [];

export interface Network {
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  /** All that is shown now fills the window. */
  fit(): void;
  /** Brings an actor into the window if it is outside. */
  reveal(id: string): void;
  lookAt(x: number, y: number): void;
  /** The part of the graph that the window shows. */
  extent(): Box;
  onViewport(listener: () => void): () => void;
  /** Where the picture stands now, between whole numbers, too. */
  stand(): Stand;
  /** Stands as another picture of the same size does. */
  standLike(stand: Stand): void;
  destroy(): void;
}

export interface Stand {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/** Draws into `container`, which holds nothing else. */
export function createNetwork(container: HTMLElement, model: Model): Network {
  claimStylesheet(container.ownerDocument);
  const canvas = container.ownerDocument.createElement("canvas");
  canvas.className = "graph-lines";
  const actors = container.ownerDocument.createElement("div");
  actors.className = "graph-actors";
  const above = container.ownerDocument.createElement("canvas");
  above.className = "graph-names";
  container.replaceChildren(canvas, actors, above);
  const cy = cytoscape({
    container: actors,
    style: buildStylesheet(model.theme.peek()),
    minZoom: ZOOM.least / 100,
    maxZoom: ZOOM.most / 100,
    boxSelectionEnabled: true,
  });
  const drawing = createDrawing(cy);
  const layer = createLineLayer(canvas, () => sightOf(cy), {
    theme: model.theme.peek(),
    styles: model.styles,
    chosen: new Set(),
    pointed: null,
  });
  cy.on("viewport", layer.draw);
  const names = createNames(above, () => sightOf(cy), { theme: model.theme.peek(), chosen: new Set() });
  const followed = followActors(cy, model, drawing, container);
  const stops = [
    followed.stop,
    effect(() => layer.show(model.elements.value)),
    followLooks(cy, model, drawing, layer),
    followViewport(cy, model, layer),
    followPassing(model, layer),
    followNames(cy, model, names, followed.standIns),
  ];
  listenForGestures(cy, actOnGestures(model, layer, actors));
  return {
    ...steer(cy, model),
    destroy() {
      for (const stop of stops) stop();
      layer.destroy();
      cy.destroy();
    },
  };
}

function sightOf(cy: Core): Sight {
  const { x, y } = cy.pan();
  return {
    zoom: cy.zoom(),
    x,
    y,
    width: cy.width(),
    height: cy.height(),
    ratio: window.devicePixelRatio || 1,
  };
}

/** Drawn again at the next frame when the picture, its place or its looks change, or who draws the actors. */
function followNames(cy: Core, model: Model, names: Names, standIns: FollowedActors["standIns"]): () => void {
  const { passing } = model.transient;
  const hidden = computed(() => passing.value !== null);
  const chosen = computed(() => model.state.value.view.select);
  let frame = 0;
  const ask = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => names.draw(hidden.peek()));
  };
  cy.on("viewport resize", ask);
  const stops = [
    effect(() => names.show(model.elements.value.nodes)),
    effect(() => {
      names.standIn(standIns.value ?? []);
      names.dress({ theme: model.theme.value, chosen: new Set(chosen.value) });
      void [model.elements.value, hidden.value];
      ask();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    cancelAnimationFrame(frame);
  };
}

function followLooks(cy: Core, model: Model, drawing: Drawing, layer: LineLayer): () => void {
  const { transient, theme } = model;
  const chosen = computed(() => model.state.value.view.select ?? NOBODY);
  let dressed = theme.peek();
  const stops = [
    theme.subscribe((now) => {
      if (now === dressed) return;
      dressed = now;
      cy.style(buildStylesheet(now));
      layer.dress({ theme: now });
    }),
    effect(() => {
      drawing.mark("chosen", chosen.value);
      layer.dress({ chosen: chosenLines(model, chosen.value) });
    }),
    effect(() => {
      drawing.mark("focused", transient.focus.value === null ? [] : [transient.focus.value]);
    }),
    effect(() => {
      const over = transient.pointed.value;
      const actor = over?.kind === "actor" ? over.id : null;
      drawing.mark("dim", actor === null ? [] : distantActors(model, actor));
      layer.dress({ pointed: actor });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Actors that no line joins to the one pointed at; none in a network so large that marking them costs a frame. */
function distantActors({ elements }: Model, actor: string): string[] {
  const { nodes, lines } = elements.peek();
  if (nodes.length > MOST_DIMMED) return [];
  const near = new Set([actor]);
  for (const { source, target } of lines) {
    if (source === actor) near.add(target);
    if (target === actor) near.add(source);
  }
  return nodes.flatMap(({ id }) => (near.has(id) ? [] : [id]));
}

function actOnGestures(model: Model, layer: LineLayer, surface: HTMLElement): Gestures {
  const { dispatch, transient } = model;
  return {
    lineAt: layer.at,
    tap: (id, also) =>
      dispatch(also ? { type: "select also", entry: id } : { type: "select", entries: [id] }),
    tapGround: () => dispatch({ type: "select", entries: [] }),
    openNode: (id) =>
      dispatch({ type: "look", lens: { ...model.state.peek().lens, actors: [id], path: undefined } }),
    openLine(id) {
      const line = model.elements.peek().lines.find((candidate) => candidate.id === id);
      if (line && (line.statements.length > 1 || line.id !== line.tie))
        dispatch({ type: "expand", tie: line.tie });
    },
    box: (ids) => dispatch({ type: "select", entries: ids }),
    drag: layer.drag,
    move: (moves) => dispatch({ type: "move", moves }),
    point(over) {
      if (over?.id === transient.pointed.peek()?.id) return;
      transient.pointed.value = over;
      surface.style.cursor = over === null ? "" : "pointer";
    },
  };
}

function steer(cy: Core, model: Model): Omit<Network, "destroy"> {
  const change = (zoom: Viewport | undefined) => model.dispatch({ type: "zoom", zoom });
  const extent = () => {
    const { x1, y1, x2, y2 } = cy.extent();
    return { left: x1, top: y1, right: x2, bottom: y2 };
  };
  return {
    zoomBy(factor) {
      const now = readViewport(cy);
      change({ ...now, scale: Math.min(ZOOM.most, Math.max(ZOOM.least, Math.round(now.scale * factor))) });
    },
    panBy(dx, dy) {
      const now = readViewport(cy);
      const units = (pixels: number) => Math.round((pixels / now.scale) * 100);
      change({ ...now, x: now.x + units(dx), y: now.y + units(dy) });
    },
    fit() {
      const elements = model.elements.peek();
      change(
        elements.nodes.length === 0
          ? undefined
          : fitViewport(boundNetwork(elements), sizeOf(cy), elements.nodes.length),
      );
    },
    reveal(id) {
      const node = model.elements.peek().nodes.find((candidate) => candidate.id === id);
      const { left, top, right, bottom } = extent();
      if (!node || (node.x > left && node.x < right && node.y > top && node.y < bottom)) return;
      change({ ...readViewport(cy), x: node.x, y: node.y });
    },
    lookAt: (x, y) => change({ ...readViewport(cy), x: Math.round(x), y: Math.round(y) }),
    extent,
    stand: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    standLike({ zoom, pan }) {
      const now = cy.pan();
      if (zoom !== cy.zoom() || pan.x !== now.x || pan.y !== now.y) cy.viewport({ zoom, pan: { ...pan } });
    },
    onViewport(listener) {
      cy.on("viewport resize", listener);
      return () => cy.off("viewport resize", listener);
    },
  };
}

/** Cytoscape writes a `<style>` unless it finds its own; ours (position: relative) is in the page's stylesheet. */
function claimStylesheet(document: Document): void {
  const id = "__________cytoscape_stylesheet";
  if (document.getElementById(id)) return;
  const claim = document.createElement("meta");
  claim.id = id;
  document.head.append(claim);
}

function sizeOf(cy: Core) {
  return { width: cy.width(), height: cy.height() };
}

/** State ⇄ viewport. Without a viewport in the state, the whole dossier fits the window, also after a resize. */
function followViewport(cy: Core, model: Model, layer: LineLayer): () => void {
  const whole = model.whole.value;
  let applied: Viewport | undefined;
  let appliedTo = "";
  let timer: number | undefined;
  const apply = () => {
    cy.resize();
    appliedTo = Object.values(sizeOf(cy)).join();
    const wanted =
      model.state.peek().view.zoom ?? fitViewport(whole, sizeOf(cy), model.narrative.actors.size);
    applied = wanted;
    layer.jump(() => setViewport(cy, wanted));
  };
  const zoom = computed(() => model.state.value.view.zoom);
  const stop = effect(() => {
    if (zoom.value === undefined || !sameViewport(zoom.value, applied)) apply();
  });
  const take = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      // The window has another size, and the observer has not said so yet: nobody moved the picture.
      if (appliedTo !== Object.values(sizeOf(cy)).join()) return apply();
      const now = readViewport(cy);
      if (sameViewport(now, applied)) return;
      applied = now;
      // The address holds whole numbers: what it will give elsewhere is what stands here.
      setViewport(cy, now);
      model.dispatch({ type: "zoom", zoom: now });
    }, REST);
  };
  cy.on("viewport", take);
  const observer = new ResizeObserver(apply);
  const container = cy.container();
  if (container) observer.observe(container);
  return () => {
    stop();
    window.clearTimeout(timer);
    observer.disconnect();
  };
}

/** The drawn lines that a selection picks out: lines and pairs by name, and the tie that a chosen statement is in. */
function chosenLines({ narrative, styles }: Model, select: readonly string[]): Set<string> {
  return new Set(
    select.flatMap((entry) => {
      const selected = resolveSelected(entry, narrative);
      switch (selected?.kind) {
        case "pair":
          return [...styles.keys()].flatMap((family) => [
            tieId(selected.a, selected.b, family),
            tieId(selected.b, selected.a, family),
          ]);
        case "statement": {
          const { source, target, family } = narrative.statementById.get(selected.id)!;
          return [entry, tieId(source, target, family)];
        }
        default:
          return [entry];
      }
    }),
  );
}
