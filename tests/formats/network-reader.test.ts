/** Networks of other programs → dossiers, by way of a reader that gives the network as it is. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ID_PATTERN } from "../../graph-data/dossier/limits.ts";
import { dossierId } from "../../graph-data/formats/collect.ts";
import { mendId } from "../../graph-data/formats/ids.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
} from "../../graph-data/formats/network.ts";
import { emitNetwork } from "../../graph-data/formats/network-reader.ts";
import { collectDossier } from "../support/collect.ts";
import { idsOf } from "../support/fixtures.ts";
import { notesOf, refusalOf } from "../support/reading.ts";

function node(id: string, attributes: Attributes = {}, more: Partial<NetworkNode> = {}): NetworkNode {
  return { id, label: "", attributes, position: null, size: null, colour: null, ...more };
}

function edge(link: string, attributes: Attributes = {}, more: Partial<NetworkEdge> = {}): NetworkEdge {
  const [source = "", target = ""] = link.split(" ");
  const rest = { directed: true, label: "", weight: 1, spell: null, colour: null };
  return { id: "", source, target, attributes, ...rest, ...more };
}

function read(network: Partial<Network>, name = "trade.gexf") {
  const whole: Network = { attributes: {}, nodes: [], edges: [], ...network };
  const reader = {
    id: "bare",
    label: "Bare",
    extensions: [],
    describe: "",
    recognise: () => 0,
    open: (...[sink, options]: Parameters<typeof openBare>) => openBare(sink, options, whole),
  };
  return collectDossier(reader, [], { name });
}

function openBare(
  sink: Parameters<typeof emitNetwork>[1],
  options: Parameters<typeof emitNetwork>[2],
  whole?: Network,
) {
  return {
    push: () => {},
    end: () => ({ format: "bare", notes: emitNetwork(whole!, sink, options) }),
  };
}

describe("a network of another program", () => {
  test("is a dossier that refers to its file: computed by hand", () => {
    const collected = read({
      attributes: { title: "Trade", creator: "Gephi" },
      nodes: [node("a", { kind: "State", gdp: 3 }, { label: "Atlantis", position: [1, 2] }), node("b")],
      edges: [
        edge("a b", { type: "supports", date: "1999/2001" }, { id: "e" }),
        edge(
          "b a",
          { relation: "exports to" },
          { weight: 4, spell: { start: "2001-02-03", end: "2001-02-03" } },
        ),
      ],
    });
    const { dossier } = collected;
    expect(dossier).toMatchObject({
      format: "narrascope-dossier/1",
      id: "trade",
      title: "Trade",
      documents: [{ id: "trade-gexf", title: "trade.gexf", attributes: { creator: "Gephi" } }],
      positions: { a: [1, 2] },
    });
    expect(dossier.actors).toEqual([
      { id: "a", label: "Atlantis", kind: "state", attributes: { gdp: 3 } },
      { id: "b", label: "b", kind: "other" },
    ]);
    const reference = { evidence: [{ document: "trade-gexf" }] };
    expect(dossier.statements).toEqual([
      {
        id: "e",
        source: "a",
        type: "supports",
        target: "b",
        date: "1999/2001",
        attributes: { type: "supports", date: "1999/2001" },
        ...reference,
      },
      {
        id: "s1",
        source: "b",
        type: "linked",
        target: "a",
        date: "2001-02-03",
        note: "exports to",
        attributes: { weight: 4, relation: "exports to" },
        ...reference,
      },
    ]);
    expect(dossier.relationTypes).toEqual([
      { id: "linked", family: "other", label: "is linked to", sign: 0 },
    ]);
    expect(idsOf(dossier.families!)).toEqual([
      "blame",
      "denial",
      "acknowledgement",
      "alliance",
      "threat",
      "other",
    ]);
    expect(notesOf(collected)).toEqual([
      "read: actors (2)",
      "read: statements (2)",
      "guessed: edges without a known type of relation, read as linked (1)",
      "mapped: edges without an id, numbered (1)",
    ]);
  });

  test.each([
    [{ type: "BLAMES" }, "", "blames"],
    [{ relation: "denies the part of" }, "", "denies"],
    [{ interaction: "arms" }, "", "arms"],
    [{}, "threatens", "threatens"],
    [{ family: "threat" }, "", "threat"],
    [{ type: "alliance" }, "", "alliance"],
    [{ type: "constructor" }, "__proto__", "linked"],
  ])("takes its relation from what the codebook has: %j %s", (attributes, label, type) => {
    const { dossier } = read({ nodes: [node("a")], edges: [edge("a a", attributes, { label })] });
    expect(dossier.statements[0]!.type).toBe(type);
  });

  test.each([
    [{ start: "2001", end: "2003" }, "2001/2003"],
    [{ start: "2001-05" }, "2001-05/.."],
    [{ end: "2001-05-06T12:00:00Z" }, "../2001-05-06"],
    [{ start: "3.5", end: "4" }, undefined],
    [{ start: "yesterday" }, undefined],
  ])("takes its date from the spell %j", (spell, date) => {
    const collected = read({ nodes: [node("a")], edges: [edge("a a", { type: "arms" }, { spell })] });
    expect(collected.dossier.statements[0]!.date).toBe(date);
    const said = notesOf(collected).filter((note) => note.includes("EDTF"));
    expect(said).toHaveLength(date === undefined ? 1 : 0);
  });

  test("an edge without a direction says so", () => {
    const collected = read({ nodes: [node("a")], edges: [edge("a a", {}, { directed: false })] });
    expect(collected.dossier.statements[0]).toMatchObject({ undirected: true });
    expect(notesOf(collected)).toContain(
      "guessed: edges without a direction, read from source to target (1)",
    );
  });

  test("nodes that are named alone, twice or too far out are told of", () => {
    const collected = read({
      nodes: [node("a", {}, { position: [1e9, 0] }), node("a"), node("b", { partOf: ["a", "nowhere"] })],
      edges: [edge("a c"), edge("c a", { voice: "b" }), edge("a b", { voice: "unknown voice" })],
    });
    expect(idsOf(collected.dossier.actors)).toEqual(["a", "b", "c"]);
    expect(collected.dossier.actors[1]!.partOf).toEqual(["a"]);
    expect(collected.dossier.statements.map(({ voice }) => voice)).toEqual([undefined, "b", undefined]);
    expect(collected.dossier.positions).toBeUndefined();
    expect(collected.report.notes.map(({ what, places }) => [what, places])).toEqual(
      expect.arrayContaining([
        ["nodes with the id of an earlier node", ['node "a"']],
        ["places too far out", ['node "a"']],
        ["wholes that an actor is part of and that are not in the file", ['node "b"']],
        ["actors that are named and have no node of their own", ['edge ""']],
      ]),
    );
  });
});

describe("ids", () => {
  test("are kept where they can be, else mended, and never shared", () => {
    const raws = ["a b", "a~b", "a-b", "author", "__proto__", "ü..ß", "", "!", "?", "constructor", "𠮷"];
    const { dossier } = read({
      nodes: raws.map((raw) => node(raw)),
      edges: [edge("a~b author"), edge("! ?")],
    });
    const ids = [
      "a-b-2",
      "a-b-3",
      "a-b",
      "author-2",
      "proto__",
      "ü.ß",
      "actor",
      "actor-2",
      "actor-3",
      "constructor",
    ];
    expect(idsOf(dossier.actors)).toEqual([...ids, "𠮷"]);
    expect(dossier.statements.map(({ source, target }) => [source, target])).toEqual([
      ["a-b-3", "author-2"],
      ["actor-2", "actor-3"],
    ]);
  });

  test("any words give a valid id, and a valid one is left alone", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string()), (raw) => {
        const id = mendId(raw, "actor");
        expect(id).toMatch(ID_PATTERN);
        expect(id.length).toBeLessThanOrEqual(180);
        expect(mendId(id, "actor")).toBe(id);
      }),
    );
  });

  test("any names of nodes and edges give a dossier with as many of each", () => {
    const names = fc.uniqueArray(fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: "binary" })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, names, (nodes, edges) => {
        const links = edges.map((id, at) => ({
          ...edge(""),
          id,
          source: nodes[at % nodes.length]!,
          target: nodes[0]!,
        }));
        const { dossier } = read({ nodes: nodes.map((raw) => node(raw)), edges: links });
        expect([dossier.actors.length, dossier.statements.length]).toEqual([nodes.length, edges.length]);
        expect(new Set(idsOf(dossier.actors)).size).toBe(nodes.length);
        expect(new Set(idsOf(dossier.statements)).size).toBe(edges.length);
      }),
    );
  });

  test("ten thousand that are mended to the same take no time", () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) => node("!".repeat(at + 1)));
    expect(new Set(idsOf(read({ nodes }).dossier.actors)).size).toBe(10_000);
  });
});

describe("a frame", () => {
  const framed = (frame: unknown) => ({ attributes: { [FRAME]: frame } as Attributes, nodes: [node("a")] });

  test("may be JSON, for formats without nested values", () => {
    const frame = { id: "x", title: "X", documents: [{ id: "d", title: "D", text: "Words" }] };
    expect(read(framed(JSON.stringify(frame))).dossier).toEqual(read(framed(frame)).dossier);
    expect(read(framed(frame)).dossier).toMatchObject(frame);
  });

  test("that is none is left out, and told of", () => {
    for (const frame of ["no JSON", 3, [], { documents: "none" }]) {
      const collected = read(framed(frame));
      expect(collected.dossier.title).toBe("trade");
      expect(notesOf(collected)).toContain('left out: a frame "narrascope" that is none (1)');
    }
  });

  test("with faults is refused with every one of them, at its path", () => {
    const frame = {
      id: "No Id",
      title: "",
      documents: [null, { id: "d" }],
      families: [null],
      phases: [{ id: "p", label: "P", dates: "soon" }],
      narratives: 7,
    };
    const { problems } = refusalOf(() => read(framed(frame)));
    expect(problems.map(({ path }) => path)).toEqual([
      "id",
      "title",
      "families[0]",
      "narratives",
      "documents[0]",
      "documents[1].title",
    ]);
  });

  test("names and prototypes do not mix", () => {
    const frame = JSON.parse(
      '{"id": "x", "title": "X", "__proto__": {"summary": "polluted"}, "documents": []}',
    );
    const { dossier } = read(framed(frame));
    expect(dossier.summary).toBeUndefined();
    expect(({} as { summary?: string }).summary).toBeUndefined();
  });
});

test.each([
  ["Les Misérables.gexf", "les-miserables"],
  ["a.b.json", "a-b"],
  ["Карта.json", "dossier"],
  [".json", "json"],
  ["", "network"],
])("the file %j is the dossier %s", (name, id) => {
  expect(dossierId(name)).toBe(id);
});
