import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gexf } from "../../graph-data/formats/gexf.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { sketchGraph } from "../support/fixtures.ts";
import { expectGolden, sliceOf, wholeSlices, writeAs } from "../support/slices.ts";
import {
  askNetworkx,
  SAMPLES,
  testWithNetworkx,
  testWithXmllint,
  validateXml,
} from "../support/xml-programs.ts";

const SCHEMA = new URL("gexf_schema/specs/1.3/gexf.rng", SAMPLES);

test("is what a person has read", () => {
  expectGolden("harbour.gexf", writeAs("gexf", sliceOf("phase=blaze")));
  expectGolden("harbour-ties.gexf", writeAs("gexf", sliceOf("family=blame"), { unit: "ties" }));
});

describe("the schema of GEXF 1.3 allows", () => {
  testWithXmllint("the harbour and the first dossier, statements and ties", () => {
    for (const narrative of [undefined, firstDossierGraph()]) {
      for (const unit of ["statements", "ties"] as const)
        expect(validateXml(writeAs("gexf", sliceOf("", narrative), { unit }), SCHEMA)).toBe("");
    }
  });

  testWithXmllint("any dossier", () => {
    fc.assert(
      fc.property(wholeSlices, (slice) => {
        expect(validateXml(writeAs("gexf", slice), SCHEMA)).toBe("");
      }),
      { numRuns: 25 },
    );
  });

  testWithXmllint("an empty network, and refuses what is not GEXF", () => {
    const empty = writeAs("gexf", sliceOf("q=nothing-has-this"));
    expect(validateXml(empty, SCHEMA)).toBe("");
    expect(validateXml(empty.replace('version="1.3"', 'version="9"'), SCHEMA)).toContain("fails to validate");
  });
});

testWithNetworkx("NetworkX reads the same actors and statements", () => {
  for (const query of ["", "family=blame", "actor=union&depth=2"]) {
    const slice = sliceOf(query);
    expect(askNetworkx(writeAs("gexf", slice), "read_gexf")).toMatchObject({
      directed: true,
      nodes: slice.actors.map(({ id, label }) => [id, label]),
      edges: slice.statements.map(({ id, source, target }) => [source, target, id]).sort(),
    });
  }
});

describe("time", () => {
  const withDate = (date?: string) =>
    sliceOf(
      "",
      sketchGraph([], {
        actors: ["a", "b"].map((id) => ({ id, label: id, kind: "other" })),
        statements: [
          {
            id: "s",
            source: "a",
            type: "blames",
            target: "b",
            evidence: [{ document: "d" }],
            ...(date && { date }),
          },
        ],
      }),
    );
  const edgeOf = (text: string) => /<edge [^>]*>/.exec(text)?.[0] ?? "";

  test.each([
    ["2024-03-22", 'start="2024-03-22" end="2024-03-22"'],
    ["2024-02", 'start="2024-02-01" end="2024-02-29"'],
    ["1992/..", 'start="1992-01-01"'],
    ["../1980", 'end="1980-12-31"'],
  ])("%s becomes %s", (date, spell) => {
    const text = writeAs("gexf", withDate(date));
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(edgeOf(text).replace(/.*weight="1" ?/, "")).toBe(`${spell}>`);
  });

  test("stands still where nothing is dated", () => {
    const text = writeAs("gexf", withDate());
    expect(text).toContain('mode="static"');
    expect(edgeOf(text)).not.toMatch(/start|end/);
  });

  test("a year 0 is no date there; the statement keeps it as an attribute, and the export says so", () => {
    const { content, omitted } = gexf.write(withDate("0000-05"));
    expect(omitted).toEqual(["1 date outside the years that GEXF has, as spells"]);
    expect(content).toContain('<attvalue for="date" value="0000-05"/>');
  });
});

test("characters that XML does not allow are replaced, counted, and kept in the frame", () => {
  const narrative = sketchGraph(["a blames b"], { title: "bell \u0007 ?> \uffff" });
  const { content, omitted } = gexf.write(sliceOf("", narrative));
  expect(omitted).toEqual(["2 control characters that XML does not allow"]);
  expect(content).toContain("bell \uFFFD ?&gt; \uFFFD");
  expect(content).toContain(String.raw`"title":"bell \u0007 ?\u003e \uffff"`);
});
