import { describe, expect, test } from "@jest/globals";
import { placeNames } from "../../../client/graph/names.ts";
import type { NodeElement } from "../../../graph-data/display/elements.ts";

const node = (label: string, x: number, y: number): NodeElement => ({
  id: label,
  label,
  kind: "state",
  x,
  y,
  size: 40,
  statements: 1,
});
const SIGHT = { zoom: 0.1, x: 100, y: 100, width: 400, height: 300, ratio: 1 };
/** Ten pixels a letter. */
const place = (nodes: readonly NodeElement[]) => placeNames(nodes, SIGHT, (text) => 10 * text.length);

describe("names of the largest", () => {
  test("stand under their actors, where these stand in the window", () => {
    expect(place([node("Ukraine", 1_000, 500)])).toMatchObject([{ text: "Ukraine", x: 200, y: 154 }]);
  });

  test("do not lie over one another: the first keeps its place", () => {
    const names = place([node("Russia", 1_000, 0), node("Moscow", 1_300, 50), node("Kyiv", 1_000, 1_000)]);
    expect(names.map(({ text }) => text)).toEqual(["Russia", "Kyiv"]);
  });

  test("outside of the window are left out, and long ones are cut", () => {
    expect(place([node("Far", 9_000, 0), node("Over the edge", -900, 0)])).toEqual([]);
    expect(place([node("An agency with a very long name of its own", 1_200, 0)])[0]?.text).toBe(
      "An agency with a very long …",
    );
  });
});
