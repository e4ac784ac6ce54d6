/** Layouts of charts over the stops of an axis: numbers in, boxes and SVG paths out; drawn by each surface. */
import { writeNumber } from "./picture-xml.ts";

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** How often a band occurs at each stop; every band has as many counts as there are stops. */
export type Counts = readonly (readonly number[])[];

export interface Block {
  readonly band: number;
  readonly stop: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ribbon {
  readonly band: number;
  /** The stops that it joins; between them the band does not occur. */
  readonly from: number;
  readonly to: number;
  /** SVG path data of a closed shape. */
  readonly path: string;
}

export interface Alluvial {
  readonly blocks: readonly Block[];
  readonly ribbons: readonly Ribbon[];
}

const ALLUVIAL = { block: 0.36, gap: 3 } as const;

/**
 * At each stop the bands stand on one another, the largest on top, each as high as it is frequent; ribbons lead from
 * where a band occurs to where it next does. Heights are comparable over the whole chart. Cost: bands × stops.
 */
export function layoutAlluvial(counts: Counts, { width, height }: ChartSize): Alluvial {
  const stops = counts[0]?.length ?? 0;
  const column = width / Math.max(1, stops);
  const columns = Array.from({ length: stops }, (_, stop) => rankBands(counts, stop));
  const most = Math.max(1, ...columns.map((bands) => bands.reduce((sum, { count }) => sum + count, 0)));
  const gaps = ALLUVIAL.gap * Math.max(0, ...columns.map((bands) => bands.length - 1));
  const unit = Math.max(0.5, (height - gaps) / most);
  const blocks = columns.flatMap((bands, stop) => {
    let y = 0;
    return bands.map(({ band, count }): Block => {
      const block = {
        ...{ band, stop, y },
        x: column * (stop + (1 - ALLUVIAL.block) / 2),
        width: column * ALLUVIAL.block,
        height: count * unit,
      };
      y += block.height + ALLUVIAL.gap;
      return block;
    });
  });
  return { blocks, ribbons: joinBlocks(blocks) };
}

function rankBands(counts: Counts, stop: number): { band: number; count: number }[] {
  return counts
    .map((row, band) => ({ band, count: row[stop] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((x, y) => y.count - x.count || x.band - y.band);
}

function joinBlocks(blocks: readonly Block[]): Ribbon[] {
  const last = new Map<number, Block>();
  return blocks.flatMap((block) => {
    const before = last.get(block.band);
    last.set(block.band, block);
    return before
      ? [{ band: block.band, from: before.stop, to: block.stop, path: joinTwo(before, block) }]
      : [];
  });
}

function joinTwo(a: Block, b: Block): string {
  const [start, end] = [a.x + a.width, b.x];
  const middle = (start + end) / 2;
  const n = writeNumber;
  const over = `M${n(start)} ${n(a.y)}C${n(middle)} ${n(a.y)} ${n(middle)} ${n(b.y)} ${n(end)} ${n(b.y)}`;
  const [low, high] = [a.y + a.height, b.y + b.height];
  return `${over}V${n(high)}C${n(middle)} ${n(high)} ${n(middle)} ${n(low)} ${n(start)} ${n(low)}Z`;
}

/**
 * Shares of each band over the stops as areas on one another, the first at the bottom: path data, one for each band.
 * At a stop without any the areas close. `shares[band][stop]` is from 0 to 1; at a stop they add up to 1 at most.
 */
export function layoutStream(shares: Counts, { width, height }: ChartSize): string[] {
  const stops = shares[0]?.length ?? 0;
  const x = (stop: number) => (stops === 1 ? width / 2 : (stop / (stops - 1)) * width);
  let floor = Array.from({ length: stops }, () => 0);
  return shares.map((row) => {
    const ceiling = floor.map((below, stop) => below + (row[stop] ?? 0));
    const point = (level: readonly number[], stop: number) =>
      `${writeNumber(x(stop))} ${writeNumber(height * (1 - level[stop]!))}`;
    const order = [...floor.keys()];
    const top = order.map((stop) => point(ceiling, stop)).join("L");
    const ground = order
      .reverse()
      .map((stop) => point(floor, stop))
      .join("L");
    floor = ceiling;
    return `M${top}L${ground}Z`;
  });
}
