/** Arrow heads and strokes of lines: shapes and sizes are Cytoscape's, so that picture and screen look alike. */
import { type Point, type Quadratic, unit } from "./geometry.ts";
import { type Arrow, DASHES, type FamilyStyle, type Line } from "./styles.ts";

/** In the head's own frame: (0, 0) is the tip, (0, 1) points to the node; one unit is the arrow's size. */
const HEADS: Readonly<Record<Exclude<Arrow, "circle">, readonly Point[]>> = {
  triangle: [
    [-0.15, -0.3],
    [0, 0],
    [0.15, -0.3],
  ],
  vee: [
    [-0.15, -0.3],
    [0, 0],
    [0.15, -0.3],
    [0, -0.15],
  ],
  tee: [
    [-0.15, 0],
    [-0.15, -0.1],
    [0.15, -0.1],
    [0.15, 0],
  ],
  diamond: [
    [-0.15, -0.15],
    [0, -0.3],
    [0.15, -0.15],
    [0, 0],
  ],
};

const CIRCLE = 0.15;

/** Cytoscape's `arrow-scale` for a family: larger than its default; a thin line has a small head. */
export function arrowScale({ line, arrow }: Pick<FamilyStyle, "line" | "arrow">): number {
  if (line === "thin") return 0.95;
  return arrow === "tee" ? 1.35 : 1.15;
}

/** Side of the square in which an arrow head is defined, from the width of its line. */
export function arrowSize(width: number, scale: number): number {
  return Math.max((width * 13.37) ** 0.9, 29) * scale;
}

/** How wide a line is drawn: a thin one at two thirds of what its weight asks for. */
export function strokeWidth(line: Line, width: number): number {
  return line === "thin" ? Math.max(1, Math.round(width * 6.7) / 10) : width;
}

/** Lengths of dash and gap at a width; they grow more slowly than it does. Empty = unbroken. */
export function dashPattern(line: Line, width: number): number[] {
  const growth = Math.sqrt(Math.max(1, width));
  return DASHES[line].map((length) => Math.round(length * growth * 10) / 10);
}

export type ArrowHead =
  | { readonly kind: "polygon"; readonly points: readonly Point[] }
  | { readonly kind: "circle"; readonly centre: Point; readonly radius: number };

/** The head at the end of a curve, its tip on the outline of the node it points to. */
export function drawHead(curve: readonly Quadratic[], arrow: Arrow, size: number): ArrowHead {
  const [, control, end] = curve.at(-1)!;
  const [dx, dy] = unit([end[0] - control[0], end[1] - control[1]]);
  if (arrow === "circle") {
    const radius = size * CIRCLE;
    return { kind: "circle", centre: [end[0] - dx * radius, end[1] - dy * radius], radius };
  }
  const back = arrow === "tee" ? 1 : 0;
  const points = HEADS[arrow].map(([x, y]): Point => {
    const along = y * size - back;
    return [end[0] + dx * along - dy * x * size, end[1] + dy * along + dx * x * size];
  });
  return { kind: "polygon", points };
}

/** The curve shortened so that its end stays hidden under the head. */
export function leaveRoom(
  curve: readonly Quadratic[],
  arrow: Arrow,
  width: number,
  scale: number,
): Quadratic[] {
  const [start, control, end] = curve.at(-1)!;
  const [dx, dy] = unit([end[0] - control[0], end[1] - control[1]]);
  const room = arrow === "tee" ? 1 : width * scale * (arrow === "vee" ? 1.05 : arrow === "diamond" ? 1 : 2);
  const length = Math.min(room, Math.hypot(end[0] - control[0], end[1] - control[1]));
  return [...curve.slice(0, -1), [start, control, [end[0] - dx * length, end[1] - dy * length]]];
}
