/** Names of actors in a drawing that is shown smaller than it is drawn: as large as the words around it, where they fit. */
import { type NodeElement, sortBySize } from "./elements.ts";
import { type Box, placeLabel } from "./geometry.ts";

export interface PlacedName {
  readonly lines: readonly string[];
  /** The middle of its upper edge. */
  readonly x: number;
  readonly y: number;
}

/** Air between two names, in units of the name. */
const AIR = 2;

/**
 * Below their nodes or, where that is taken, above or beside them, and within the box; those first that most statements
 * touch. A name that would lie on another wherever it stood is left out. `scale`: how much larger names are than the
 * drawing. Cost: the square of the names that find room.
 */
export function placeNames(nodes: readonly NodeElement[], scale: number, within: Box): PlacedName[] {
  const taken: Box[] = [];
  return sortBySize(nodes).flatMap((node) => {
    const { lines, box } = placeLabel(node);
    const room = listRooms(node, box, scale, within).find(
      (free) => !taken.some((other) => overlaps(other, free)),
    );
    if (!room) return [];
    taken.push(room);
    return [{ lines, x: (room.left + room.right) / 2, y: room.top }];
  });
}

/** Where the name of a node may stand, the best first. `box`: of its plain label. */
function listRooms(node: NodeElement, box: Box, scale: number, within: Box): Box[] {
  const width = (box.right - box.left + AIR) * scale;
  const height = (box.bottom - box.top + AIR) * scale;
  const below = box.top - node.y;
  const beside = below + width / 2;
  const places = [
    [node.x, node.y + below],
    [node.x, node.y - below - height],
    [node.x + beside, node.y - height / 2],
    [node.x - beside, node.y - height / 2],
  ] as const;
  return places.map(([x, y]) => {
    const left = Math.max(within.left, Math.min(within.right - width, x - width / 2));
    const top = Math.max(within.top, Math.min(within.bottom - height, y));
    return { left, right: left + width, top, bottom: top + height };
  });
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
