/** Names in drawings that are shown smaller than they are drawn. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { NodeElement } from "../../../graph-data/display/elements.ts";
import { boundElements, placeLabel } from "../../../graph-data/display/geometry.ts";
import { drawPicture } from "../../../graph-data/display/picture.ts";
import { placeNames } from "../../../graph-data/display/picture-names.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { nodeElement } from "../../support/elements.ts";
import { sketchGraph } from "../../support/fixtures.ts";

const someNodes = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((places) =>
    places.map((place, at): NodeElement => ({ ...nodeElement(`Actor ${at}`), ...place, statements: at + 1 })),
  );

test("no name lies on another or outside, and the actor that most statements touch has its own", () => {
  fc.assert(
    fc.property(someNodes, fc.double({ min: 1, max: 4, noNaN: true }), (nodes, scale) => {
      const bare = boundElements(nodes, []);
      const within = {
        left: bare.left - 400,
        right: bare.right + 400,
        top: bare.top,
        bottom: bare.bottom + 90,
      };
      const placed = placeNames(nodes, scale, within);
      const boxes = placed.map(({ lines, x, y }) => {
        const { box } = placeLabel({ ...nodeElement(lines.join(" ")), x: 0, y: 0 });
        const half = ((box.right - box.left) / 2) * scale;
        return { left: x - half, right: x + half, top: y, bottom: y + (box.bottom - box.top) * scale };
      });
      for (const [at, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(within.left);
        expect(a.right).toBeLessThanOrEqual(within.right);
        expect(a.top).toBeGreaterThanOrEqual(within.top);
        expect(a.bottom).toBeLessThanOrEqual(within.bottom + 1e-6);
        for (const b of boxes.slice(at + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
      expect(placed.map(({ lines }) => lines.join(" "))).toContain(nodes.at(-1)!.label);
    }),
  );
});

test("where the place below is taken, a name stands above its node", () => {
  const [high, low] = [
    { ...nodeElement("High"), x: 100, y: 100, statements: 2 },
    { ...nodeElement("Low"), x: 100, y: 104, statements: 1 },
  ];
  const within = { left: 0, right: 200, top: 0, bottom: 200 };
  const [first, second] = placeNames([high, low], 1, within);
  expect(first!.lines).toEqual(["High"]);
  expect(first!.y).toBeGreaterThan(100);
  expect(second!.lines).toEqual(["Low"]);
  expect(second!.y).toBeLessThan(100);
});

test("on paper a wide network keeps its names as large as the words around it; a narrow one is as ever", () => {
  const slice = sliceGraph(sketchGraph(["a blames b"]), {});
  const draw = (x: number) =>
    drawPicture(slice, {
      theme: "light",
      paper: true,
      positions: new Map([
        ["a", [0, 0]],
        ["b", [x, 0]],
      ]),
    });
  const named = /<g transform="translate\([^)]*\) scale\(([\d.]+)\)"><text x="0"/;
  // 2,880 units and half a node at each end, where the paper has 720.
  expect(Number(named.exec(draw(2_880))![1])).toBeCloseTo(4, 0);
  expect(draw(300)).not.toMatch(named);
});
