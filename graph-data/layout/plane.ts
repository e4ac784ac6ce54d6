/** A figure with positions, as arrays of numbers: what the cost of a layout is worked out from. */
import type { Body, Figure } from "./figure.ts";

export interface Plane {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** For each actor the boxes of node, label and both: left, top, right, bottom, as seen from its middle. */
  readonly rects: Float64Array;
  /** For each link its two ends … */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** … half of the breadth of its lines, the root of their number, and the root of the number of statements. */
  readonly half: Float64Array;
  readonly lines: Float64Array;
  readonly strength: Float64Array;
  /** Whether a head is at the first end, at the second: 1 or 0. */
  readonly headA: Uint8Array;
  readonly headB: Uint8Array;
  /** For each actor its links, and its parts and wholes. */
  readonly linksOf: readonly (readonly number[])[];
  readonly kinOf: readonly (readonly number[])[];
}

/** Where the boxes of an actor stand in `rects`. */
export const STRIDE = 12;
export const NODE = 0;
export const LABEL = 4;
export const WHOLE = 8;

/** The arrays of positions are the caller's, and are moved in place. */
export function buildPlane({ bodies, links, kin }: Figure, xs: Float64Array, ys: Float64Array): Plane {
  const linksOf: number[][] = bodies.map(() => []);
  const kinOf: number[][] = bodies.map(() => []);
  for (const [at, { a, b }] of links.entries()) {
    linksOf[a]!.push(at);
    linksOf[b]!.push(at);
  }
  for (const [part, whole] of kin) {
    kinOf[part]!.push(whole);
    kinOf[whole]!.push(part);
  }
  return {
    xs,
    ys,
    rects: Float64Array.from(bodies.flatMap(boxesOf)),
    a: Int32Array.from(links, ({ a }) => a),
    b: Int32Array.from(links, ({ b }) => b),
    half: Float64Array.from(links, ({ half }) => half),
    lines: Float64Array.from(links, ({ lines }) => Math.sqrt(lines)),
    strength: Float64Array.from(links, ({ statements }) => Math.sqrt(statements)),
    headA: Uint8Array.from(links, ({ headAtA }) => Number(headAtA)),
    headB: Uint8Array.from(links, ({ headAtB }) => Number(headAtB)),
    linksOf,
    kinOf,
  };
}

function boxesOf({ node, label, whole }: Body): number[] {
  return [node, label, whole].flatMap(({ left, top, right, bottom }) => [left, top, right, bottom]);
}
