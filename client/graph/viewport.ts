/** Where the picture stands: between the address's viewport, which knows no window, and a window of some size. */
import type { Core } from "cytoscape";
import type { Box } from "../../graph-data/display/geometry.ts";
import type { Viewport } from "../../graph-data/lens/view.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const FIT = {
  padding: 18,
  mostScale: 160,
  /** A small network is not fitted smaller than its labels can be read; the rest is a drag away. */
  legibleScale: 62,
  fewActors: 120,
} as const;
export const ZOOM = { least: 5, most: 600, step: 1.25 } as const;

/** The viewport in which a box fills a window, no larger than 160 %, and legible where `actors` are few. */
export function fitViewport(box: Box, { width, height }: Size, actors = Infinity): Viewport {
  const room = (length: number) => Math.max(40, length - 2 * FIT.padding);
  const scale = Math.min(
    (room(width) / Math.max(1, box.right - box.left)) * 100,
    (room(height) / Math.max(1, box.bottom - box.top)) * 100,
    FIT.mostScale,
  );
  return {
    x: Math.round((box.left + box.right) / 2),
    y: Math.round((box.top + box.bottom) / 2),
    scale: Math.max(actors <= FIT.fewActors ? FIT.legibleScale : ZOOM.least, Math.floor(scale)),
  };
}

export function readViewport(cy: Core): Viewport {
  const zoom = cy.zoom();
  const pan = cy.pan();
  return {
    x: Math.round((cy.width() / 2 - pan.x) / zoom),
    y: Math.round((cy.height() / 2 - pan.y) / zoom),
    scale: Math.max(1, Math.round(zoom * 100)),
  };
}

export function setViewport(cy: Core, { x, y, scale }: Viewport): void {
  const zoom = scale / 100;
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } });
}

export function sameViewport(a: Viewport | undefined, b: Viewport | undefined): boolean {
  return a === b || (!!a && !!b && a.x === b.x && a.y === b.y && a.scale === b.scale);
}
