import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  boundElements,
  controlPoint,
  curveBox,
  LABEL,
  loopStep,
  middleOf,
  nodeBox,
  outlineOf,
  outlinePoint,
  type Point,
  placeLabel,
  pointOn,
  type Quadratic,
  reachOf,
  traceCurve,
  traceLines,
  traceLoop,
  wrapLabel,
} from "../../../graph-data/display/geometry.ts";
import { arrowSize, dashPattern, drawHead, leaveRoom } from "../../../graph-data/display/picture-arrows.ts";
import { cleanText, estimateWidth, wrapText } from "../../../graph-data/display/picture-text.ts";
import { SHAPES } from "../../../graph-data/display/styles.ts";
import type { ActorKind } from "../../../graph-data/dossier/records.ts";

const person = (x: number, y: number, size = 20) => ({
  id: "p",
  label: "P",
  kind: "person" as const,
  x,
  y,
  size,
  statements: 1,
});
const kinds = fc.constantFrom(...(Object.keys(SHAPES) as ActorKind[]));
const round = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  size: fc.integer({ min: 16, max: 64 }),
  kind: kinds,
});

/** How far a point is from the nearest side of a node's outline. */
function distanceToOutline(
  node: { x: number; y: number; size: number; kind: ActorKind },
  [x, y]: Point,
): number {
  const corners = outlineOf(node);
  if (!corners) return Math.abs(Math.hypot(x - node.x, y - node.y) - node.size / 2);
  return Math.min(
    ...corners.map(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % corners.length]!;
      const t = Math.max(
        0,
        Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
      );
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }),
  );
}

describe("curves", () => {
  test("a positive bend lies to the right of one who goes, with y downwards, as in Cytoscape", () => {
    expect(controlPoint([0, 0], [10, 0], 4)).toEqual([5, 4]);
    expect(controlPoint([10, 0], [0, 0], 4)).toEqual([5, -4]);
    expect(controlPoint([0, 0], [0, 10], 4)).toEqual([-4, 5]);
    expect(controlPoint([3, 3], [3, 3], 4)).toEqual([3, 7]);
  });

  test("a straight line goes from outline to outline", () => {
    expect(traceCurve(person(0, 0), person(100, 0), 0)).toEqual([
      [10, 0],
      [50, 0],
      [90, 0],
    ]);
  });

  test("a bent line leaves towards its control point: 3–4–5", () => {
    const [start, control, end] = traceCurve(person(0, 0), person(80, 0), 30);
    expect(control).toEqual([40, 30]);
    expect(start).toEqual([8, 6]);
    expect(end).toEqual([72, 6]);
    expect(middleOf([[start, control, end]])).toEqual([40, 18]);
  });

  test("the box of a curve ends where the curve turns, not at its control point", () => {
    const curve: Quadratic = [
      [0, 0],
      [50, 40],
      [100, 0],
    ];
    expect(curveBox(curve)).toEqual({ left: 0, top: 0, right: 100, bottom: 20 });
  });

  test("trimmed ends lie on the outlines", () => {
    fc.assert(
      fc.property(round, round, fc.integer({ min: -100, max: 100 }), (source, target, bend) => {
        const [start, , end] = traceCurve(source, target, bend);
        expect(distanceToOutline(source, start)).toBeLessThan(1e-6);
        expect(distanceToOutline(target, end)).toBeLessThan(1e-6);
      }),
    );
  });

  test("a loop starts above the node, comes back on the left, and its halves meet", () => {
    const reach = 1.4 * loopStep(20);
    const [out, back] = traceLoop(person(0, 0), 0);
    expect(out).toEqual([
      [0, -10],
      [0, -reach],
      [-reach / 2, -reach / 2],
    ]);
    expect(back[0]).toEqual(out[2]);
    expect(back[2]).toEqual([-10, 0]);
    expect(middleOf([out, back])).toEqual(out[2]);
  });

  test("further loops of an actor lie around the first; lines without an end are left out", () => {
    const line = { tie: "t", family: "blame", statements: [], width: 2, bend: 0, quoted: false };
    const curves = traceLines(
      [person(0, 0)],
      [
        { ...line, id: "l1", source: "p", target: "p" },
        { ...line, id: "l2", source: "p", target: "p" },
        { ...line, id: "l3", source: "p", target: "unknown" },
      ],
    );
    expect([...curves.keys()]).toEqual(["l1", "l2"]);
    expect(curves.get("l2")![0]![1][1]).toBeCloseTo((curves.get("l1")![0]![1][1] * 4) / 3);
  });
});

describe("outlines", () => {
  test("a circle reaches its radius, a square of a state its sides", () => {
    expect(reachOf("person", 20, [0.6, 0.8])).toBe(10);
    expect(reachOf("state", 20, [1, 0])).toBeCloseTo(11);
    expect(reachOf("state", 20, [0, 1])).toBeCloseTo(8);
  });

  test("boxes follow the shape, not the circle", () => {
    const { left, top, right, bottom } = nodeBox({ x: 100, y: 50, size: 20, kind: "state" });
    expect([left, top, right, bottom]).toEqual([89, 42, 111, 58]);
  });

  test("every ray leaves every shape exactly on its outline", () => {
    fc.assert(
      fc.property(round, fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), (node, angle) => {
        const point = outlinePoint(node, [node.x + Math.cos(angle), node.y + Math.sin(angle)]);
        expect(distanceToOutline(node, point)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("arrow heads", () => {
  const curve: Quadratic[] = [
    [
      [0, 0],
      [50, 0],
      [100, 0],
    ],
  ];

  test("a triangle has its tip at the end and its base behind it", () => {
    expect(arrowSize(1, 1)).toBe(29);
    expect(drawHead(curve, "triangle", 20)).toEqual({
      kind: "polygon",
      points: [
        [94, -3],
        [100, 0],
        [94, 3],
      ],
    });
  });

  test("a circle touches the outline, a tee lies across the line", () => {
    expect(drawHead(curve, "circle", 20)).toEqual({ kind: "circle", centre: [97, 0], radius: 3 });
    const tee = drawHead(curve, "tee", 20);
    expect(tee).toMatchObject({
      points: [
        [99, -3],
        [97, -3],
        [97, 3],
        [99, 3],
      ],
    });
  });

  test("the line ends under the head, and never goes back beyond its control point", () => {
    expect(leaveRoom(curve, "triangle", 2, 1)[0]![2]).toEqual([96, 0]);
    expect(leaveRoom(curve, "triangle", 100, 1)[0]![2]).toEqual([50, 0]);
  });

  test("dashes grow with the square root of the width", () => {
    expect(dashPattern("solid", 4)).toEqual([]);
    expect(dashPattern("dashed", 1)).toEqual([6, 4]);
    expect(dashPattern("dashed", 4)).toEqual([12, 8]);
  });
});

describe("labels", () => {
  test("wrap at words, balanced, at most three lines", () => {
    expect(wrapLabel("Ukraine")).toEqual(["Ukraine"]);
    expect(wrapLabel("Central Asians working in Russia")).toEqual(["Central Asians", "working in Russia"]);
    expect(wrapLabel("ISIS-affiliated groups")).toEqual(["ISIS-affiliated", "groups"]);
    expect(wrapLabel("")).toEqual([]);
    expect(wrapLabel(" \n\t\u0000 ")).toEqual([]);
  });

  test("a text too long ends in an ellipsis, a word too long is broken between letters", () => {
    const lines = wrapLabel("word ".repeat(100));
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(wrapText("e\u0301".repeat(30), 60, 12).every((line) => line.startsWith("e"))).toBe(true);
  });

  test("lines are no wider than allowed, and without ellipsis no word is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (label) => {
        const lines = wrapLabel(label);
        for (const line of lines) expect(estimateWidth(line)).toBeLessThanOrEqual(LABEL.width);
        expect(lines.length).toBeLessThanOrEqual(LABEL.lines);
        const whole = wrapText(label, LABEL.width, LABEL.fontSize);
        expect(whole.join("").replaceAll(" ", "")).toBe(cleanText(label).replaceAll(" ", ""));
      }),
    );
  });

  test("stand centred below the node's outline", () => {
    const node = { ...person(100, 50, 20), label: "Ukraine" };
    const { lines, box } = placeLabel(node);
    expect(lines).toEqual(["Ukraine"]);
    expect(box.top).toBe(60 + LABEL.gap);
    expect(box.bottom - box.top).toBe(LABEL.lineHeight);
    expect((box.left + box.right) / 2).toBe(100);
    expect(box.right - box.left).toBeCloseTo(estimateWidth("Ukraine"));
  });

  test("wide characters are wide, marks have no width", () => {
    expect(estimateWidth("乌克兰", 10)).toBeCloseTo(31.2);
    expect(estimateWidth("e\u0301", 10)).toBe(estimateWidth("e", 10));
  });
});

describe("boundElements", () => {
  test("holds nodes, labels and curves", () => {
    const nodes = [person(0, 0), { ...person(100, 0), id: "q" }];
    const curve = traceCurve(nodes[0]!, nodes[1]!, -200);
    const box = boundElements(nodes, [[curve]]);
    expect(box.left).toBe(-10);
    expect(box.right).toBe(110);
    expect(box.bottom).toBe(10 + LABEL.gap + LABEL.lineHeight);
    expect(box.top).toBeCloseTo(pointOn(curve, 0.5)[1]);
  });

  test("nothing is a unit square", () => {
    expect(boundElements([], [])).toEqual({ left: -0.5, top: -0.5, right: 0.5, bottom: 0.5 });
  });
});
