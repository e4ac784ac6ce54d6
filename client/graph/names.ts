/**
 * Names of the largest actors, where the picture stands so small that Cytoscape draws none: a network without a name
 * tells nothing. On a canvas above the actors, each as large as at 100 %. Actors that Cytoscape has not drawn yet stand
 * under the names on the same canvas.
 */
import { type NodeElement, sortBySize } from "../../graph-data/display/elements.ts";
import { GROUND, INK } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import { fitCanvas, type Sight } from "./line-painter.ts";
import { type ActorLooks, paintActors } from "./stand-ins.ts";
import { MIN_ZOOMED_FONT } from "./stylesheet.ts";

const NAMES = {
  /** Pixels. */
  font: 12,
  most: 40,
  /** Room between two names. */
  air: 6,
  /** Characters of a name. */
  longest: 28,
} as const;

export interface Names {
  show(nodes: readonly NodeElement[]): void;
  dress(looks: ActorLooks): void;
  /** Actors to be drawn here, too. */
  standIn(nodes: readonly NodeElement[]): void;
  /** With `hidden`, nothing is drawn. */
  draw(hidden?: boolean): void;
}

export interface PlacedName {
  readonly text: string;
  /** The middle of its upper edge, in pixels of the window. */
  readonly x: number;
  readonly y: number;
}

export function createNames(canvas: HTMLCanvasElement, sight: () => Sight, first: ActorLooks): Names {
  const context = canvas.getContext("2d")!;
  let looks = first;
  let largest: readonly NodeElement[] = [];
  let standIns: readonly NodeElement[] = [];
  const widths = new Map<string, number>();
  const widthOf = (text: string) => {
    const width = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, width);
    return width;
  };
  return {
    show(nodes) {
      largest = sortBySize(nodes);
    },
    dress(next) {
      looks = next;
    },
    standIn(nodes) {
      standIns = nodes;
    },
    draw(hidden = false) {
      const now = sight();
      const { ratio } = now;
      fitCanvas(canvas, now);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, now.width, now.height);
      if (hidden) return;
      paintActors(context, standIns, now, looks);
      if (NAMES.font * now.zoom >= MIN_ZOOMED_FONT) return;
      prepareNames(context, ratio, looks.theme);
      for (const { text, x, y } of placeNames(largest, now, widthOf)) {
        context.strokeText(text, x, y);
        context.fillText(text, x, y);
      }
    },
  };
}

function prepareNames(context: CanvasRenderingContext2D, ratio: number, theme: Theme): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `${NAMES.font}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = GROUND[theme];
  context.fillStyle = INK[theme];
}

/** The largest first, as far as they find room; none over another. */
export function placeNames(
  largest: readonly NodeElement[],
  { zoom, x: left, y: top, width, height }: Sight,
  widthOf: (text: string) => number,
): PlacedName[] {
  const placed: (PlacedName & { readonly half: number })[] = [];
  for (const node of largest) {
    if (placed.length >= NAMES.most) break;
    const text = shorten(node.label);
    const [x, y] = [left + node.x * zoom, top + (node.y + node.size / 2) * zoom + 2];
    const half = widthOf(text) / 2;
    if (x - half < 0 || x + half > width || y < 0 || y + NAMES.font > height) continue;
    const crowded = placed.some(
      (other) =>
        Math.abs(other.x - x) < other.half + half + NAMES.air &&
        Math.abs(other.y - y) < NAMES.font + NAMES.air,
    );
    if (!crowded) placed.push({ text, x, y, half });
  }
  return placed;
}

function shorten(label: string): string {
  const letters = [...label];
  return letters.length <= NAMES.longest ? label : `${letters.slice(0, NAMES.longest - 1).join("")}…`;
}
