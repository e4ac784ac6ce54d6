/**
 * Slice + view state → the plain elements that a surface draws: the graph on the screen, the picture as SVG. Sizes and
 * coordinates are in graph units: one pixel at 100 %. The y axis points down.
 */
import type { ActorKind } from "../dossier/records.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { buildTies, type Tie } from "../graph/ties.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { selectStatement } from "../lens/view.ts";
import type { ShiftKind } from "../shift/compare.ts";

export interface NodeElement {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly x: number;
  readonly y: number;
  /** Diameter. */
  readonly size: number;
  /** Statements of the slice that touch the actor; a statement about itself counts once. */
  readonly statements: number;
}

export interface LineElement {
  /** A tie's id or, where the tie is expanded, the selection entry of the statement. */
  readonly id: string;
  readonly tie: string;
  readonly source: string;
  readonly target: string;
  readonly family: string;
  readonly statements: readonly StatementEdge[];
  readonly width: number;
  /**
   * How far the curve's control point lies to the side of the middle; positive: to the right of one who goes from
   * source to target, as Cytoscape has it. 0 is a straight line.
   */
  readonly bend: number;
  /** Statements in an actor's own voice are among them: the line carries a quotation mark. */
  readonly quoted: boolean;
  /** In a comparison: what became of the tie. */
  readonly shift?: ShiftKind;
  /** In a comparison: the later slice has no statement of the tie. */
  readonly gone?: boolean;
  /** In a comparison: both slices have the tie, with opposite signs. */
  readonly turned?: boolean;
}

export interface Elements {
  readonly nodes: readonly NodeElement[];
  readonly lines: readonly LineElement[];
}

/** Those first that most statements touch. */
export function sortBySize(nodes: readonly NodeElement[]): NodeElement[] {
  return [...nodes].sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
}

export type Positions = ReadonlyMap<string, readonly [x: number, y: number]>;

export const DRAWING = {
  nodeSize: { least: 16, perRoot: 5, most: 64 },
  lineWidth: { least: 1.2, perRoot: 1.1, most: 12 },
  /** Between the control points of neighbouring parallel lines. */
  bendStep: 46,
} as const;

export interface DisplayOptions {
  readonly positions: Positions;
  /** Ids of ties to draw statement by statement. */
  readonly expand?: readonly string[];
}

/** Cost: linear in statements. Orders are those of the slice. */
export function displaySlice(slice: Slice, { positions, expand = [] }: DisplayOptions): Elements {
  const counts = countByActor(slice.statements);
  const expanded = new Set(expand);
  const bends = bendLines(slice.narrative, expanded);
  return {
    nodes: slice.actors.map(({ id, label, kind }) => {
      const [x, y] = positions.get(id) ?? [0, 0];
      const statements = counts.get(id) ?? 0;
      return { id, label, kind, x, y, size: nodeSize(statements), statements };
    }),
    lines: tiesOf(slice).flatMap((tie) => drawTie(tie, expanded.has(tie.id), slice.narrative, bends)),
  };
}

/** How many statements touch each actor; a statement about itself counts once. */
export function countByActor(statements: readonly StatementEdge[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target } of statements) {
    for (const id of source === target ? [source] : [source, target])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Area grows with the number of statements; in steps of 2, so that small changes move nothing. */
export function nodeSize(statements: number): number {
  const { least, perRoot, most } = DRAWING.nodeSize;
  return Math.min(most, 2 * Math.round((least + perRoot * Math.sqrt(statements)) / 2));
}

/** Width grows with the square root of the weight. */
export function lineWidth(weight: number): number {
  const { least, perRoot, most } = DRAWING.lineWidth;
  return tenth(Math.min(most, least + perRoot * (Math.sqrt(weight) - 1) * 2));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawTie(
  tie: Tie,
  expanded: boolean,
  narrative: NarrativeGraph,
  bends: ReadonlyMap<string, number>,
): LineElement | LineElement[] {
  const { id, source, target, family, statements, quoted } = tie;
  if (!expanded) {
    const width = lineWidth(statements.length);
    return { id, tie: id, source, target, family, statements, width, bend: bends.get(id) ?? 0, quoted };
  }
  return statements.map((statement) => {
    const entry = selectStatement(statement.id, narrative);
    return {
      id: entry,
      tie: id,
      source,
      target,
      family,
      statements: [statement],
      width: lineWidth(1),
      bend: bends.get(entry) ?? 0,
      quoted: statement.voice !== "author",
    };
  });
}

const NO_BENDS: ReadonlyMap<string, number> = new Map();
const wholeBends = new WeakMap<NarrativeGraph, ReadonlyMap<string, number>>();

/**
 * Bends of the whole dossier's lines, so that a line stays where it is whatever the lens leaves of its neighbours.
 * Computed once for a dossier whose ties are all drawn as one line.
 */
function bendLines(narrative: NarrativeGraph, expanded: ReadonlySet<string>): ReadonlyMap<string, number> {
  const known = expanded.size === 0 ? wholeBends.get(narrative) : undefined;
  if (known) return known;
  const lines = buildTies(narrative.statements).flatMap((tie) =>
    drawTie(tie, expanded.has(tie.id), narrative, NO_BENDS),
  );
  const bends = bendParallels(lines);
  if (expanded.size === 0) wholeBends.set(narrative, bends);
  return bends;
}

/** Lines between the same two actors are drawn apart, evenly around the straight line between them. */
function bendParallels(lines: readonly LineElement[]): ReadonlyMap<string, number> {
  const groups = new Map<string, LineElement[]>();
  for (const line of lines) {
    const key = line.source < line.target ? `${line.source}~${line.target}` : `${line.target}~${line.source}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const bends = new Map<string, number>();
  for (const group of groups.values()) {
    for (const [at, line] of group.entries()) {
      const side = line.source < line.target ? 1 : -1;
      bends.set(line.id, side * (at - (group.length - 1) / 2) * DRAWING.bendStep + 0);
    }
  }
  return bends;
}

/** Positions of a dossier, with those that the user moved on top. */
export function mergePositions(
  stored: Readonly<Record<string, readonly [number, number]>> | undefined,
  moved?: Positions,
): Positions {
  return new Map([...Object.entries(stored ?? {}), ...(moved ?? [])]);
}
