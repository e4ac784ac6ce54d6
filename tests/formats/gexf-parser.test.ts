import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { networkOf } from "../../graph-data/formats/network.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { noteLines, readNetwork } from "../support/networks.ts";
import { sliceOf, wholeSlices, writeAs } from "../support/slices.ts";

/** A file with this graph. */
function file(graph: string, root = 'xmlns="http://gexf.net/1.3" version="1.3"'): string {
  return `<?xml version="1.0"?>\n<gexf ${root} xmlns:viz="http://gexf.net/1.3/viz">${graph}</gexf>`;
}

function read(graph: string) {
  return readNetwork("gexf", file(graph));
}

function refusal(text: string): InvalidDataError {
  try {
    readNetwork("gexf", text);
  } catch (error) {
    if (error instanceof InvalidDataError) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("what is written is read back", () => {
  test.each(["statements", "ties"] as const)("of the harbour and of the first dossier: %s", (unit) => {
    for (const slice of [sliceOf(""), sliceOf("family=blame"), sliceOf("", firstDossierGraph())]) {
      const { notes, ...network } = readNetwork("gexf", writeAs("gexf", slice, { unit }));
      expect(network).toEqual(networkOf(slice, { unit }));
      expect(notes).toEqual([]);
    }
  });

  test("of any dossier, in portions of any size", () => {
    fc.assert(
      fc.property(wholeSlices, fc.integer({ min: 1, max: 500 }), (slice, size) => {
        const { nodes, edges, attributes } = readNetwork("gexf", writeAs("gexf", slice), size);
        expect({ nodes, edges, attributes }).toEqual(networkOf(slice));
      }),
    );
  });
});

test.each([
  ["1.1", 'xmlns="http://www.gexf.net/1.1draft" version="1.1"'],
  ["1.2", 'xmlns="http://www.gexf.net/1.2draft" version="1.2"'],
  ["of Gephi", 'xmlns="http://www.gephi.org/gexf"'],
  ["1.3 with www", 'xmlns="http://www.gexf.net/1.3" version="1.3"'],
])("reads GEXF %s", (_, root) => {
  const { nodes } = readNetwork("gexf", file('<graph><nodes><node id="a"/></nodes><edges/></graph>', root));
  expect(nodes).toEqual([{ id: "a", label: "a", attributes: {}, position: null, size: null, colour: null }]);
});

test("nodes have labels, looks and places; the y axis is turned", () => {
  const { nodes } = read(`<graph><nodes><node id="a" label="Alpha &amp; &#10;Co">
    <viz:color r="255" g="0" b="16"/><viz:position x="1.5" y="-2" z="9"/><viz:size value="7"/></node>
    <node id="b"><viz:color hex="#AABBCC"/><viz:position x="1" y="0"/></node></nodes></graph>`);
  expect(nodes).toEqual([
    { id: "a", label: "Alpha & \nCo", attributes: {}, position: [1.5, 2], size: 7, colour: "#ff0010" },
    { id: "b", label: "b", attributes: {}, position: [1, 0], size: null, colour: "#aabbcc" },
  ]);
});

test("a node within a node, or with a pid, is part of it", () => {
  const { nodes } =
    read(`<graph><nodes><node id="whole"><nodes><node id="part"><nodes><node id="bit"/></nodes></node>
    </nodes></node><node id="other" pid="whole"/></nodes></graph>`);
  expect(nodes.map(({ id, attributes }) => [id, attributes.partOf]).sort()).toEqual([
    ["bit", ["part"]],
    ["other", ["whole"]],
    ["part", ["whole"]],
    ["whole", undefined],
  ]);
});

describe("attributes", () => {
  const typed = (type: string, value: string) =>
    read(`<graph><attributes class="node"><attribute id="0" title="t" type="${type}"/></attributes>
      <nodes><node id="a"><attvalues><attvalue for="0" value="${value}"/></attvalues></node></nodes></graph>`);

  test.each([
    ["integer", "7", 7],
    ["double", "-1.5e3", -1500],
    ["boolean", "true", true],
    ["boolean", "0", false],
    ["string", " kept ", " kept "],
    ["anyURI", "https://example.org", "https://example.org"],
    ["liststring", "a|b | c", ["a", "b", "c"]],
    ["liststring", "a ,b", ["a", "b"]],
    ["liststring", "[a, b, c]", ["a", "b", "c"]],
    ["liststring", "['a', '\\'b\\'', &quot;c, d&quot;]", ["a", "'b'", "c, d"]],
    ["liststring", "[]", []],
    ["listboolean", "[true, false]", [true, false]],
    ["listfloat", "[1, 1.5]", [1, 1.5]],
  ])("%s %s", (type, value, expected) => {
    const { nodes, notes } = typed(type, value);
    expect(nodes[0]?.attributes).toEqual({ t: expected });
    expect(notes).toEqual([]);
  });

  test.each([
    ["integer", "seven", "guessed: numbers that cannot be held as such, read as text ×1"],
    ["long", "123456789012345678901", "guessed: numbers that cannot be held as such, read as text ×1"],
    ["boolean", "maybe", "guessed: truth values that are neither true nor false, read as text ×1"],
    ["colour", "red", 'guessed: attributes of the unknown type "colour", read as text ×1'],
  ])("what is no %s stays a text: %s", (type, value, note) => {
    const { nodes, notes } = typed(type, value);
    expect(nodes[0]?.attributes).toEqual({ t: value });
    expect(noteLines(notes)).toEqual([note]);
    expect(notes[0]?.places[0]).toMatch(/^line 3, column \d+$/);
  });

  test("defaults are for those that have no value", () => {
    const { nodes, edges } =
      read(`<graph><attributes class="node"><attribute id="0" title="frog" type="boolean">
      <default>true</default></attribute></attributes><nodes><node id="a"/><node id="b"><attvalues>
      <attvalue for="0" value="false"/></attvalues></node></nodes><edges><edge source="a" target="b"/></edges></graph>`);
    expect(nodes.map(({ attributes }) => attributes)).toEqual([{ frog: true }, { frog: false }]);
    expect(edges[0]?.attributes).toEqual({});
  });

  test("names of an object's own making are names like others", () => {
    const { nodes } =
      read(`<graph><attributes class="node"><attribute id="constructor" title="__proto__" type="integer"/>
      </attributes><nodes><node id="__proto__"><attvalues><attvalue for="constructor" value="1"/></attvalues></node>
      </nodes></graph>`);
    expect(Object.entries(nodes[0]?.attributes ?? {})).toEqual([["__proto__", 1]]);
    expect(nodes[0]?.id).toBe("__proto__");
  });

  test("of values over time the one that lasts longest is taken", () => {
    const { nodes, edges, notes } = read(`<graph mode="dynamic" timeformat="date">
      <attributes class="node" mode="dynamic"><attribute id="0" title="rank" type="integer"/></attributes>
      <attributes class="edge" mode="dynamic"><attribute id="w" title="Weight" type="float"/></attributes>
      <nodes><node id="a"><attvalues><attvalue for="0" value="1" end="2001-01-01"/><attvalue for="0" value="3"
      start="2005-01-01"/><attvalue for="0" value="2" start="2001-01-01" end="2005-01-01"/></attvalues></node></nodes>
      <edges><edge source="a" target="a"><attvalues><attvalue for="w" value="1" end="2001-01-01"/>
      <attvalue for="w" value="2.5" end="2009-01-01"/></attvalues></edge></edges></graph>`);
    expect(nodes[0]?.attributes).toEqual({ rank: 3 });
    expect(edges[0]).toMatchObject({ weight: 2.5, attributes: {} });
    expect(noteLines(notes)).toContain("left out: earlier values of attributes that change over time ×3");
  });
});

describe("edges", () => {
  const edge = (graph: string, attributes: string, inner = "") =>
    read(`<graph ${graph}><nodes><node id="a"/><node id="b"/></nodes>
      <edges><edge source="a" target="b" ${attributes}>${inner}</edge></edges></graph>`).edges[0];

  test.each([
    ['defaultedgetype="directed"', "", true],
    ['defaultedgetype="directed"', 'type="undirected"', false],
    ['defaultedgetype="undirected"', 'type="directed"', true],
    ["", "", false],
    ['defaultedgetype="directed"', 'type="mutual"', false],
  ])("graph %s, edge %s: directed %s", (graph, attributes, directed) => {
    expect(edge(graph, attributes)?.directed).toBe(directed);
  });

  test.each([
    ['start="2001-02-03" end="2001-03-04"', "", { start: "2001-02-03", end: "2001-03-04" }],
    ['start="2001-02-03T10:00:00Z"', "", { start: "2001-02-03" }],
    ['endopen="2001"', "", { end: "2001" }],
    ['timestamp="2001-02-03"', "", { start: "2001-02-03", end: "2001-02-03" }],
    ['timestamps="&lt;[2001-02-03, 2002-02-03]&gt;"', "", { start: "2001-02-03", end: "2002-02-03" }],
    [
      'intervals="&lt;[2001-01-01,2002-01-01];[2003-01-01,2004-01-01]&gt;"',
      "",
      { start: "2001-01-01", end: "2004-01-01" },
    ],
    [
      "",
      '<spells><spell start="2005-01-01" end="2006-01-01"/><spell start="2001-01-01" end="2002-01-01"/></spells>',
      { start: "2001-01-01", end: "2006-01-01" },
    ],
    ["", '<slices><slice start="2005-01-01"/></slices>', { start: "2005-01-01" }],
    ['start="12.5" end="13"', "", null],
  ])("dated %s%s", (attributes, inner, spell) => {
    expect(edge('mode="dynamic"', attributes, inner)?.spell).toEqual(spell);
  });

  test("parallel edges and loops are edges of their own; ends that are no nodes become nodes, without ends none", () => {
    const { nodes, edges, notes } =
      read(`<graph defaultedgetype="directed"><nodes><node id="a"/></nodes><edges>
      <edge id="1" source="a" target="b"/><edge source="a" target="b"/><edge source="a" target="a"/><edge source="a"/>
      </edges></graph>`);
    expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual([
      ["1", "a", "b"],
      ["e1", "a", "b"],
      ["e2", "a", "a"],
    ]);
    expect(nodes.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(noteLines(notes)).toEqual([
      "left out: edges without a source or a target ×1",
      "guessed: ends of edges that are no nodes of the file, taken for nodes ×1",
    ]);
  });
});

describe("refuses, with the place", () => {
  test.each([
    [
      "a document type",
      '<!DOCTYPE gexf [<!ENTITY a "b">]>\n<gexf>&a;</gexf>',
      /^line 1, column \d+$/,
      "document type",
    ],
    ["an entity of its own", "<gexf>\n&a;</gexf>", /^line 2, column 3$/, "entity"],
    ["another root", "<graphml/>", /^line 1/, "begins with <graphml>"],
    ["what is not well-formed", "<gexf>\n <graph></gexf>", /^line 2, column \d+$/, "unexpected close tag"],
    ["what ends early", file("<graph>").slice(0, -3), /^line 2/, "unclosed tag"],
    ["an empty file", "", /^line 1/, "document must contain a root element"],
    ["no XML", "{}", /^line 1, column/, "text data outside of root node"],
  ])("%s", (_, text, place, message) => {
    const { problems } = refusal(text);
    expect(problems[0]?.path).toMatch(place);
    expect(problems[0]?.message).toContain(message);
  });

  test("defaults that would fill the memory: many attributes times many nodes", () => {
    const attributes = Array.from(
      { length: 2_000 },
      (_, at) => `<attribute id="${at}" title="t${at}" type="string"><default>x</default></attribute>`,
    );
    const nodes = Array.from({ length: 2_000 }, (_, at) => `<node id="${at}"/>`);
    const text = file(
      `<graph><attributes class="node">${attributes.join("")}</attributes><nodes>${nodes.join("")}</nodes></graph>`,
    );
    expect(refusal(text).message).toContain("default values");
  });
});

test("nodes nested a hundred thousand deep are read in time", () => {
  const deep = 100_000;
  const text = file(`<graph>${'<nodes><node id="a">'.repeat(deep)}${"</node></nodes>".repeat(deep)}</graph>`);
  // Time of this process alone: the machine may be busy with others.
  const before = process.cpuUsage();
  expect(readNetwork("gexf", text).nodes.length).toBe(1);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
});
