import { describe, expect, test } from "@jest/globals";
import { tieId } from "../../../graph-data/graph/build.ts";
import { buildTies } from "../../../graph-data/graph/ties.ts";
import { harbourGraph, idsOf, sketchGraph } from "../../support/fixtures.ts";

const signs = (...types: string[]) => buildTies(sketchGraph(types.map((type) => `a ${type} b`)).statements);

describe("buildTies", () => {
  test("gathers the statements of one family from one actor to another, in the order of the story", () => {
    const ties = buildTies(
      sketchGraph(["a blames b", "b blames a", "a criticises b", "a denies b", "a blames c"]).statements,
    );
    expect(ties.map(({ id, statements }) => [id, idsOf(statements).join(" ")])).toEqual([
      ["a~b~blame", "s0 s2"],
      ["b~a~blame", "s1"],
      ["a~b~denial", "s3"],
      ["a~c~blame", "s4"],
    ]);
  });

  test("has an actor's tie to itself", () => {
    const [tie] = buildTies(sketchGraph(["a criticises a"]).statements);
    expect(tie).toMatchObject({ id: tieId("a", "a", "blame"), source: "a", target: "a", sign: -1 });
  });

  test("takes the sign that most statements have, and 0 without a majority", () => {
    expect(signs("dismisses", "dismisses", "denies")[0]?.sign).toBe(-1);
    expect(signs("dismisses", "denies")[0]?.sign).toBe(0);
    expect(signs("denies")[0]?.sign).toBe(0);
    expect(signs("supports")[0]?.sign).toBe(1);
  });

  test("is quoted when some statement is in an actor's voice", () => {
    const quoted = buildTies(harbourGraph().statements).filter((tie) => tie.quoted);
    expect(idsOf(quoted)).toEqual(["union~league~alliance", "mayor~fire~denial", "mayor~mayor~blame"]);
  });

  test("of nothing are none", () => {
    expect(buildTies([])).toEqual([]);
  });
});
