/** Actors that nothing connects: in rows, centred under the rest. */
import type { Area } from "./anneal.ts";
import type { Body, Figure } from "./figure.ts";
import type { Start } from "./forces.ts";
import { LAYOUT } from "./settings.ts";

interface Row {
  readonly members: readonly number[];
  readonly width: number;
  readonly above: number;
  readonly below: number;
}

/** Breaks actors into rows no wider than `width`. */
export function planRows({ bodies }: Figure, members: readonly number[], width: number): readonly Row[] {
  const rows: { members: number[]; width: number; above: number; below: number }[] = [];
  for (const i of members) {
    const { whole } = bodies[i]!;
    const needed = breadth(bodies[i]!) + LAYOUT.rows.columnGap;
    let row = rows.at(-1);
    if (!row || row.width + needed > width) {
      row = { members: [], width: 0, above: 0, below: 0 };
      rows.push(row);
    }
    row.members.push(i);
    row.width += needed;
    row.above = Math.max(row.above, -whole.top);
    row.below = Math.max(row.below, whole.bottom);
  }
  return rows;
}

/** Height of the rows with the space above them. */
export function heightOfRows(rows: readonly Row[]): number {
  return rows.reduce(
    (sum, { above, below }) => sum + above + below + LAYOUT.rows.gap / 2,
    rows.length > 0 ? 8 : 0,
  );
}

/** Puts the rows under an area, in place. */
export function placeRows({ bodies }: Figure, { xs, ys }: Start, rows: readonly Row[], over: Area): void {
  let top = over.bottom + 8;
  for (const row of rows) {
    let x = (over.left + over.right - row.width) / 2;
    top += LAYOUT.rows.gap / 2;
    for (const i of row.members) {
      xs[i] = x + LAYOUT.rows.columnGap / 2 - bodies[i]!.whole.left;
      ys[i] = top + row.above;
      x += breadth(bodies[i]!) + LAYOUT.rows.columnGap;
    }
    top += row.above + row.below;
  }
}

function breadth({ whole }: Body): number {
  return whole.right - whole.left;
}
