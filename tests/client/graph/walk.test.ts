import { describe, expect, test } from "@jest/globals";
import { type Direction, stepFrom } from "../../../client/graph/walk.ts";
import type { Elements, LineElement, NodeElement } from "../../../graph-data/display/elements.ts";

/** `name: [x, y, statements]`, and links between names. */
function layout(
  places: Readonly<Record<string, readonly [x: number, y: number, statements?: number]>>,
  links: readonly (readonly [string, string])[] = [],
): Elements {
  return {
    nodes: Object.entries(places).map(
      ([id, [x, y, statements = 0]]): NodeElement => ({
        id,
        label: id,
        kind: "other",
        x,
        y,
        size: 20,
        statements,
      }),
    ),
    lines: links.map(([source, target]) => ({ id: `${source}~${target}`, source, target }) as LineElement),
  };
}

const CROSS = layout({ middle: [0, 0], east: [100, 0], west: [-100, 5], north: [10, -100], south: [0, 100] });

describe("a step", () => {
  test.each<[Direction, string]>([
    ["right", "east"],
    ["left", "west"],
    ["up", "north"],
    ["down", "south"],
  ])("to the %s goes %s", (direction, to) => {
    expect(stepFrom("middle", direction, CROSS)).toBe(to);
  });

  test("leads nowhere where nothing lies that way", () => {
    expect(stepFrom("east", "right", CROSS)).toBeNull();
    expect(stepFrom("alone", "left", layout({ alone: [0, 0] }))).toBeNull();
  });

  test("without a beginning goes to the actor with the most statements", () => {
    const elements = layout({ a: [0, 0, 2], b: [5, 5, 7], c: [9, 9, 7] });
    expect(stepFrom(null, "up", elements)).toBe("b");
    expect(stepFrom("gone", "left", elements)).toBe("b");
    expect(stepFrom(null, "left", layout({}))).toBeNull();
  });

  test("goes rather straight ahead than to the side, rather near than far", () => {
    const elements = layout({ a: [0, 0], ahead: [120, 0], aside: [100, 60], far: [300, 0] });
    expect(stepFrom("a", "right", elements)).toBe("ahead");
  });

  test("goes rather where a line leads", () => {
    const places = { a: [0, 0], near: [100, 0], linked: [140, 0] } as const;
    expect(stepFrom("a", "right", layout(places))).toBe("near");
    expect(stepFrom("a", "right", layout(places, [["a", "linked"]]))).toBe("linked");
    expect(stepFrom("a", "right", layout(places, [["linked", "a"]]))).toBe("linked");
  });

  test("does not turn back or go sideways", () => {
    const elements = layout({ a: [0, 0], steep: [10, 100], behind: [-1, 0], same: [0, 0] });
    expect(stepFrom("a", "right", elements)).toBeNull();
    expect(stepFrom("a", "down", elements)).toBe("steep");
  });

  test("from any actor of a grid reaches every other", () => {
    const places = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`n${at}`, [(at % 5) * 90, Math.floor(at / 5) * 70] as const]),
    );
    const elements = layout(places);
    const reached = new Set(["n7"]);
    for (const id of reached) {
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = stepFrom(id, direction, elements);
        if (next) reached.add(next);
      }
    }
    expect(reached.size).toBe(20);
  });
});
