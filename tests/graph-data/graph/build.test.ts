import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDossier } from "../../../graph-data/dossier/parse.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { multigraphOf } from "../../../graph-data/graph/multigraph.ts";
import { harbourGraph, idsOf, parseHarbour, sketchDossier, sketchGraph } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

describe("buildGraph", () => {
  test("orders statements by phase, then by first day, undated last, then as the dossier lists them", () => {
    expect(idsOf(harbourGraph().statements).join(" ")).toBe(
      "s01 s02 s03 s04 s05 s06 s09 s07 s08 s10 s11 s12 s13 s16 s14",
    );
  });

  test("withholds statements whose every quotation is missing, and draws no edge for them", () => {
    const narrative = harbourGraph();
    expect(idsOf(narrative.withheld)).toEqual(["s15"]);
    expect(multigraphOf(narrative).hasEdge("s15")).toBe(false);
    expect(multigraphOf(narrative).size).toBe(15);
  });

  test("has every actor as a node, also one that no statement touches", () => {
    const narrative = harbourGraph();
    const { dossier } = narrative;
    const multigraph = multigraphOf(narrative);
    expect(multigraph.nodes()).toEqual(idsOf(dossier.actors));
    expect(multigraph.degree("museum")).toBe(0);
    expect(multigraph.edges("mayor", "mayor")).toEqual(["s16"]);
  });

  test("fills in what a statement leaves out", () => {
    const { statements } = harbourGraph();
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    expect(byId.get("s07")).toMatchObject({ voice: "author", modality: "asserted", step: 2, span: null });
    expect(byId.get("s05")).toMatchObject({ voice: "mayor", modality: "insinuated", family: "alliance" });
    expect(byId.get("s14")).toMatchObject({ step: 4, span: { from: Date.UTC(2024, 5, 1), to: Infinity } });
  });

  test("resolves signs: the type's own, else its family's", () => {
    const { codebook } = harbourGraph();
    const sign = (type: string) => codebook.types.get(type)?.sign;
    expect([
      sign("sues"),
      sign("settles"),
      sign("blames"),
      sign("dismisses"),
      sign("denies"),
      sign("arms"),
    ]).toEqual([-1, 1, -1, -1, 0, 1]);
    expect([...codebook.families.keys()].at(-1)).toBe("procedure");
  });

  test("anchors quotations itself when it is given none", () => {
    const { dossier } = parseHarbour();
    expect(buildGraph(dossier).withheld).toEqual(harbourGraph().withheld);
  });

  test("refuses a dossier that was not parsed, with the statement and what to do", () => {
    const dossier = sketchDossier(["a hugs b"]);
    expect(() => buildGraph(dossier)).toThrow('statement s0: unknown type "hugs"; parse the dossier first');
  });

  test("property: each statement is an edge once, in an order that phases and days do not contradict", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const before = structuredClone(dossier);
        const narrative = buildGraph(dossier);
        expect(dossier).toEqual(before);
        expect(idsOf(narrative.statements).toSorted()).toEqual(idsOf(dossier.statements).toSorted());
        expect(multigraphOf(narrative).size).toBe(dossier.statements.length);
        const listed = new Map(dossier.statements.map(({ id }, at) => [id, at]));
        for (const [at, b] of narrative.statements.entries()) {
          const a = narrative.statements[at - 1];
          if (!a) continue;
          const place = (s: typeof a) => [s.step, s.span?.from ?? Infinity, listed.get(s.id)!] as const;
          const [before, after] = [place(a), place(b)];
          const differs = before.findIndex((part, k) => part !== after[k]);
          expect(before[differs]!).toBeLessThan(after[differs]!);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("membersOf", () => {
  test("gives all that is part of an actor over any number of steps, itself included", () => {
    const { membersOf } = harbourGraph();
    expect([...membersOf("city")].toSorted()).toEqual(["city", "inspector", "mayor", "port-authority"]);
    expect([...membersOf("port-authority")].toSorted()).toEqual(["inspector", "port-authority"]);
    expect([...membersOf("union")]).toEqual(["union"]);
    expect([...membersOf("nobody")]).toEqual(["nobody"]);
  });

  test("fifty thousand parts of one whole are gathered in linear time", () => {
    const actors = Array.from({ length: 50_000 }, (_, at) => ({
      id: `a${at}`,
      label: "A",
      kind: "other" as const,
      partOf: at === 0 ? [] : ["a0"],
    }));
    const start = process.cpuUsage();
    expect(sketchGraph([], { actors }).membersOf("a0").size).toBe(50_000);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });
});

test("a dossier may bring only types, only families, or neither", () => {
  const types = [{ id: "echoes", family: "alliance", label: "echoes" }];
  const only = parseDossier(sketchDossier(["a echoes b", "a blames b"], { relationTypes: types }));
  expect(only.dossier && idsOf(buildGraph(only.dossier).statements)).toEqual(["s0", "s1"]);
  expect(sketchGraph(["a blames b"]).codebook.families.size).toBe(5);
});
