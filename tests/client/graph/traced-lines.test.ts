import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineAt, type TracedLine, traceAgain } from "../../../client/graph/traced-lines.ts";
import type { LineElement, NodeElement } from "../../../graph-data/display/elements.ts";
import { type Point, pointOn, traceLines } from "../../../graph-data/display/geometry.ts";
import { ACTOR_KINDS } from "../../../graph-data/dossier/limits.ts";

const coordinate = fc.integer({ min: -300, max: 300 });
const nodes: fc.Arbitrary<NodeElement[]> = fc
  .array(fc.tuple(coordinate, coordinate, fc.constantFrom(...ACTOR_KINDS), fc.integer({ min: 8, max: 32 })), {
    minLength: 2,
    maxLength: 7,
  })
  .map((list) =>
    list.map(([x, y, kind, half], at) => ({
      id: `n${at}`,
      label: `n${at}`,
      kind,
      x,
      y,
      size: half * 2,
      statements: 1,
    })),
  );

function line(source: string, target: string, bend: number, width: number, at: number): LineElement {
  return {
    id: `l${at}`,
    tie: `l${at}`,
    source,
    target,
    bend,
    width,
    family: "blame",
    statements: [],
    quoted: false,
  };
}

/** Loops among them, and lines to a node that is not drawn. */
const drawing = nodes.chain((list) => {
  const end = fc.constantFrom(...list.map(({ id }) => id), "gone");
  const lines = fc
    .array(fc.tuple(end, end, fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 12 })), {
      maxLength: 12,
    })
    .map((ends) => ends.map(([source, target, bend, width], at) => line(source, target, bend, width, at)));
  return lines.map((all) => ({ nodes: list, lines: all }));
});

type Drawing = { nodes: NodeElement[]; lines: LineElement[] };

function trace({ nodes: list, lines }: Drawing, before: ReadonlyMap<string, TracedLine> = new Map()) {
  const byId = new Map(list.map((node) => [node.id, node]));
  return traceAgain(before, { lines }, (id) => byId.get(id));
}

/** From a point to a line's stroke, by many samples of its curve. */
function distanceTo({ curve, line: { width } }: TracedLine, [x, y]: Point): number {
  let least = Infinity;
  for (const quadratic of curve) {
    for (let at = 0; at <= 400; at += 1) {
      const [px, py] = pointOn(quadratic, at / 400);
      least = Math.min(least, Math.hypot(px - x, py - y));
    }
  }
  return least - width / 2;
}

/** Between a curve and the pieces that it is measured by, and between samples. */
const TOLERANCE = 1.5;

describe("the line at a point", () => {
  test("is the one whose stroke is nearest, as far as measuring goes", () => {
    fc.assert(
      fc.property(
        drawing,
        fc.tuple(coordinate, coordinate),
        fc.integer({ min: 2, max: 30 }),
        (elements, point, reach) => {
          const traced = [...trace(elements).values()];
          const found = lineAt(traced, point, reach);
          const least = Math.min(Infinity, ...traced.map((candidate) => distanceTo(candidate, point)));
          if (found === null) return expect(least).toBeGreaterThan(reach - TOLERANCE);
          const own = distanceTo(traced.find(({ line: { id } }) => id === found.id)!, point);
          expect(own).toBeLessThanOrEqual(reach + TOLERANCE);
          expect(own).toBeLessThanOrEqual(least + TOLERANCE);
        },
      ),
    );
  });

  test("is found by the edge of a wide stroke, too", () => {
    const at = (id: string, x: number) =>
      ({ id, label: id, kind: "person", x, y: 0, size: 10, statements: 1 }) as const;
    const line = {
      id: "l",
      tie: "l",
      source: "a",
      target: "b",
      family: "blame",
      statements: [],
      quoted: false,
    };
    const wide = { nodes: [at("a", 0), at("b", 100)], lines: [{ ...line, width: 12, bend: 0 }] };
    const traced = [...trace(wide).values()];
    expect(lineAt(traced, [50, 7.9], 2)?.id).toBe("l");
    expect(lineAt(traced, [50, 8.1], 2)).toBeNull();
  });

  test("is the one drawn there: on every line's own curve, something at least as near is found", () => {
    fc.assert(
      fc.property(drawing, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (elements, t) => {
        const traced = [...trace(elements).values()];
        for (const { curve } of traced) expect(lineAt(traced, pointOn(curve[0]!, t), 4)).not.toBeNull();
      }),
    );
  });

  test("is none where there are none", () => {
    expect(lineAt([], [0, 0], 10)).toBeNull();
  });

  test("of two that cross as near, is the first", () => {
    const at = (id: string, x: number, y: number): NodeElement => ({
      id,
      label: id,
      kind: "person",
      x,
      y,
      size: 10,
      statements: 1,
    });
    const traced = trace({
      nodes: [at("a", -100, 0), at("b", 100, 0), at("c", 0, -100), at("d", 0, 100)],
      lines: [line("a", "b", 0, 2, 0), line("c", "d", 0, 2, 1)],
    });
    expect(lineAt(traced.values(), [0, 0], 6)?.id).toBe("l0");
    expect(lineAt(traced.values(), [30, 2], 6)?.id).toBe("l0");
    expect(lineAt(traced.values(), [2, 30], 6)?.id).toBe("l1");
    expect(lineAt(traced.values(), [30, 30], 6)).toBeNull();
  });
});

describe("tracing again", () => {
  test("gives the curves that the picture has", () => {
    fc.assert(
      fc.property(drawing, (elements) => {
        const curves = traceLines(elements.nodes, elements.lines);
        const traced = trace(elements);
        expect([...traced.keys()]).toEqual([...curves.keys()]);
        for (const [id, { curve }] of traced) expect(curve).toEqual(curves.get(id));
      }),
    );
  });

  test("after any change is as tracing from scratch, and keeps what did not move", () => {
    const change = fc.record({
      moved: fc.nat(6),
      by: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
      grown: fc.integer({ min: -3, max: 6 }),
      left: fc.nat(12),
      bend: fc.integer({ min: -40, max: 40 }),
    });
    fc.assert(
      fc.property(drawing, change, (elements, { moved, by, grown, left, bend }) => {
        const before = trace(elements);
        const next: Drawing = {
          nodes: elements.nodes.map((node, at) =>
            at === moved ? { ...node, x: node.x + by[0], y: node.y + by[1], size: node.size + grown } : node,
          ),
          lines: elements.lines
            .filter((_, at) => at !== left)
            .map((entry, at) => (at === 0 ? { ...entry, bend } : entry)),
        };
        const again = trace(next, before);
        const scratch = trace(next);
        expect([...again]).toEqual([...scratch]);
      }),
    );
  });
});
