/** The minimap: the actors as dots and the window as a frame. Plain canvas; drawn when something moved. */
import type { Elements } from "../../graph-data/display/elements.ts";
import type { Box } from "../../graph-data/display/geometry.ts";
import type { Size } from "./viewport.ts";

export interface MinimapLooks {
  readonly dot: string;
  readonly frame: string;
}

/** Maps graph coordinates into the minimap and back. */
export function minimapScale(box: Box, { width, height }: Size) {
  const factor = Math.min(
    width / Math.max(1, box.right - box.left),
    height / Math.max(1, box.bottom - box.top),
  );
  const left = (width - (box.right - box.left) * factor) / 2;
  const top = (height - (box.bottom - box.top) * factor) / 2;
  return {
    into: (x: number, y: number): [number, number] => [
      left + (x - box.left) * factor,
      top + (y - box.top) * factor,
    ],
    from: (x: number, y: number): [number, number] => [
      (x - left) / factor + box.left,
      (y - top) / factor + box.top,
    ],
  };
}

export function drawMinimap(
  context: CanvasRenderingContext2D,
  size: Size,
  box: Box,
  elements: Elements,
  extent: Box,
  looks: MinimapLooks,
): void {
  const { into } = minimapScale(box, size);
  context.clearRect(0, 0, size.width, size.height);
  context.fillStyle = looks.dot;
  for (const { x, y } of elements.nodes) {
    const [px, py] = into(x, y);
    context.fillRect(px - 1.25, py - 1.25, 2.5, 2.5);
  }
  const [x1, y1] = into(extent.left, extent.top);
  const [x2, y2] = into(extent.right, extent.bottom);
  context.strokeStyle = looks.frame;
  context.lineWidth = 1.5;
  context.strokeRect(
    Math.max(0.75, x1),
    Math.max(0.75, y1),
    Math.min(size.width - 0.75, x2) - Math.max(0.75, x1),
    Math.min(size.height - 0.75, y2) - Math.max(0.75, y1),
  );
}
