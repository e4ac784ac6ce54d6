/** CX2 as its specification has it, and the files of Cytoscape and NDEx. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { idsOf } from "../support/fixtures.ts";
import type { Json } from "../support/json.ts";
import { notesOf, readAs, refusalOf, SHARED, sharedFiles } from "../support/reading.ts";
import { sliceOf, writeAs } from "../support/slices.ts";

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  long: Number.isSafeInteger,
  double: (value) => typeof value === "number",
  list_of_string: (value) => Array.isArray(value) && value.every((entry) => typeof entry === "string"),
};

describe.each(["statements", "ties"] as const)("%s", (unit) => {
  const parts: Json[] = JSON.parse(writeAs("cx2", sliceOf(""), { unit }));
  const aspect = (name: string): Json => parts.find((part) => name in part)?.[name];

  test("begins and ends as the specification wants it, and counts its elements", () => {
    expect(parts[0]).toEqual({ CXVersion: "2.0", hasFragments: false });
    expect(parts.at(-1)).toEqual({ status: [{ success: true }] });
    const names = parts.slice(2, -1).map((part) => Object.keys(part)[0]);
    expect(aspect("metaData")).toEqual(names.map((name) => ({ name, elementCount: aspect(name!).length })));
  });

  test("every value is of its declared type, and every name declared", () => {
    const [declared] = aspect("attributeDeclarations");
    const lists: [string, Json[]][] = [
      ["networkAttributes", aspect("networkAttributes")],
      ["nodes", aspect("nodes").map(({ v }: Json) => v)],
      ["edges", aspect("edges").map(({ v }: Json) => v)],
    ];
    for (const [name, records] of lists) {
      expect(records.length).toBeGreaterThan(0);
      for (const [key, value] of records.flatMap((record) => Object.entries(record))) {
        expect([key, value, CHECKS[declared[name][key].d]!(value)]).toEqual([key, value, true]);
      }
    }
  });

  test("numbers nodes and edges from 0; edges end at nodes; what is mapped is there", () => {
    const [nodes, edges] = [aspect("nodes"), aspect("edges")];
    expect(nodes.map(({ id }: Json) => id)).toEqual([...nodes.keys()]);
    expect(edges.map(({ id }: Json) => id)).toEqual([...edges.keys()]);
    for (const { s, t } of edges) expect([nodes[s], nodes[t]]).not.toContain(undefined);
    const [{ nodeMapping, edgeMapping }] = aspect("visualProperties");
    const [declared] = aspect("attributeDeclarations");
    const attributes = (mapping: Json) =>
      Object.values(mapping).map(({ definition }: Json) => definition.attribute);
    expect(Object.keys(declared.nodes)).toEqual(expect.arrayContaining(attributes(nodeMapping)));
    expect(Object.keys(declared.edges)).toEqual(expect.arrayContaining(attributes(edgeMapping)));
    const families = edgeMapping.EDGE_LINE_COLOR.definition.map.map(({ v }: Json) => v);
    for (const { v } of edges) expect(families).toContain(v.family);
  });
});

test("version 2 is read with short names, defaults and fragments: computed by hand", () => {
  const parts = [
    { CXVersion: "2.0", hasFragments: true },
    {
      attributeDeclarations: [
        {
          nodes: { name: { a: "n", d: "string" }, kind: { v: "state" } },
          edges: { interaction: { a: "i", d: "string" } },
        },
      ],
    },
    { nodes: [{ id: 7, x: 1, y: 2, v: { n: "Seven" } }] },
    { edges: [{ id: 0, s: 7, t: 8, v: { i: "supports", directed: false } }] },
    { nodes: [{ id: 8, v: { kind: "media" } }] },
    { networkAttributes: [{ name: "Small", version: "3" }] },
    { status: [{ success: true }] },
  ];
  const collected = readAs("cx2", JSON.stringify(parts), { name: "small.cx2" });
  expect(collected.dossier).toMatchObject({ title: "Small", positions: { 7: [1, 2] } });
  expect(collected.dossier.actors).toEqual([
    { id: "7", label: "Seven", kind: "state" },
    { id: "8", label: "8", kind: "media" },
  ]);
  expect(collected.dossier.statements).toMatchObject([
    { id: "0", source: "7", target: "8", type: "supports", undirected: true },
  ]);
  expect(notesOf(collected)).toContain("guessed: edges without a direction, read from source to target (1)");
});

test("version 1 is read from its aspects: computed by hand", () => {
  const parts = [
    { numberVerification: [{ longNumber: 281474976710655 }] },
    { nodes: [{ "@id": 1, n: "One", r: "x:1" }, { "@id": 2 }] },
    { nodeAttributes: [{ po: [1, 2], n: "score", v: "2.5", d: "double" }] },
    { edges: [{ "@id": 3, s: 1, t: 2, i: "blames" }] },
    { edgeAttributes: [{ po: 3, n: "weight", v: "4", d: "integer" }] },
    { cartesianLayout: [{ node: 2, x: 5, y: 6 }] },
    { networkAttributes: [{ n: "name", v: "Old" }] },
    { status: [{ success: true, error: "" }] },
  ];
  const { dossier } = readAs("cx2", JSON.stringify(parts), { name: "old.cx" });
  expect(dossier).toMatchObject({ title: "Old", positions: { 2: [5, 6] } });
  expect(dossier.actors).toEqual([
    { id: "1", label: "One", kind: "other", attributes: { represents: "x:1", score: 2.5 } },
    { id: "2", label: "2", kind: "other", attributes: { score: 2.5 } },
  ]);
  expect(dossier.statements).toMatchObject([
    { id: "3", source: "1", target: "2", type: "blames", attributes: { weight: 4 } },
  ]);
});

test.each([
  ["{}", "line 1"],
  ["[]", "[0]"],
  ["[3]", "[0]"],
  ['[{"CXVersion": "3.1"}]', "[0].CXVersion"],
  ['[{"a": []}]', "[0]"],
  ['[{"CXVersion": "2.0"}, {"nodes": [{}]}]', "[1].nodes[0].id"],
  ['[{"CXVersion": "2.0"}, {"nodes": [{"id": 0}]}, {"edges": [{"s": 0}]}]', "[2].edges[0].t"],
  ['[{"CXVersion": "2.0"}, {"nodes": [3]}]', "[1].nodes[0]"],
  ['[{"CXVersion": "2.0"}, {"status": [{"success": false, "error": "cut"}]}]', "[1].status[0]"],
])("%s is refused at %s", (text, path) => {
  expect(refusalOf(() => readAs("cx2", text)).problems.map((problem) => problem.path)).toEqual([path]);
});

const files = sharedFiles("graphs_cx", /\.cx2?$/);
const given = files.length > 0 ? test : test.skip;

given(
  `files of Cytoscape and NDEx${files.length > 0 ? "" : " (skipped: ../shared/data/graphs_cx is absent)"}`,
  () => {
    const refused: string[] = [];
    for (const file of files) {
      const bytes = readFileSync(new URL(`graphs_cx/${file}`, SHARED));
      try {
        const { dossier } = readAs("cx2", bytes, { name: file.split("/").at(-1)! });
        const parts: Json[] = JSON.parse(bytes.toString());
        const count = (name: string) => parts.flatMap((part) => part[name] ?? []).length;
        expect([file, dossier.actors.length, dossier.statements.length]).toEqual([
          file,
          count("nodes"),
          count("edges"),
        ]);
        expect(new Set(idsOf(dossier.statements)).size).toBe(dossier.statements.length);
      } catch (error) {
        if (!(error instanceof InvalidDataError)) throw error;
        refused.push(`${file}: ${error.message}`);
      }
    }
    process.stdout.write(`CX: ${files.length} files, ${refused.length} refused\n  ${refused.join("\n  ")}\n`);
    expect(refused).toEqual([
      "test_resources/small_graph/small_graph_nice.cx: line 1: the file does not hold a list of aspects",
    ]);
  },
);
