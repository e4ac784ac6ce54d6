import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeProblem } from "../../../graph-data/errors.ts";
import { WHOLE } from "../../../graph-data/lens/lens.ts";
import {
  parseAddress,
  resolveSelected,
  selectStatement,
  type View,
  writeAddress,
} from "../../../graph-data/lens/view.ts";
import { harbourGraph, sketchGraph } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

const NARRATIVE = harbourGraph();
const read = (text: string) => parseAddress(text, NARRATIVE);
const problemsOf = (text: string) => read(text).problems.map(describeProblem);

describe("what is selected", () => {
  test.each([
    ["mayor", { kind: "actor", id: "mayor" }],
    ["s04", { kind: "statement", id: "s04" }],
    ["~s04", { kind: "statement", id: "s04" }],
    ["mayor~fire", { kind: "pair", a: "mayor", b: "fire" }],
    ["mayor~union~blame", { kind: "tie", source: "mayor", target: "union", family: "blame" }],
    ["nobody", null],
    ["s15", null],
    ["~mayor", null],
    ["", null],
    ["~", null],
    ["mayor~", null],
    ["mayor~nobody", null],
    ["mayor~union~love", null],
    ["mayor~union~blame~x", null],
    ["constructor", null],
  ])("%j", (entry, selected) => {
    expect(resolveSelected(entry, NARRATIVE)).toEqual(selected);
  });

  test("a statement whose id is an actor's, too, is told apart", () => {
    const narrative = sketchGraph(["s0 blames b"]);
    expect(selectStatement("s0", narrative)).toBe("~s0");
    expect(resolveSelected("~s0", narrative)).toEqual({ kind: "statement", id: "s0" });
    expect(resolveSelected("s0", narrative)).toEqual({ kind: "actor", id: "s0" });
    expect(selectStatement("s04", NARRATIVE)).toBe("s04");
  });
});

describe("the address", () => {
  test("of the dossier as it opens is empty", () => {
    expect(writeAddress({ lens: WHOLE, view: {} }, NARRATIVE)).toBe("");
    expect(read("")).toEqual({ lens: {}, view: {}, problems: [] });
  });

  test("holds lens and view, in a fixed order", () => {
    const text =
      "zoom=10~-20~150&select=mayor,s04&phase=blaze&theme=dark&at=fire~-7~9&expand=mayor~union~blame";
    const { lens, view, problems } = read(text);
    expect(problems).toEqual([]);
    expect(lens).toEqual({ phases: ["blaze"] });
    expect(view).toEqual({
      select: ["mayor", "s04"],
      expand: ["mayor~union~blame"],
      at: new Map([["fire", [-7, 9]]]),
      zoom: { x: 10, y: -20, scale: 150 },
      theme: "dark",
    });
    expect(writeAddress({ lens, view }, NARRATIVE)).toBe(
      "phase=blaze&select=mayor,s04&expand=mayor~union~blame&at=fire~-7~9&zoom=10~-20~150&theme=dark",
    );
  });

  test.each([
    ["select=mayor,ghost", 'select: "ghost" is no actor, statement, pair or tie here'],
    ["expand=mayor~union", 'expand: "mayor~union" is no tie here; a tie is source~target~family'],
    ["at=ghost~1~2", 'at: there is no actor "ghost"'],
    ["at=mayor~1", 'at: "mayor~1" is not actor~x~y'],
    ["at=mayor~1~2~3", 'at: "mayor~1~2~3" is not actor~x~y'],
    ["at=mayor~1.5~2", 'at: "mayor~1.5~2" is not actor~x~y'],
    ["at=mayor~99999999~2", 'at: "mayor~99999999~2" is not actor~x~y'],
    ["zoom=1~2", "zoom: is x~y~percent, in whole numbers"],
    ["zoom=1~2~0", "zoom: is x~y~percent, in whole numbers"],
    ["zoom=1~2~-5", "zoom: is x~y~percent, in whole numbers"],
    ["theme=sepia", 'theme: "sepia" is not allowed; allowed: light, dark'],
    ["theme=light&theme=dark", "theme: is given more than once"],
    ["select=mayor&select=fire", "select: is given more than once"],
  ])("%s is refused", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("an unknown key is refused with the keys of lens and view", () => {
    expect(problemsOf("colour=red")[0]).toMatch(
      /^colour: .*phase, .*q, select, compare, shift, beside, story, expand, at, axis, zoom, theme$/,
    );
  });

  test("empty values are as if absent", () => {
    expect(read("select=&expand=&at=&zoom=&theme=")).toEqual({ lens: {}, view: {}, problems: [] });
  });

  test("property: lens and view are read back equal", () => {
    const entry = fc.constantFrom("mayor", "s04", "mayor~fire", "mayor~union~blame", "port-authority");
    const coordinate = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n + 0);
    const scale = fc.integer({ min: 1, max: 9_999 });
    const view = fc
      .record(
        {
          select: fc.uniqueArray(entry, { minLength: 1 }),
          expand: fc.constant(["union~fire~denial"]),
          at: fc
            .array(fc.tuple(fc.constantFrom("mayor", "fire", "city"), fc.tuple(coordinate, coordinate)), {
              minLength: 1,
            })
            .map((moves) => new Map(moves)),
          zoom: fc.record({ x: coordinate, y: coordinate, scale }),
          theme: fc.constantFrom<"light" | "dark">("light", "dark"),
        },
        { requiredKeys: [] },
      )
      .map((value): View => value);
    fc.assert(
      fc.property(anyLens(NARRATIVE), view, (lens, view) => {
        const text = writeAddress({ lens, view }, NARRATIVE);
        expect(read(text)).toEqual({ lens, view, problems: [] });
        expect(writeAddress(read(text), NARRATIVE)).toBe(text);
      }),
    );
  });
});
