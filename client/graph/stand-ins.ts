/**
 * Actors on a canvas, as Cytoscape draws them: they stand in for its own until it has them. It restyles each actor that
 * grew or shrank, which takes it longer than an eye waits for a large network.
 */
import type { NodeElement } from "../../graph-data/display/elements.ts";
import { LABEL, nodeBox, outlineOf, wrapLabel } from "../../graph-data/display/geometry.ts";
import { NODE_BORDER } from "../../graph-data/display/picture-network.ts";
import { ACCENT, EVENT_FILL, GROUND, INK, NODE_FILL } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { Sight } from "./line-painter.ts";
import { LABEL_HALO, MIN_ZOOMED_FONT } from "./stylesheet.ts";

export interface ActorLooks {
  readonly theme: Theme;
  readonly chosen: ReadonlySet<string>;
}

const CHOSEN_BORDER = 3;

export function paintActors(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeElement[],
  sight: Sight,
  looks: ActorLooks,
): void {
  const { zoom, x, y, ratio } = sight;
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  const seen = nodes.filter((node) => isSeen(node, sight));
  for (const node of seen) paintShape(context, node, looks);
  if (LABEL.fontSize * zoom >= MIN_ZOOMED_FONT) paintLabels(context, seen, looks.theme);
}

/** Whether an actor stands in the window or so near that its label reaches into it. */
function isSeen(node: NodeElement, { zoom, x, y, width, height }: Sight): boolean {
  const [at, down, reach] = [x + node.x * zoom, y + node.y * zoom, (node.size + LABEL.width) * zoom];
  return at > -reach && at < width + reach && down > -reach && down < height + reach;
}

function paintShape(
  context: CanvasRenderingContext2D,
  node: NodeElement,
  { theme, chosen }: ActorLooks,
): void {
  const picked = chosen.has(node.id);
  context.fillStyle = (node.kind === "event" ? EVENT_FILL : NODE_FILL)[theme];
  context.strokeStyle = picked ? ACCENT[theme] : INK[theme];
  context.lineWidth = picked ? CHOSEN_BORDER : NODE_BORDER;
  context.beginPath();
  const corners = outlineOf(node);
  if (!corners) context.arc(node.x, node.y, node.size / 2, 0, Math.PI * 2);
  else for (const [cx, cy] of corners) context.lineTo(cx, cy);
  context.closePath();
  context.fill();
  context.stroke();
}

function paintLabels(context: CanvasRenderingContext2D, nodes: readonly NodeElement[], theme: Theme): void {
  context.font = `${LABEL.fontSize}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 2 * LABEL_HALO;
  context.strokeStyle = GROUND[theme];
  context.fillStyle = INK[theme];
  for (const node of nodes) {
    const top = nodeBox(node).bottom + LABEL.gap;
    for (const [at, text] of wrapLabel(node.label).entries()) {
      context.strokeText(text, node.x, top + at * LABEL.fontSize);
      context.fillText(text, node.x, top + at * LABEL.fontSize);
    }
  }
}
