import { describe, expect, test } from "@jest/globals";
import type { Core } from "cytoscape";
import fc from "fast-check";
import { minimapScale } from "../../../client/graph/minimap.ts";
import { fitViewport, readViewport, sameViewport, setViewport } from "../../../client/graph/viewport.ts";

/** What Cytoscape keeps of a viewport. */
function fakeCytoscape(width: number, height: number): Core {
  let state = { zoom: 1, pan: { x: 0, y: 0 } };
  return {
    width: () => width,
    height: () => height,
    zoom: () => state.zoom,
    pan: () => state.pan,
    viewport: (next: typeof state) => {
      state = next;
    },
  } as unknown as Core;
}

const size = fc.record({
  width: fc.integer({ min: 200, max: 3_000 }),
  height: fc.integer({ min: 200, max: 2_000 }),
});
const corner = fc.integer({ min: -5_000, max: 5_000 });
const box = fc
  .tuple(corner, corner, fc.integer({ min: 1, max: 6_000 }), fc.integer({ min: 1, max: 6_000 }))
  .map(([left, top, wide, high]) => ({ left, top, right: left + wide, bottom: top + high }));

describe("the viewport that fits a box", () => {
  test("shows all of it, a margin around it, and is as large as that allows", () => {
    fc.assert(
      fc.property(box, size, (wanted, window) => {
        const { x, y, scale } = fitViewport(wanted, window);
        const place = (px: number, py: number) => [
          window.width / 2 + ((px - x) * scale) / 100,
          window.height / 2 + ((py - y) * scale) / 100,
        ];
        const [left, top] = place(wanted.left, wanted.top);
        const [right, bottom] = place(wanted.right, wanted.bottom);
        // The middle is a whole number: up to half a unit off.
        const slack = scale / 200 + 1e-6;
        if (scale > 5) {
          expect(Math.min(left!, top!)).toBeGreaterThanOrEqual(18 - slack);
          expect(right).toBeLessThanOrEqual(window.width - 18 + slack);
          expect(bottom).toBeLessThanOrEqual(window.height - 18 + slack);
        }
        const larger = (scale + 1) / 100;
        const fitsLarger =
          (wanted.right - wanted.left) * larger <= window.width - 36 &&
          (wanted.bottom - wanted.top) * larger <= window.height - 36;
        expect(scale >= 160 || !fitsLarger).toBe(true);
      }),
    );
  });

  test("is one that the address can hold", () => {
    fc.assert(
      fc.property(box, size, (wanted, window) => {
        const viewport = fitViewport(wanted, window);
        for (const part of Object.values(viewport)) expect(Number.isInteger(part)).toBe(true);
        expect(viewport.scale).toBeGreaterThanOrEqual(5);
        expect(viewport.scale).toBeLessThanOrEqual(160);
      }),
    );
  });

  test("of few actors is not too small to read, and has the box in its middle", () => {
    const wide = { left: -2_000, top: 0, right: 2_000, bottom: 100 };
    const few = fitViewport(wide, { width: 400, height: 400 }, 20);
    expect(few).toMatchObject({ x: 0, y: 50 });
    expect(few.scale).toBeGreaterThan(fitViewport(wide, { width: 400, height: 400 }, 5_000).scale);
  });

  test("survives a window without any size", () => {
    const { x, y, scale } = fitViewport(
      { left: 0, top: 0, right: 100, bottom: 100 },
      { width: 0, height: 0 },
    );
    expect([x, y]).toEqual([50, 50]);
    expect(scale).toBeGreaterThan(0);
  });
});

describe("a viewport", () => {
  test("that is set is read back", () => {
    const viewport = fc.record({ x: corner, y: corner, scale: fc.integer({ min: 5, max: 600 }) });
    fc.assert(
      fc.property(viewport, size, (wanted, { width, height }) => {
        const cy = fakeCytoscape(width, height);
        setViewport(cy, wanted);
        expect(readViewport(cy)).toEqual(wanted);
      }),
    );
  });

  test("is the same as itself, and as one with the same numbers", () => {
    expect(sameViewport(undefined, undefined)).toBe(true);
    expect(sameViewport({ x: 1, y: 2, scale: 3 }, { x: 1, y: 2, scale: 3 })).toBe(true);
    expect(sameViewport({ x: 1, y: 2, scale: 3 }, { x: 1, y: 2, scale: 4 })).toBe(false);
    expect(sameViewport({ x: 1, y: 2, scale: 3 }, undefined)).toBe(false);
  });
});

describe("the minimap", () => {
  test("maps the box into its frame, and a click back to where it points", () => {
    const room = { width: 132, height: 92 };
    fc.assert(
      fc.property(
        box,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (wanted, a, b) => {
          const { into, from } = minimapScale(wanted, room);
          const [x, y] = [
            wanted.left + a * (wanted.right - wanted.left),
            wanted.top + b * (wanted.bottom - wanted.top),
          ];
          const [px, py] = into(x, y);
          expect(px).toBeGreaterThanOrEqual(-1e-6);
          expect(px).toBeLessThanOrEqual(room.width + 1e-6);
          expect(py).toBeGreaterThanOrEqual(-1e-6);
          expect(py).toBeLessThanOrEqual(room.height + 1e-6);
          const [bx, by] = from(px, py);
          expect(bx).toBeCloseTo(x, 5);
          expect(by).toBeCloseTo(y, 5);
        },
      ),
    );
  });
});
