import { describe, expect, test } from "@jest/globals";
import { graphml } from "../../graph-data/formats/graphml.ts";
import { graphmlPlain } from "../../graph-data/formats/graphml-plain.ts";
import { tiesOf } from "../../graph-data/lens/slice.ts";
import { sketchGraph } from "../support/fixtures.ts";
import { expectGolden, sliceOf, writeAs } from "../support/slices.ts";
import { askNetworkx, testWithNetworkx } from "../support/xml-programs.ts";

test("is what a person has read", () => {
  expectGolden("harbour.graphml", writeAs("graphml", sliceOf("phase=blaze")));
  expectGolden("harbour-plain.graphml", writeAs("graphml-plain", sliceOf("family=blame")));
});

describe("NetworkX reads the same", () => {
  testWithNetworkx("actors and statements", () => {
    for (const query of ["", "family=blame", "actor=union&depth=2"]) {
      const slice = sliceOf(query);
      for (const id of ["graphml", "graphml-plain"]) {
        expect(askNetworkx(writeAs(id, slice, { unit: "statements" }), "read_graphml")).toMatchObject({
          directed: true,
          nodes: slice.actors.map((actor) => [actor.id, actor.label]),
          edges: slice.statements.map((edge) => [edge.source, edge.target, edge.id]).sort(),
        });
      }
    }
  });

  testWithNetworkx("ties", () => {
    const slice = sliceOf("");
    expect(askNetworkx(writeAs("graphml-plain", slice), "read_graphml")).toMatchObject({
      edges: tiesOf(slice)
        .map(({ id, source, target }) => [source, target, id])
        .sort(),
    });
  });
});

test("every value has a declared key, and no two keys share an id", () => {
  for (const format of [graphml, graphmlPlain]) {
    for (const unit of format.units) {
      const text = writeAs(format.id, sliceOf(""), { unit });
      const declared = [...text.matchAll(/<key id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(declared).size).toBe(declared.length);
      const used = new Set([...text.matchAll(/<data key="([^"]+)"/g)].map(([, id]) => id));
      expect([...used].filter((id) => !declared.includes(id))).toEqual([]);
    }
  }
});

describe("plain", () => {
  test("has texts and numbers alone", () => {
    for (const unit of graphmlPlain.units) {
      const text = writeAs("graphml-plain", sliceOf(""), { unit });
      const types = [...text.matchAll(/attr\.type="([^"]+)"/g)].map(([, type]) => type);
      expect(new Set(types)).toEqual(new Set(["string", "double", "int"]));
      expect(
        [...text.matchAll(/<data key="[^"]+">([^<]*)/g)].filter(([, value]) => /^[[{]/.test(value!)),
      ).toEqual([]);
    }
  });

  test("says what it leaves out", () => {
    const omitted = (unit: "ties" | "statements") => graphmlPlain.write(sliceOf(""), { unit }).omitted;
    expect(omitted("ties")).toEqual([
      "3 documents",
      "4 phases",
      "2 narratives",
      "6 families of relations",
      "2 types of relation",
      "1 further piece of evidence",
      "13 places of quotations in their documents",
      "3 voices that are not the author's",
      "2 modalities other than asserted",
      "2 actors that statements are about",
      "12 phases of statements",
      "11 credibilities of statements",
      "1 note",
      "12 contexts of quotations",
      "2 bases of dates",
      "7 links to narratives",
      "1 field of a statement that is the dossier's own",
      "1 field of an actor that is the dossier's own",
      "1 step of the story",
      "3 fields of the dossier as a whole",
    ]);
    // Thirteen statements are shown, one of them with two pieces.
    expect(omitted("statements").at(-1)).toBe("documents and places of 14 pieces of evidence");
  });

  test("a weight is the number of statements", () => {
    const text = writeAs("graphml-plain", sliceOf("", sketchGraph(["a blames b", "a criticises b"])));
    expect(text).toContain('<data key="e1">2</data>');
    expect(text).toContain('<data key="t0">s0 | s1</data>');
  });
});
