import { describe, expect, test } from "@jest/globals";
import { gatherAlike } from "../../../client/graph/alike.ts";
import { providePens } from "../../../client/graph/pens.ts";
import type { Quadratic } from "../../../graph-data/display/geometry.ts";
import { familyStyles } from "../../../graph-data/display/styles.ts";
import { DEFAULT_CODEBOOK } from "../../../graph-data/dossier/codebook.ts";
import { recordCanvas } from "../../support/canvas.ts";

const STYLES = familyStyles(DEFAULT_CODEBOOK);
const curve = (at: number): readonly Quadratic[] => [
  [
    [0, at],
    [50, at],
    [100, at],
  ],
];

/** How many curves each stroke and its heads have, and in what colour, in the order of painting. */
function paint(families: readonly string[], pixels: number, inOrder: boolean) {
  const { context, calls } = recordCanvas();
  const penOf = providePens(STYLES, "light", pixels);
  const alike = gatherAlike(context, inOrder);
  for (const [at, family] of families.entries()) alike.add(curve(at), penOf({ family, width: 1.2 })!);
  alike.flush();
  const strokes: [string, number][] = [];
  let curves = 0;
  for (const { call, set } of calls) {
    if (call === "quadraticCurveTo") curves += 1;
    if (call !== "stroke") continue;
    strokes.push([[...STYLES].find(([, { colour }]) => colour.light === set.strokeStyle)![0], curves]);
    curves = 0;
  }
  const heads = calls.filter(({ call }) => call === "fill").length;
  expect(heads).toBe(pixels < 0.15 ? 0 : strokes.length);
  return strokes;
}

describe("curves that look alike", () => {
  const MIXED = ["blame", "blame", "denial", "blame"];

  test("are one stroke while they are neighbours, where the order counts", () => {
    expect(paint(MIXED, 0.2, true)).toEqual([
      ["blame", 2],
      ["denial", 1],
      ["blame", 1],
    ]);
  });

  test("are one stroke wherever they stand, where it does not", () => {
    expect(paint(MIXED, 0.1, false)).toEqual([
      ["blame", 3],
      ["denial", 1],
    ]);
  });

  test("are strokes of their own where they are wider than a pixel, and portions where they are many", () => {
    expect(paint(["blame", "blame"], 2, false)).toEqual([
      ["blame", 1],
      ["blame", 1],
    ]);
    expect(
      paint(
        Array.from({ length: 310 }, () => "blame"),
        0.1,
        false,
      ).map(([, curves]) => curves),
    ).toEqual([150, 150, 10]);
  });
});
