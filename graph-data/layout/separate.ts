/**
 * Moves boxes apart until none lies over another: each overlapping pair is pushed apart along the axis where less is
 * needed, round by round, as in T. Dwyer, K. Marriott and P. Stuckey's problem (doi:10.1007/11618058_15), without their
 * optimum. Boxes are node and label together, which circles (as in noverlap) would describe badly.
 */
import type { Figure } from "./figure.ts";
import type { Start } from "./forces.ts";
import { LAYOUT } from "./settings.ts";

/** Moves the actors in `members` in place. Each round is linear in actors and in pairs that share a cell of the grid. */
export function separate(figure: Figure, { xs, ys, fixed }: Start, members: readonly number[]): void {
  const { effort, most } = LAYOUT.separate;
  const rounds = Math.min(most, Math.ceil(effort / Math.max(1, members.length)));
  const cell = cellSize(figure, members);
  for (let round = 0; round < rounds; round += 1) {
    let apart = true;
    const grid = fillGrid(members, xs, ys, cell);
    for (const i of members) {
      for (const j of neighbours(grid, xs[i]!, ys[i]!, cell)) {
        if (j > i && push(figure, { xs, ys, fixed }, i, j)) apart = false;
      }
    }
    if (apart) return;
  }
}

/** No box is wider or higher than a cell, so only neighbouring cells can hold an overlap. */
function cellSize({ bodies }: Figure, members: readonly number[]): number {
  let size = 1;
  for (const i of members) {
    const { left, top, right, bottom } = bodies[i]!.whole;
    size = Math.max(size, right - left, bottom - top);
  }
  return size + LAYOUT.separate.air;
}

type Grid = ReadonlyMap<number, readonly number[]>;

/** Cells are numbered; two far apart may share a number, which costs a look and no mistake. */
function cellKey(column: number, row: number): number {
  return (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) >>> 0;
}

function fillGrid(members: readonly number[], xs: Float64Array, ys: Float64Array, cell: number): Grid {
  const grid = new Map<number, number[]>();
  for (const i of members) {
    const key = cellKey(Math.floor(xs[i]! / cell), Math.floor(ys[i]! / cell));
    const list = grid.get(key);
    if (list) list.push(i);
    else grid.set(key, [i]);
  }
  return grid;
}

function* neighbours(grid: Grid, x: number, y: number, cell: number): Generator<number> {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
  for (let c = column - 1; c <= column + 1; c += 1) {
    for (let r = row - 1; r <= row + 1; r += 1) yield* grid.get(cellKey(c, r)) ?? [];
  }
}

/** Whether the two had to be moved. */
function push({ bodies }: Figure, { xs, ys, fixed }: Start, i: number, j: number): boolean {
  if (fixed[i] && fixed[j]) return false;
  const [a, b, { air }] = [bodies[i]!.whole, bodies[j]!.whole, LAYOUT.separate];
  const across = Math.min(xs[i]! + a.right - xs[j]! - b.left, xs[j]! + b.right - xs[i]! - a.left) + air;
  const down = Math.min(ys[i]! + a.bottom - ys[j]! - b.top, ys[j]! + b.bottom - ys[i]! - a.top) + air;
  if (across <= 0 || down <= 0) return false;
  const [spots, step] = across < down ? [xs, across] : [ys, down];
  const side = spots[i]! < spots[j]! || (spots[i] === spots[j] && i < j) ? 1 : -1;
  const share = fixed[i] ? 0 : fixed[j] ? 1 : 0.5;
  spots[i]! -= side * (step * share + 0.01 * share);
  spots[j]! += side * (step * (1 - share) + 0.01 * (1 - share));
  return true;
}
