/** NarrativeGraph → what a layout needs to know of it: boxes, links, kin. Plain arrays, actors by their index. */
import { DRAWING, lineWidth, nodeSize } from "../display/elements.ts";
import { nodeBox, placeLabel } from "../display/geometry.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { buildTies } from "../graph/ties.ts";

/** An actor's outline and label, as seen from its middle. */
export interface Body {
  readonly id: string;
  readonly radius: number;
  /** The node's box. */
  readonly node: Rect;
  /** The label's box; of no size where there is no label. */
  readonly label: Rect;
  /** Both together. */
  readonly whole: Rect;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All ties between two actors, in either direction. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Lines that are drawn, and whether any of them ends at `a` and at `b`. */
  readonly lines: number;
  readonly headAtA: boolean;
  readonly headAtB: boolean;
  readonly statements: number;
  /** Half of the breadth that the lines take in their middle. */
  readonly half: number;
}

export interface Figure {
  readonly bodies: readonly Body[];
  readonly links: readonly Link[];
  /** Part and whole. */
  readonly kin: readonly (readonly [part: number, whole: number])[];
}

/** Lines lie apart, in their middle, by half of the distance of their control points. */
const LINE_DISTANCE = DRAWING.bendStep / 2;

/** Linear in actors and statements. Bodies are in the dossier's order, links in the order of the story. */
export function buildFigure(narrative: NarrativeGraph): Figure {
  const { actors } = narrative.dossier;
  const index = new Map(actors.map(({ id }, at) => [id, at]));
  const touching = new Float64Array(actors.length);
  for (const { source, target } of narrative.statements) {
    for (const id of source === target ? [source] : [source, target]) touching[index.get(id)!]! += 1;
  }
  const bodies = actors.map(({ id, label, kind }, at): Body => {
    const element = { id, label, kind, x: 0, y: 0, size: nodeSize(touching[at]!) };
    const [node, text] = [nodeBox(element), placeLabel(element).box];
    return { id, radius: element.size / 2, node, label: text, whole: unite(node, text) };
  });
  const kin = actors.flatMap(({ partOf = [] }, at) =>
    partOf.flatMap((whole) => (index.has(whole) ? [[at, index.get(whole)!] as const] : [])),
  );
  return { bodies, links: gatherLinks(narrative, index), kin };
}

function unite(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const NO_LINES = { lines: 0, headAtA: false, headAtB: false, statements: 0, width: 0 };

function gatherLinks(narrative: NarrativeGraph, index: ReadonlyMap<string, number>): Link[] {
  const links = new Map<string, Omit<Mutable<Link>, "half"> & { width: number }>();
  for (const { source, target, statements } of buildTies(narrative.statements)) {
    const [s, t] = [index.get(source)!, index.get(target)!];
    if (s === t) continue;
    const [a, b] = [Math.min(s, t), Math.max(s, t)];
    const link = links.get(`${a} ${b}`) ?? { ...NO_LINES, a, b };
    link.lines += 1;
    if (t === a) link.headAtA = true;
    else link.headAtB = true;
    link.statements += statements.length;
    link.width = Math.max(link.width, lineWidth(statements.length));
    links.set(`${a} ${b}`, link);
  }
  return [...links.values()].map(({ width, ...link }) => ({
    ...link,
    half: ((link.lines - 1) * LINE_DISTANCE + width) / 2,
  }));
}
