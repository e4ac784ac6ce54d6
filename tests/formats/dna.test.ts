import { describe, expect, test } from "@jest/globals";
import { InvalidDataError, UsageError } from "../../graph-data/errors.ts";
import { dnaReader } from "../../graph-data/formats/dna-reader.ts";
import { events } from "../../graph-data/formats/events.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { readCsv } from "../support/csv.ts";
import { makeDna, sqlite } from "../support/dna.ts";
import { idsOf } from "../support/fixtures.ts";
import { notesOf, placesOf, readWith } from "../support/read-file.ts";

const TEXT = "Ann says: tax coal. 😀 Bob says no.\nThe Guild shrugs.";
const at = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] as const;

/** 2024-03-07T09:00:00Z. */
const DATE = 1_709_802_000;

const VARIABLES = [
  [1, "person", "short text", 1],
  [2, "organization", "short text", 1],
  [3, "concept", "short text", 1],
  [4, "agreement", "boolean", 1],
  [5, "note", "long text", 2],
  [6, "location", "short text", 1],
] as const;

const ENTITIES = [
  [1, 1, "", null],
  [2, 1, "Ann", null],
  [3, 1, "Bob", null],
  [4, 2, "Guild", null],
  [5, 3, "Tax on coal", null],
  [6, 2, "", null],
  [7, 6, "Brussels", null],
  [8, 1, "Never coded", null],
] as const;

/** Ann of the Guild agrees, Bob disagrees, the Guild says nothing clear; the fourth is an annotation. */
const TABLES = {
  DOCUMENTS: [[1, "Debate", TEXT, 1, "A. Writer", "The Herald", "Politics", "", "article", DATE]],
  STATEMENTTYPES: [
    [1, "DNA Statement"],
    [2, "Annotation"],
  ],
  VARIABLES,
  STATEMENTS: [
    [11, 1, 1, ...at("tax coal"), 1],
    [12, 1, 1, ...at("Bob says no"), 1],
    [13, 1, 1, ...at("The Guild shrugs"), 1],
    [14, 2, 1, 0, 3, 1],
  ],
  ENTITIES,
  DATASHORTTEXT: [
    [1, 11, 1, 2],
    [2, 11, 2, 4],
    [3, 11, 3, 5],
    [4, 11, 6, 7],
    [5, 12, 1, 3],
    [6, 12, 2, 6],
    [7, 12, 3, 5],
    [8, 13, 1, 1],
    [9, 13, 2, 4],
    [10, 13, 3, 5],
  ],
  DATABOOLEAN: [
    [1, 11, 4, 1],
    [2, 12, 4, 0],
  ],
  DATALONGTEXT: [[1, 14, 5, "look again"]],
  ATTRIBUTEVARIABLES: [
    [1, 1, "Type"],
    [2, 1, "Alias"],
    [3, 1, "__proto__"],
  ],
  ATTRIBUTEVALUES: [
    [1, 2, 1, "Politician"],
    [2, 2, 2, "A."],
    [3, 2, 3, "kept"],
  ],
};

const read = (bytes: Uint8Array, more = {}) => readWith(dnaReader, bytes, { sqlite, ...more });

describe("Discourse Network Analyzer", () => {
  test("who agrees or disagrees with a concept, in which words", () => {
    const { statements, parsed } = read(makeDna(TABLES), { portion: 1_000 });
    expect(parsed.problems).toEqual([]);
    expect(statements.map(({ id, source, type, target, date }) => [id, source, type, target, date])).toEqual([
      ["s11", "Ann", "agrees", "Tax-on-coal", "2024-03-07"],
      ["s12", "Bob", "disagrees", "Tax-on-coal", "2024-03-07"],
      ["s13", "Guild", "agrees", "Tax-on-coal", "2024-03-07"],
    ]);
    expect(statements.map(({ evidence }) => evidence[0]!.exact)).toEqual([
      "tax coal",
      "Bob says no",
      "The Guild shrugs",
    ]);
    expect(parsed.anchors.flat().map(({ state }) => state)).toEqual(["exact", "exact", "exact"]);
    expect(statements[0]!.variables).toEqual({ location: "Brussels" });
    const narrative = buildGraph(parsed.dossier!, parsed.anchors);
    expect(narrative.statements.map(({ type, family }) => [family, type.sign])).toEqual([
      ["agreement", 1],
      ["disagreement", -1],
      ["agreement", 1],
    ]);
  });

  test("persons are part of their organizations; attributes are kept", () => {
    const { actors, documents } = read(makeDna(TABLES));
    const [ann] = actors.filter(({ id }) => id === "Ann");
    expect(ann).toMatchObject({
      label: "Ann",
      kind: "person",
      partOf: ["Guild"],
      aliases: ["A."],
      variable: "person",
    });
    expect(Object.entries(ann!.attributes as object)).toEqual([
      ["Type", "Politician"],
      ["Alias", "A."],
      ["__proto__", "kept"],
    ]);
    expect(idsOf(actors).sort()).toEqual(["Ann", "Bob", "Guild", "Tax-on-coal"]);
    expect(documents).toEqual([
      {
        id: "d1",
        title: "Debate",
        author: "A. Writer",
        publisher: "The Herald",
        published: "2024-03-07",
        section: "Politics",
        type: "article",
        text: TEXT,
      },
    ]);
  });

  test("what was not read, or guessed, is said", () => {
    const { report } = read(makeDna(TABLES));
    expect(notesOf(report, "read")).toEqual(["3 × statements"]);
    expect(notesOf(report, "left out")).toEqual([
      "2 × entities that no statement has as person, organization or concept",
      "1 × statements without a concept",
    ]);
    expect(placesOf(report, "statements without a concept")).toEqual(["statement 14"]);
    expect(placesOf(report, "statements without agreement, read as agreeing")).toEqual(["statement 13"]);
  });

  test("agreement can be a number, and variables can have other names", () => {
    const variables = VARIABLES.map(([id, name, type, of]) =>
      id === 4 ? [4, "scale", "integer", 1] : id === 3 ? [3, "topic", "short text", 1] : [id, name, type, of],
    );
    const DATAINTEGER = [
      [1, 11, 4, 3],
      [2, 12, 4, -2],
      [3, 13, 4, 0],
    ];
    const bytes = makeDna({ ...TABLES, VARIABLES: variables, DATABOOLEAN: [], DATAINTEGER });
    expect(read(bytes).statements).toEqual([]);
    const { statements, report } = read(bytes, { variables: { concept: "topic", agreement: "Scale" } });
    expect(statements.map(({ id, type }) => [id, type])).toEqual([
      ["s11", "agrees"],
      ["s12", "disagrees"],
    ]);
    expect(placesOf(report, "statements that neither agree nor disagree")).toEqual(["statement 13"]);
  });

  test("goes back to rDNA as the same event list", () => {
    const { parsed } = read(makeDna(TABLES));
    const { content } = events.write(sliceGraph(buildGraph(parsed.dossier!, parsed.anchors), {}));
    const [header = [], ...rows] = readCsv(String(content));
    const pick = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(pick("person")).toEqual(["Ann", "Bob", ""]);
    expect(pick("organization")).toEqual(["Guild", "", "Guild"]);
    expect(pick("concept")).toEqual(["Tax on coal", "Tax on coal", "Tax on coal"]);
    expect(pick("agreement")).toEqual(["1", "0", "1"]);
    expect(pick("text")).toEqual(["tax coal", "Bob says no", "The Guild shrugs"]);
  });

  test("a quotation outside of its text becomes a reference, and is said", () => {
    const STATEMENTS = [[11, 1, 1, 5, 9_999, 1]];
    const { statements, report, parsed } = read(makeDna({ ...TABLES, STATEMENTS }));
    expect(statements[0]!.evidence).toEqual([{ document: "d1" }]);
    expect(placesOf(report, "quotations that lie outside of their text")).toEqual(["statement 11"]);
    expect(parsed.problems).toEqual([]);
  });

  test("line ends are those that the program counts", () => {
    const DOCUMENTS = [[1, "Debate", "One\r\ntwo three", 1, "", "", "", "", "", DATE]];
    const STATEMENTS = [[11, 1, 1, 4, 7, 1]];
    expect(read(makeDna({ ...TABLES, DOCUMENTS, STATEMENTS })).statements[0]!.evidence[0]!.exact).toBe("two");
  });
});

describe("what is no such file", () => {
  test("is refused, with what is missing", () => {
    const bytes = makeDna(TABLES);
    const damaged = bytes.slice();
    damaged.fill(255, 100, 6_000);
    const refused = [
      makeDna({}, ["DROP TABLE ENTITIES"]),
      makeDna({}, ["ALTER TABLE DATASHORTTEXT RENAME COLUMN Entity TO Value"]),
      damaged,
      bytes.slice(0, 2_000),
      new TextEncoder().encode("not a database"),
      new Uint8Array(0),
    ];
    for (const content of refused) expect(() => read(content)).toThrow(InvalidDataError);
  });

  test("a view in the place of a table is not run", () => {
    const view =
      "CREATE VIEW STATEMENTS AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS ID, 1 AS StatementTypeId, 1 AS DocumentId, 0 AS Start, 1 AS Stop FROM n";
    expect(() => read(makeDna({}, ["DROP TABLE STATEMENTS", view]))).toThrow(InvalidDataError);
  });

  test("without the tool that opens it, how to give it is said", () => {
    expect(() => readWith(dnaReader, makeDna(TABLES))).toThrow(UsageError);
  });

  test("is told apart by its first bytes", () => {
    expect(dnaReader.recognise("a.dna", makeDna(TABLES).subarray(0, 65_536))).toBe(1);
    expect(dnaReader.recognise("a.dna", new TextEncoder().encode("id,source\n"))).toBe(0);
  });
});
