/** Walking the graph with the arrow keys: from an actor to the one that lies that way. Pure. */
import type { Elements, NodeElement } from "../../graph-data/display/elements.ts";

export type Direction = "left" | "right" | "up" | "down";

const TOWARDS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How much an actor off to the side seems further away, and one that no line leads to. */
const WALK = { sidewaysCost: 2, unlinkedCost: 1.6 } as const;

/**
 * The actor next to `from` in a direction: near, straight ahead, and rather one that a line leads to. `null` when
 * nothing lies that way. Without `from`, the actor with the most statements.
 */
export function stepFrom(from: string | null, direction: Direction, elements: Elements): string | null {
  const start = elements.nodes.find(({ id }) => id === from);
  if (!start) return mostStated(elements)?.id ?? null;
  const linked = linkedTo(start.id, elements);
  let best: { id: string; cost: number } | null = null;
  for (const node of elements.nodes) {
    const cost = costOf(start, node, TOWARDS[direction]) * (linked.has(node.id) ? 1 : WALK.unlinkedCost);
    if (cost < (best?.cost ?? Infinity)) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}

function mostStated({ nodes }: Elements): NodeElement | undefined {
  return nodes.reduce<NodeElement | undefined>(
    (most, node) => (most && most.statements >= node.statements ? most : node),
    undefined,
  );
}

function linkedTo(id: string, { lines }: Elements): Set<string> {
  const linked = new Set<string>();
  for (const { source, target } of lines) {
    if (source === id) linked.add(target);
    if (target === id) linked.add(source);
  }
  return linked;
}

function costOf(from: NodeElement, to: NodeElement, [tx, ty]: readonly [number, number]): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const ahead = dx * tx + dy * ty;
  const aside = Math.abs(dx * ty - dy * tx);
  return ahead <= 0 || aside > ahead * 2 ? Infinity : ahead + aside * WALK.sidewaysCost;
}
