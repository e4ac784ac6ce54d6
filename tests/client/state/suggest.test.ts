import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { suggest } from "../../../client/state/suggest.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { resolveSelected } from "../../../graph-data/lens/view.ts";
import { harbourGraph, sketchGraph } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();
const kinds = (query: string) => suggest(NARRATIVE, {}, query).map(({ kind, label }) => `${kind}: ${label}`);

describe("suggestions", () => {
  test("none for nothing", () => {
    expect(suggest(NARRATIVE, {}, "")).toEqual([]);
    expect(suggest(NARRATIVE, {}, " \t ")).toEqual([]);
  });

  test("actors whose name begins so come first, then other names, then aliases", () => {
    const actors = suggest(NARRATIVE, {}, "harbour").filter(({ kind }) => kind === "actor");
    expect(actors.map(({ label }) => label)).toEqual([
      "Harbour League",
      "Harbour museum",
      "The harbour fire",
    ]);
    const [alias] = suggest(NARRATIVE, {}, "sarn");
    expect(alias).toMatchObject({ kind: "actor", label: "Island of Sarn", select: "island" });
    const [byAlias] = suggest(NARRATIVE, {}, "the mayor");
    expect(byAlias).toMatchObject({ label: "Mayor Élise Brandt", detail: "the mayor", select: "mayor" });
  });

  test("case and accents do not matter, nor the order of words", () => {
    for (const query of ["élise", "ELISE", "brandt élise", "  Brandt   mayor "]) {
      expect(suggest(NARRATIVE, {}, query)[0]).toMatchObject({ select: "mayor" });
    }
  });

  test("narratives and phases set the lens, and leave the rest of it", () => {
    const found = suggest(NARRATIVE, { families: ["blame"] }, "union did");
    expect(found.find(({ kind }) => kind === "narrative")).toMatchObject({
      label: "The union did it",
      lens: { families: ["blame"], narratives: ["union-did-it"] },
    });
    expect(kinds("aftermath")[0]).toBe("phase: Aftermath");
  });

  test("statements are found by their quotations; the words themselves come last", () => {
    const found = suggest(NARRATIVE, { q: "old" }, " gunmen ");
    expect(found.map(({ kind }) => kind)).toEqual(["words"]);
    expect(found[0]).toMatchObject({ label: "Show only what contains “gunmen”", lens: { q: "gunmen" } });
    expect(kinds("armed the league")).toEqual([
      "statement: According to Mayor Élise Brandt (insinuated): Dockers’ union arms Harbour League",
      "words: Show only what contains “armed the league”",
    ]);
  });

  test("are few, with ids of their own, and each does what it says", () => {
    const words = fc.constantFrom(
      "the",
      "union",
      "a",
      "fire",
      "e",
      "harb",
      "blame",
      "“",
      "s0",
      "\\",
      "(",
      "nobody",
    );
    fc.assert(
      fc.property(words, (query) => {
        const found = suggest(NARRATIVE, {}, query);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(18);
        for (const { select, lens } of found) {
          expect(select === undefined).toBe(lens !== undefined);
          if (select !== undefined) expect(resolveSelected(select, NARRATIVE)).not.toBeNull();
          if (lens) expect(() => sliceGraph(NARRATIVE, lens)).not.toThrow();
        }
      }),
    );
  });

  test("a statement with an actor's id is chosen as a statement", () => {
    const narrative = sketchGraph(["s0 blames b"]);
    const statement = suggest(narrative, {}, "blames").find(({ kind }) => kind === "statement");
    expect(statement?.select).toBe("~s0");
  });
});
