import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { networkOf } from "../../graph-data/formats/network.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { noteLines, readNetwork } from "../support/networks.ts";
import { sliceOf, wholeSlices, writeAs } from "../support/slices.ts";

/** A file with these keys and this graph. */
function read(keys: string, graph: string) {
  return readNetwork(
    "graphml",
    `<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${keys}${graph}</graphml>`,
  );
}

describe("what is written is read back", () => {
  test.each(["statements", "ties"] as const)("of the harbour and of the first dossier: %s", (unit) => {
    for (const slice of [sliceOf(""), sliceOf("family=blame"), sliceOf("", firstDossierGraph())]) {
      const { notes, ...network } = readNetwork("graphml", writeAs("graphml", slice, { unit }));
      expect(network).toEqual(networkOf(slice, { unit }));
      expect(notes).toEqual([]);
    }
  });

  test("of any dossier, in portions of any size", () => {
    fc.assert(
      fc.property(wholeSlices, fc.integer({ min: 1, max: 500 }), (slice, size) => {
        const { notes, ...network } = readNetwork("graphml", writeAs("graphml", slice), size);
        expect(network).toEqual(networkOf(slice));
        expect(notes).toEqual([]);
      }),
    );
  });
});

test("labels, places, sizes and weights are found under the names that programs give them", () => {
  const { nodes, edges } = read(
    `<key id="n" for="node" attr.name="name" attr.type="string"/><key id="l" for="node" attr.name="label" attr.type="string"/>
     <key id="x" for="node" attr.name="x" attr.type="double"/><key id="y" for="node" attr.name="y" attr.type="double"/>
     <key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="e" for="edge" attr.name="Edge Label" attr.type="string"/>`,
    `<graph edgedefault="directed"><node id="a"><data key="n">Ann</data><data key="x">1</data><data key="y">-2.5</data></node>
     <node id="b"><data key="n">Bob</data><data key="l">Robert</data></node>
     <edge source="a" target="b"><data key="w">2.5</data><data key="e">helps</data></edge></graph>`,
  );
  expect(nodes).toEqual([
    { id: "a", label: "Ann", attributes: { name: "Ann" }, position: [1, -2.5], size: null, colour: null },
    { id: "b", label: "Robert", attributes: { name: "Bob" }, position: null, size: null, colour: null },
  ]);
  expect(edges).toMatchObject([{ id: "e0", label: "helps", weight: 2.5, attributes: {}, directed: true }]);
});

test("yEd: labels and places are in its drawings, groups hold their nodes", () => {
  const shape = (kind: string, x: number, label: string) =>
    `<data key="d"><y:${kind}><y:Geometry x="${x}" y="10" width="30" height="20"/><y:Fill color="#FFCC00"/>
     <y:NodeLabel textColor="#000000"> ${label} <y:LabelModel>not this</y:LabelModel></y:NodeLabel></y:${kind}></data>`;
  const { nodes, edges, notes } = read(
    '<key for="node" id="d" yfiles.type="nodegraphics"/><key for="edge" id="f" yfiles.type="edgegraphics"/><key for="graphml" id="r" yfiles.type="resources"/>',
    `<graph edgedefault="directed"><node id="n0" yfiles.foldertype="group">${shape("GroupNode", 0, "Group")}
     <graph edgedefault="directed"><node id="n0::n0">${shape("ShapeNode", 100, "Inner")}</node></graph></node>
     <edge id="e" source="n0::n0" target="n0"><data key="f"><y:PolyLineEdge><y:LineStyle color="#123456"/>
     <y:EdgeLabel>part of</y:EdgeLabel></y:PolyLineEdge></data></edge></graph><data key="r"><y:Resources/></data>`,
  );
  expect(
    nodes.map(({ id, label, position, size, colour, attributes }) => [
      id,
      label,
      position,
      size,
      colour,
      attributes,
    ]),
  ).toEqual([
    ["n0::n0", "Inner", [115, 20], 20, "#ffcc00", { partOf: ["n0"] }],
    ["n0", "Group", [15, 20], 20, "#ffcc00", {}],
  ]);
  expect(edges).toMatchObject([{ id: "e", label: "part of", colour: "#123456" }]);
  expect(notes).toEqual([]);
});

test("defaults, keys for all, and both kinds of edges", () => {
  const { nodes, edges, notes } = read(
    `<key id="c" for="all" attr.name="color" attr.type="string"><default>yellow</default></key>`,
    `<graph edgedefault="undirected"><node id="a"><data key="c">green</data></node><node id="b"/>
     <edge source="a" target="b"/><edge source="a" target="b" directed="true"/></graph>`,
  );
  expect(nodes.map(({ attributes }) => attributes.color)).toEqual(["green", "yellow"]);
  expect(edges.map(({ directed, attributes }) => [directed, attributes.color])).toEqual([
    [false, "yellow"],
    [true, "yellow"],
  ]);
  expect(noteLines(notes)).toEqual(["read: edges without a direction ×1"]);
});

test("hyperedges, ports and further graphs are left out and counted; what is in them too", () => {
  const { nodes, edges, notes } = read(
    "",
    `<graph edgedefault="directed"><node id="a"><port name="p"><port name="q"/></port></node>
     <hyperedge><endpoint node="a"/><data key="zzz">no</data></hyperedge><edge source="a" target="a" sourceport="p"/></graph>
     <graph edgedefault="directed"><node id="b"/></graph>`,
  );
  expect([nodes.length, edges.length]).toEqual([1, 1]);
  expect(noteLines(notes)).toEqual([
    "left out: ports ×1",
    "left out: hyperedges ×1",
    "left out: ports that edges are tied to ×1",
    "left out: graphs after the first ×1",
  ]);
});

test("types that GraphML does not have, and keys that nobody declared, are read as text with a note", () => {
  const { nodes, notes } = read(
    '<key id="k" for="node" attr.name="k" attr.type="colour"/><key id="i" for="node" attr.name="i" attr.type="int"/>',
    '<graph edgedefault="directed"><node id="a"><data key="k">red</data><data key="i">many</data><data key="z">1</data></node></graph>',
  );
  expect(nodes[0]?.attributes).toEqual({ k: "red", i: "many", z: "1" });
  expect(noteLines(notes)).toEqual([
    'guessed: attributes of the unknown type "colour", read as text ×1',
    "guessed: numbers that cannot be held as such, read as text ×1",
    "guessed: values of keys that are not declared, read as text ×1",
  ]);
});

test.each([
  ["a document type", '<!DOCTYPE graphml SYSTEM "file:///etc/passwd">\n<graphml/>', "line 1, column 46"],
  ["another root", "\n<gexf/>", "line 2, column 7"],
  ["crossed elements", "<graphml>\n<graph></graphml>", "line 2, column 17"],
])("refuses %s, with the place", (_, text, place) => {
  expect(() => readNetwork("graphml", text)).toThrow(InvalidDataError);
  expect(() => readNetwork("graphml", text)).toThrow(`: ${place}: `);
});
