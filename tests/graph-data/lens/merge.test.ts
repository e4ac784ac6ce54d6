import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { mergeLenses } from "../../../graph-data/lens/merge.ts";
import { harbourGraph } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

test.each<[Lens, Lens, Lens]>([
  [{ q: "a" }, { credibility: 2 }, { q: "a", credibility: 2 }],
  [{ q: "a" }, { q: "b" }, { q: "b" }],
  [{ from: "2024", undated: "no" }, { to: "2025" }, { to: "2025" }],
  [{ from: "2024" }, { phases: ["p"] }, { from: "2024", phases: ["p"] }],
  [{ actors: ["a"], depth: 2, side: true }, { actors: ["b"] }, { actors: ["b"] }],
  [{ actors: ["a"], depth: 2 }, { side: true }, { actors: ["a"], depth: 2, side: true }],
])("%j with %j is %j", (shared, own, merged) => {
  expect(mergeLenses(shared, own)).toEqual(merged);
});

test("property: nothing changes a lens that is alone, and one's own keys always hold", () => {
  const lens = anyLens(harbourGraph());
  fc.assert(
    fc.property(lens, lens, (shared, own) => {
      expect(mergeLenses(shared, {})).toEqual(shared);
      expect(mergeLenses({}, own)).toEqual(own);
      expect(mergeLenses(shared, own)).toMatchObject(own);
      expect(mergeLenses(own, own)).toEqual(own);
    }),
  );
});
