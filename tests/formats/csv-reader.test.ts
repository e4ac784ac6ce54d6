import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { statementsCsv } from "../../graph-data/formats/csv.ts";
import { proposeColumns } from "../../graph-data/formats/csv-columns.ts";
import { csvReader } from "../../graph-data/formats/csv-reader.ts";
import { recogniseEncoding } from "../../graph-data/formats/encodings.ts";
import { readLooseDate } from "../../graph-data/formats/loose-dates.ts";
import { RowParser } from "../../graph-data/formats/rows.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { readCsv } from "../support/csv.ts";
import { harbourGraph, idsOf } from "../support/fixtures.ts";
import { anyDossier } from "../support/generators.ts";
import { hasNaughtyStrings, naughtyStrings } from "../support/hostile.ts";
import { notesOf, placesOf, readWith } from "../support/read-file.ts";

const SPECTRUM = new URL("../../../shared/data/csv_spectrum/", import.meta.url);
const ifSpectrum = existsSync(SPECTRUM) ? test : test.skip;

function parse(
  text: string,
  { delimiter = ",", portion = text.length || 1, quotes = true } = {},
): string[][] {
  const rows: string[][] = [];
  const parser = new RowParser(delimiter, (cells) => rows.push(cells), { quotes });
  for (let at = 0; at < text.length; at += portion) parser.push(text.slice(at, at + portion));
  parser.end();
  return rows;
}

/** Any cell but for one thing: a row of one empty cell is a blank line, which is passed over. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("", '"', '""', ",", "\r\n", "\r", "\n", 'a"b', " ", "\uFEFF", ";\t|"),
);
const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("rows", () => {
  test.each([
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,\n,b\n",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ["a,", [["a", ""]]],
    ["", []],
    ["\n\na,b\n\n", [["a", "b"]]],
    ['"a\r\nb",c', [["a\r\nb", "c"]]],
    ['"a""b",""', [['a"b', ""]]],
    ['a"b,c"d', [['a"b', 'c"d']]],
    ['"a"x,b', [["ax", "b"]]],
    ['""', []],
    ['"",""', [["", ""]]],
  ])("%j", (text, rows) => {
    for (const portion of [1, 2, 3, 1_000]) expect(parse(text, { portion })).toEqual(rows);
  });

  test("whatever is written comes back, in any portions, with any delimiter and line end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\r\n", "\n", "\r"),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, end, portion) => {
          const text = rows.map((row) => row.map(quoteCell).join(delimiter) + end).join("");
          expect(parse(text, { delimiter, portion })).toEqual(rows);
        },
      ),
    );
  });

  test("what the test's own reader of RFC 4180 reads, it reads alike", () => {
    const { content } = statementsCsv.write(sliceGraph(harbourGraph(), {}));
    expect(parse(String(content), { portion: 17 })).toEqual(readCsv(String(content)));
  });

  test("without quotation marks, they are letters", () => {
    expect(parse('"a\t"b"\n', { delimiter: "\t", quotes: false })).toEqual([['"a', '"b"']]);
  });

  test("a quotation mark that is never closed is refused, with its row", () => {
    const attempt = () => parse('a,b\n"c,d\ne,f\n');
    expect(attempt).toThrow(InvalidDataError);
    try {
      attempt();
    } catch (error) {
      expect((error as InvalidDataError).problems[0]!.path).toBe("row 2");
    }
  });

  /** Its JSON is no list, and has another telephone number. */
  const ODD = "location_coordinates";

  ifSpectrum(`${ODD} of csv-spectrum has marks of seconds that are no quotation`, () => {
    const { header, rows } = proposeColumns(readFileSync(new URL(`csvs/${ODD}.csv`, SPECTRUM)));
    expect(header).toEqual(["Contact Phone Number", "Location Coordinates", "Cities", "Counties"]);
    expect(rows).toEqual([["2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"]]);
  });

  ifSpectrum("all of csv-spectrum is what its JSON says", () => {
    const names = readdirSync(new URL("csvs/", SPECTRUM)).map((file) => file.replace(/\.csv$/, ""));
    for (const name of names.filter((one) => one !== ODD)) {
      const file = readFileSync(new URL(`csvs/${name}.csv`, SPECTRUM), "utf8");
      // The copies of those with CRLF were stored with LF; their JSON still has what their name says.
      const text = name.endsWith("_crlf") ? file.replace(/\r?\n/g, "\r\n") : file;
      const wanted: Record<string, string>[] = JSON.parse(
        readFileSync(new URL(`json/${name}.json`, SPECTRUM), "utf8"),
      );
      const { delimiter } = proposeColumns(new TextEncoder().encode(text));
      for (const portion of [1, 5, 1_000]) {
        const [header = [], ...rows] = parse(text, { delimiter, portion });
        const records = rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])));
        expect([name, records]).toEqual([name, wanted]);
      }
    }
    process.stdout.write(`csv-spectrum: ${names.length} files read, 0 refused\n`);
    expect(names).toHaveLength(12);
  });
});

/** Windows-1251 and -1252 of these letters, by their tables. */
function bytesOf(text: string, first: string, code: number): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const unit = letter.charCodeAt(0);
    return unit < 128 ? unit : unit - first.charCodeAt(0) + code;
  });
}

describe("encodings", () => {
  const russian = "source;target\nМосква;Киев\nПутин;Запад\n";
  const french = "source;target\nÉlise;Hôtel\nLoïc;l'été\n";
  const utf16 = (text: string, little: boolean) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      }),
    );
  const encode = (text: string) => new TextEncoder().encode(text);

  test.each([
    ["utf-8", encode(russian), "Москва"],
    ["utf-8", encode(`\uFEFF${russian}`), "Москва"],
    ["utf-16le", utf16(russian, true), "Москва"],
    ["utf-16be", utf16(russian, false), "Москва"],
    ["utf-16le", utf16(`\uFEFF${russian}`, true), "Москва"],
    ["utf-16be", utf16(`\uFEFF${russian}`, false), "Москва"],
    ["windows-1251", bytesOf(russian, "А", 0xc0), "Москва"],
    ["windows-1252", bytesOf(french, "À", 0xc0), "Élise"],
  ])("%s is recognised and read", (encoding, bytes, first) => {
    expect(recogniseEncoding(bytes)).toBe(encoding);
    const read = readWith(csvReader, bytes, { portion: 3 });
    expect(read.actors[0]!.label).toBe(first);
    expect(read.actors).toHaveLength(4);
  });

  test("one given wins; bytes that are not in it are refused, with their place", () => {
    const bytes = bytesOf(russian, "А", 0xc0);
    expect(readWith(csvReader, bytes, { encoding: "windows-1252" }).actors[0]!.label).toBe("Ìîñêâà");
    expect(() => readWith(csvReader, bytes, { encoding: "utf-8" })).toThrow(/byte 15/);
  });
});

describe("columns", () => {
  const propose = (text: string) => proposeColumns(new TextEncoder().encode(text));

  test.each([
    ["from,to,weight", { from: "source", to: "target", weight: "weight" }],
    ["Subject;Object;Predicate", { Subject: "source", Object: "target", Predicate: "type" }],
    [
      "Actor1\tRelation\tActor2\tDate",
      { Actor1: "source", Relation: "type", Actor2: "target", Date: "date" },
    ],
    ["source|to|quote|doc", { source: "source", to: "target", quote: "quotation", doc: "document" }],
    ["Source,source_label,to,Target", { Source: "source", source_label: "source_label", Target: "target" }],
    ["x,y", {}],
  ])("%s", (header, columns) => {
    expect(propose(`${header}\n`).columns).toEqual(columns);
  });

  test("the first rows come along, and the delimiter is the one that makes rows alike", () => {
    const { delimiter, header, rows } = propose('from;to;text\na;b;one, two, three\nc;d;"x;y"\n');
    expect([delimiter, header, rows]).toEqual([
      ";",
      ["from", "to", "text"],
      [
        ["a", "b", "one, two, three"],
        ["c", "d", "x;y"],
      ],
    ]);
  });

  test("columns of the same name, or none, have names of their own", () => {
    expect(propose("a,a,,a\n").header).toEqual(["a", "a (2)", "column 3", "a (3)"]);
  });

  test("they can be corrected", () => {
    const text = "x,y,__proto__\nann,bob,hello\n";
    expect(() => readWith(csvReader, text)).toThrow("no column for the source");
    const columns = Object.fromEntries([
      ["y", "source"],
      ["x", "target"],
      ["__proto__", "note"],
    ]);
    const { statements } = readWith(csvReader, text, { columns });
    expect([statements[0]!.source, statements[0]!.target, statements[0]!.note]).toEqual([
      "bob",
      "ann",
      "hello",
    ]);
  });
});

describe("a table of anybody's", () => {
  test("becomes statements; types are the codebook's by id or label, or the table's own", () => {
    const text = [
      "from,to,type,family,date,quote,doc,voice,weight",
      "Ann,Bob,Blames,,2024-03-07,He did it,Herald,Cid,2",
      "Bob,Ann,passes a warning to,,7.3.2024,,https://example.org/a,author,0.5",
      "Bob,Cid,agrees,agreement,03/04/2024,,,,",
      "Cid,Ann,,,,,,,x",
    ].join("\n");
    const { statements, actors, documents, frame, parsed, report } = readWith(csvReader, text);
    expect(statements.map(({ type, date, voice, weight }) => [type, date, voice, weight])).toEqual([
      ["blames", "2024-03-07", "Cid", 2],
      ["warns", "2024-03-07", "author", 0.5],
      ["agrees", undefined, undefined, undefined],
      ["linked", undefined, undefined, undefined],
    ]);
    expect(statements[2]!.dateText).toBe("03/04/2024");
    expect(statements[0]!.evidence).toEqual([{ document: "Herald", exact: "He did it" }]);
    expect(actors.map(({ label, kind }) => [label, kind])).toEqual([
      ["Ann", "other"],
      ["Bob", "other"],
      ["Cid", "other"],
    ]);
    expect(documents.map(({ title, url }) => [title, url])).toContainEqual([
      "https://example.org/a",
      "https://example.org/a",
    ]);
    expect(frame.families!.slice(5).map(({ id }) => id)).toEqual(["agreement", "other"]);
    expect(notesOf(report, "guessed")).toEqual(["1 × rows without a type, read as linked"]);
    expect(parsed.problems.map(({ message }) => message)).toEqual([
      "the dossier does not hold the document's text, so the quotation is not checked",
    ]);
  });

  test("wrong rows are counted, with their numbers; blank ones count as rows", () => {
    const text = "from,to\na,b\nc\n\nd,\n,e\nf,g\n";
    const { statements, report } = readWith(csvReader, text);
    expect(idsOf(statements)).toEqual(["row-2", "row-7"]);
    expect(placesOf(report, "rows with too few cells")).toEqual(["row 3"]);
    expect(placesOf(report, "rows without a target")).toEqual(["row 5"]);
    expect(placesOf(report, "rows without a source")).toEqual(["row 6"]);
  });

  test("any cells give a valid dossier", () => {
    const header =
      "id,from,to,type,family,date,quote,doc,voice,phase,narrative,about,credibility,start,end,weight";
    const line = fc.array(cell, { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (rows) => {
        const text = [header.split(","), ...rows].map((row) => row.map(quoteCell).join(",")).join("\n");
        const { parsed } = readWith(csvReader, text.toWellFormed(), { portion: 11 });
        expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
    );
  });

  (hasNaughtyStrings ? test : test.skip)("labels that break things come through", () => {
    const labels = naughtyStrings().filter((text) => text.trim() === text);
    const rows = labels.map((label) => [label, "x"].map(quoteCell).join(","));
    const read = readWith(csvReader, `from,to\n${rows.join("\n")}\n`);
    expect(read.parsed.problems).toEqual([]);
    expect(new Set(read.actors.map(({ label }) => label))).toEqual(new Set([...labels, "x"]));
  });
});

describe("dates", () => {
  test.each([
    ["2024-03-07", "2024-03-07"],
    ["2024-03", "2024-03"],
    ["1999/2001", "1999/2001"],
    ["20240307", "2024-03-07"],
    ["2024-03-07T10:11:12Z", "2024-03-07"],
    ["2024/3/7", "2024-03-07"],
    ["7.3.2024", "2024-03-07"],
    ["13/3/2024", "2024-03-13"],
    ["3/13/2024", "2024-03-13"],
    ["3/4/2024", null],
    ["2024-02-30", null],
    ["31.2.2024", null],
    ["soon", null],
  ])("%s", (text, date) => {
    expect(readLooseDate(text)).toBe(date);
  });
});

describe("a table of our own", () => {
  /** What a table cannot hold: whether words were found in a text that it does not have, and what follows from it. */
  const LOST = ["start", "end", "evidence", "grade"];

  function rowsOf(text: string): Record<string, string>[] {
    const [header = [], ...rows] = readCsv(text);
    const records = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]!])));
    for (const record of records) for (const name of LOST) delete record[name];
    return records.sort((a, b) => (a.id! < b.id! ? -1 : 1));
  }

  test("is recognised, and says the same when it is written again", () => {
    const { content } = statementsCsv.write(sliceGraph(harbourGraph(), {}));
    expect(csvReader.recognise("x.csv", new TextEncoder().encode(String(content)))).toBe(1);
    const { parsed } = readWith(csvReader, String(content), { portion: 100 });
    const again = statementsCsv.write(sliceGraph(buildGraph(parsed.dossier!, parsed.anchors), {})).content;
    expect(rowsOf(String(again))).toEqual(rowsOf(String(content)));
  });

  test("of any dossier, too", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const lens = {
          modalities: ["asserted", "insinuated", "reported", "hypothetical", "desired"] as const,
        };
        const slice = (graph: ReturnType<typeof buildGraph>) =>
          sliceGraph(graph, { modalities: [...lens.modalities] });
        const content = String(statementsCsv.write(slice(buildGraph(dossier))).content);
        const { parsed } = readWith(csvReader, content);
        expect(parsed.problems).toEqual([]);
        const again = String(statementsCsv.write(slice(buildGraph(parsed.dossier!, parsed.anchors))).content);
        expect(rowsOf(again)).toEqual(rowsOf(content));
      }),
    );
  });
});
