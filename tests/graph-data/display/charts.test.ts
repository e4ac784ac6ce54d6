import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { layoutAlluvial, layoutStream } from "../../../graph-data/display/charts.ts";

const SIZE = { width: 200, height: 100 };

const anyCounts = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([stops, bands]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: stops, maxLength: stops }), {
      minLength: bands,
      maxLength: bands,
    }),
  );

describe("an alluvial chart", () => {
  test("by hand: two bands, two stops", () => {
    // The fullest stop has 4 and two blocks, so one statement is (100 − 3) / 4 = 24.25 high; a column is 100 wide.
    const { blocks, ribbons } = layoutAlluvial(
      [
        [1, 2],
        [3, 0],
      ],
      SIZE,
    );
    expect(blocks).toEqual([
      { band: 1, stop: 0, x: 32, y: 0, width: 36, height: 72.75 },
      { band: 0, stop: 0, x: 32, y: 75.75, width: 36, height: 24.25 },
      { band: 0, stop: 1, x: 132, y: 0, width: 36, height: 48.5 },
    ]);
    expect(ribbons).toEqual([
      {
        band: 0,
        from: 0,
        to: 1,
        path: "M68 75.75C100 75.75 100 0 132 0V48.5C100 48.5 100 100 68 100Z",
      },
    ]);
  });

  test("any: heights are proportional to counts, blocks lie within the chart and on no other", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { blocks, ribbons } = layoutAlluvial(counts, SIZE);
        const unit = blocks[0] ? blocks[0].height / counts[blocks[0].band]![blocks[0].stop]! : 0;
        for (const { band, stop, x, y, width, height } of blocks) {
          expect(height).toBeCloseTo(counts[band]![stop]! * unit, 6);
          expect(x >= 0 && x + width <= SIZE.width && y >= 0 && y + height <= SIZE.height + 1e-6).toBe(true);
          for (const other of blocks)
            if (other.stop === stop && other.band !== band)
              expect(other.y + other.height <= y || other.y >= y + height).toBe(true);
        }
        const occurrences = counts.map((row) => row.filter((count) => count > 0).length);
        expect(ribbons).toHaveLength(occurrences.reduce((sum, n) => sum + Math.max(0, n - 1), 0));
      }),
    );
  });
});

describe("a stream", () => {
  test("by hand: shares on one another, the first at the bottom", () => {
    expect(
      layoutStream(
        [
          [0.25, 1],
          [0.75, 0],
        ],
        SIZE,
      ),
    ).toEqual(["M0 75L200 0L200 100L0 100Z", "M0 0L200 0L200 0L0 75Z"]);
  });

  test("of no band is empty", () => {
    expect(layoutStream([], SIZE)).toEqual([]);
  });
});
