import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { parseLens } from "../../graph-data/lens/query.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { readCsv } from "../support/csv.ts";
import { harbourGraph, idsOf, sketchGraph } from "../support/fixtures.ts";
import { anyDossier } from "../support/generators.ts";
import type { Json } from "../support/json.ts";
import { TOOLS } from "../support/tools.ts";

const LENSES = [
  "",
  "family=blame",
  "voice=mayor",
  "actor=union&depth=2",
  "path=mayor..league",
  "q=nothing-has-this",
];

function write(id: string, slice: Slice): string {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new Error(`no format ${id}`);
  const { content } = format.write(slice, { tools: TOOLS });
  return typeof content === "string" ? content : Buffer.from(content).toString("latin1");
}

function harbourSlice(query: string): Slice {
  const narrative = harbourGraph();
  const { lens, problems } = parseLens(query, narrative);
  expect(problems).toEqual([]);
  return sliceGraph(narrative, lens);
}

const slices: fc.Arbitrary<Slice> = anyDossier.chain((dossier) => {
  const narrative = buildGraph(dossier);
  const lens: fc.Arbitrary<Lens> = fc.oneof(
    fc.constant({}),
    fc.record({ actors: fc.subarray(idsOf(dossier.actors), { minLength: 1 }) }),
    fc.constant({ families: ["blame", "alliance"] }),
  );
  return lens.map((value) => sliceGraph(narrative, value));
});

test("every format has a name and an extension of its own, and says what it is", () => {
  expect(new Set(idsOf(FORMATS)).size).toBe(FORMATS.length);
  for (const { id, extension, describe: words } of FORMATS) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(extension).toMatch(/^[a-z0-9]+$/);
    expect(words.length).toBeGreaterThan(20);
  }
});

describe.each(FORMATS.map(({ id }) => id))("%s", (id) => {
  test("the same slice gives the same bytes", () => {
    for (const query of LENSES) expect(write(id, harbourSlice(query))).toBe(write(id, harbourSlice(query)));
  });
});

describe("graphology", () => {
  test.each(LENSES)("is read back by Graphology: %s", (query) => {
    const slice = harbourSlice(query);
    const graph = new MultiDirectedGraph();
    graph.import(JSON.parse(write("graphology", slice)));
    expect(graph.nodes()).toEqual(idsOf(slice.actors));
    expect(graph.edges()).toEqual(idsOf(slice.statements));
    for (const { id, source, target, voice } of slice.statements) {
      expect(graph.extremities(id)).toEqual([source, target]);
      expect(graph.getEdgeAttribute(id, "voice")).toBe(voice);
    }
    expect(graph.getAttribute("lens")).toBe(query);
  });

  test("holds every statement of any slice", () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const graph = new MultiDirectedGraph();
        graph.import(JSON.parse(write("graphology", slice)));
        expect([graph.order, graph.size]).toEqual([slice.actors.length, slice.statements.length]);
      }),
    );
  });

  test("gives the document's words, not those recorded, and says which are not there", () => {
    const slice = harbourSlice("modality=asserted,insinuated,reported,hypothetical,desired");
    const { edges } = JSON.parse(write("graphology", slice));
    const texts = new Map(slice.narrative.dossier.documents.map(({ id, text }) => [id, text]));
    const pieces = edges.flatMap((edge: Json) => edge.attributes.evidence);
    expect(new Set(pieces.map(({ state }: Json) => state)).size).toBeGreaterThan(2);
    for (const { document, start, end, exact, state } of pieces) {
      if (start === null) expect(["missing", "unchecked", "reference"]).toContain(state);
      else expect(texts.get(document)?.slice(start, end)).toBe(exact);
    }
  });
});

describe("cytoscape", () => {
  test("no two elements have the same id, even where a statement is named like an actor", () => {
    const narrative = sketchGraph(["s0 blames b", "b denies s0"]);
    const { elements } = JSON.parse(write("cytoscape", sliceGraph(narrative, {})));
    const ids = [...elements.nodes, ...elements.edges].map(({ data }: Json) => data.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elements.edges.map(({ data }: Json) => data.statement)).toEqual(["s0", "s1"]);
  });

  test("positions are the dossier's, and only those it has: an actor may be called constructor", () => {
    const narrative = sketchGraph(["constructor blames b"], { positions: { b: [3, -4] } });
    const { elements } = JSON.parse(write("cytoscape", sliceGraph(narrative, {})));
    const places = elements.nodes.map(({ data, position }: Json) => [data.id, position]);
    expect(places).toEqual([
      ["constructor", undefined],
      ["b", { x: 3, y: -4 }],
    ]);
  });
});

describe("dossier", () => {
  const reparse = (slice: Slice) => {
    const parsed = parseDossier(JSON.parse(write("dossier", slice)));
    expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    return parsed.dossier!;
  };

  test.each(LENSES.slice(1))("is a dossier again, with the same statements: %s", (query) => {
    const slice = harbourSlice(query);
    const dossier = reparse(slice);
    expect(new Set(idsOf(dossier.statements))).toEqual(new Set(idsOf(slice.statements)));
  });

  test("of everything it is the whole dossier, with what is not drawn, and shows the same", () => {
    const slice = harbourSlice("");
    const dossier = reparse(slice);
    expect(dossier).toEqual(slice.narrative.dossier);
    expect(idsOf(sliceGraph(buildGraph(dossier), {}).statements)).toEqual(idsOf(slice.statements));
  });

  test("any slice of any dossier is a dossier again, and says the same when it is written again", () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const dossier = reparse(slice);
        const again = write("dossier", sliceGraph(buildGraph(dossier), {}));
        expect(JSON.parse(again)).toEqual(JSON.parse(write("dossier", slice)));
      }),
    );
  });

  test("a part has another id than the whole, and says what it is part of", () => {
    expect(reparse(harbourSlice("")).id).toBe("harbour");
    const part = reparse(harbourSlice("family=blame"));
    expect(part.id).toBe("harbour-family-blame");
    expect(part.sliceOf).toEqual({ dossier: "harbour", lens: "family=blame" });
  });

  test("brings along what an actor is part of, whom a statement is about and who says it", () => {
    const narrative = sketchGraph(["a blames b"], {
      actors: ["a", "b", "whole", "all", "topic", "teller", "stranger"].map((id) => ({
        id,
        label: id,
        kind: "other",
        ...(id === "a" ? { partOf: ["whole"] } : id === "whole" ? { partOf: ["all"] } : {}),
      })),
      statements: [
        {
          id: "s0",
          source: "a",
          type: "blames",
          target: "b",
          about: "topic",
          voice: "teller",
          evidence: [{ document: "d" }],
        },
      ],
    });
    const dossier = reparse(sliceGraph(narrative, { families: ["blame"] }));
    expect(idsOf(dossier.actors)).toEqual(["a", "b", "whole", "all", "topic", "teller"]);
  });
});

describe("statements-csv", () => {
  test.each(LENSES)("has a header and a row for each statement: %s", (query) => {
    const slice = harbourSlice(query);
    const [header = [], ...rows] = readCsv(write("statements-csv", slice));
    expect(rows.map(([id]) => id)).toEqual(idsOf(slice.statements));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set(rows.length > 0 ? [header.length] : []));
    const voice = header.indexOf("voice");
    expect(rows.map((row) => row[voice])).toEqual(slice.statements.map((statement) => statement.voice));
  });

  test("whatever the labels and notes are, it reads back to them", () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const [header = [], ...rows] = readCsv(write("statements-csv", slice));
        const [label, note] = [header.indexOf("source_label"), header.indexOf("note")];
        const undefuse = (cell = "") => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
        expect(rows.map((row) => [undefuse(row[label]), undefuse(row[note])])).toEqual(
          slice.statements.map(({ source, record }) => [
            slice.narrative.actors.get(source)?.label,
            record.note ?? "",
          ]),
        );
      }),
    );
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=cmd|" /C calc"!A0'])(
    "a spreadsheet takes no cell for a formula: %j",
    (label) => {
      const narrative = sketchGraph(["a blames b"], {
        actors: [
          { id: "a", label, kind: "other" },
          { id: "b", label: "b", kind: "other" },
        ],
      });
      const [header = [], row = []] = readCsv(write("statements-csv", sliceGraph(narrative, {})));
      expect(row[header.indexOf("source_label")]).toBe(`'${label}`);
      expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    },
  );
});
