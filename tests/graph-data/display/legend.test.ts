import { describe, expect, test } from "@jest/globals";
import { buildLegend } from "../../../graph-data/display/legend.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { sketch } from "../layout/sketch.ts";

const narrative = sketch(["a blames b", "a blames b c", "b denies a", "a criticises c b", "c plots c"], {
  kinds: { b: "state", c: "event" },
  others: ["d"],
});

describe("buildLegend", () => {
  test("counts what the slice holds: families in the codebook's order, kinds in the table's", () => {
    const { families, kinds, quoted, shifts, ...rest } = buildLegend(sliceGraph(narrative, {}));
    expect(shifts).toEqual([]);
    expect(families.map(({ id, statements, ties }) => [id, statements, ties])).toEqual([
      ["blame", 3, 2],
      ["denial", 1, 1],
      ["threat", 1, 1],
    ]);
    expect(kinds).toEqual([
      { kind: "person", word: "person", actors: 2 },
      { kind: "state", word: "state", actors: 1 },
      { kind: "event", word: "event", actors: 1 },
    ]);
    expect(quoted).toEqual({ statements: 2, ties: 2 });
    expect(rest).toEqual({ actors: 4, ties: 4, shown: 5, whole: 5, share: "5 of 5 statements" });
  });

  test("sums agree with the slice", () => {
    const slice = sliceGraph(narrative, { families: ["blame"] });
    const { families, kinds, shown, share } = buildLegend(slice);
    expect(families.reduce((sum, { statements }) => sum + statements, 0)).toBe(slice.statements.length);
    expect(kinds.reduce((sum, { actors }) => sum + actors, 0)).toBe(slice.actors.length);
    expect(shown).toBe(3);
    expect(share).toBe("3 of 5 statements");
  });

  test("nothing at all", () => {
    const { families, kinds, share } = buildLegend(sliceGraph(sketch([]), {}));
    expect([families, kinds, share]).toEqual([[], [], "0 of 0 statements"]);
  });
});
