import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { DEFAULT_CODEBOOK } from "../../graph-data/dossier/codebook.ts";
import { CAMEO, restoreZero, typeOfCode } from "../../graph-data/formats/cameo.ts";
import { gdeltReader } from "../../graph-data/formats/gdelt-reader.ts";
import { icewsReader } from "../../graph-data/formats/icews-reader.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { idsOf } from "../support/fixtures.ts";
import { notesOf, placesOf, readWith } from "../support/read-file.ts";

const FOLDER = new URL("../../../shared/data/gdelt/", import.meta.url);
const hasShared = existsSync(FOLDER);
const ifShared = hasShared ? test : test.skip;

describe("CAMEO", () => {
  test.each([
    ["015", "claims"],
    ["016", "denies"],
    ["011", "evades"],
    ["010", "cameo-01"],
    ["014", "cameo-01"],
    ["018", "supports"],
    ["0211", "courts"],
    ["036", "courts"],
    ["046", "courts"],
    ["051", "supports"],
    ["061", "cooperates"],
    ["0714", "supports"],
    ["0831", "cooperates"],
    ["090", "cameo-09"],
    ["1041", "criticises"],
    ["110", "criticises"],
    ["111", "criticises"],
    ["1123", "blames"],
    ["112", "blames"],
    ["1241", "dismisses"],
    ["138", "threatens"],
    ["145", "criticises"],
    ["150", "threatens"],
    ["163", "criticises"],
    ["1724", "threatens"],
    ["180", "attacks"],
    ["1951", "attacks"],
    ["204", "attacks"],
    ["20", "attacks"],
  ])("%s is %s", (code, type) => {
    expect(typeOfCode(code, CAMEO)).toBe(type);
  });

  test.each(["", "1", "21", "99", "00", "---", "19510", "1a", "__proto__", "X"])("%j is no code", (code) => {
    expect(typeOfCode(code, CAMEO)).toBeNull();
  });

  test("a leading zero comes back only where a code can have had one", () => {
    expect(["43", "211", "10", "20", "190", "201", "043", "9"].map(restoreZero)).toEqual([
      "043",
      "0211",
      "10",
      "20",
      "190",
      "201",
      "043",
      "9",
    ]);
  });

  ifShared("every code of the code list has a type", () => {
    const list = readFileSync(new URL("CAMEO.eventcodes.txt", FOLDER), "utf8").trim().split("\n").slice(1);
    const codes = list.map((line) => line.split("\t")[0]!);
    expect(codes.length).toBeGreaterThan(280);
    expect(codes.filter((code) => typeOfCode(code, CAMEO) === null)).toEqual([]);
  });
});

/** Cells by their place; the others are empty. */
function row(length: number, cells: Record<number, string>): string {
  return Array.from({ length }, (_, at) => cells[at] ?? "").join("\t");
}

const USA = { 5: "USA", 6: "UNITED STATES", 7: "USA" };
const RUSSIA = { 15: "RUSGOV", 16: "KREMLIN", 17: "RUS", 22: "GOV" };
const EVENT = { 0: "100", 1: "20150218", 26: "112", 30: "-2.0", 31: "5" };

describe("GDELT", () => {
  test("rows of 57, 58 and 61 cells stand in one file, with a header or without", () => {
    const content = [
      row(57, { ...EVENT, ...USA, ...RUSSIA }),
      row(58, { ...EVENT, ...USA, ...RUSSIA, 0: "101", 57: "http://a.example.org/x" }),
      row(61, { ...EVENT, ...USA, ...RUSSIA, 0: "102", 60: "https://User@B.example.org:8080/y?z" }),
      `${row(61, { 0: "GLOBALEVENTID", 1: "SQLDATE", 5: "Actor1Code", 15: "Actor2Code", 26: "EventCode", 60: "SOURCEURL" })}`,
      row(61, { ...EVENT, ...USA, ...RUSSIA, 0: "103", 60: "Herald/BBC Monitoring" }),
    ].join("\r\n");
    const read = readWith(gdeltReader, content);
    expect(idsOf(read.statements)).toEqual(["100", "101", "102", "103"]);
    expect(read.statements.map(({ evidence }) => evidence[0]!.document)).toEqual([
      "file",
      "a.example.org",
      "b.example.org",
      "Herald-BBC-Monitoring",
    ]);
    expect(read.statements.map(({ url }) => url)).toEqual([
      undefined,
      "http://a.example.org/x",
      "https://User@B.example.org:8080/y?z",
      undefined,
    ]);
    expect(read.parsed.problems).toEqual([]);
  });

  test("an event is who did what to whom, when; actors have the labels of their codes", () => {
    const read = readWith(gdeltReader, row(57, { ...EVENT, ...USA, ...RUSSIA }));
    expect(read.statements).toEqual([
      {
        id: "100",
        source: "USA",
        type: "blames",
        target: "RUSGOV",
        date: "2015-02-18",
        evidence: [{ document: "file" }],
        cameo: "112",
        goldstein: -2,
        mentions: 5,
      },
    ]);
    const actors = new Map(read.actors.map((actor) => [actor.id, actor]));
    expect(actors.get("USA")).toEqual({
      id: "USA",
      label: "United States",
      kind: "state",
      aliases: ["UNITED STATES"],
    });
    expect(actors.get("RUSGOV")).toEqual({
      id: "RUSGOV",
      label: "Russia: Government",
      kind: "office",
      aliases: ["KREMLIN"],
      partOf: ["RUS"],
    });
    expect(actors.get("RUS")).toEqual({ id: "RUS", label: "Russia", kind: "state" });
  });

  test("what is left out is counted, with the first rows", () => {
    const whole = { ...EVENT, ...USA, ...RUSSIA };
    const rows = [
      row(57, whole),
      row(57, { ...whole, 0: "2", 5: "" }),
      row(57, { ...whole, 0: "3", 15: "" }),
      row(56, { ...whole, 0: "4" }),
      row(57, { ...whole, 0: "x" }),
      row(57, whole),
      row(57, { ...whole, 0: "7", 26: "X" }),
      row(57, { ...whole, 0: "8", 1: "20151341" }),
      row(57, { ...whole, 0: "9", 26: "43" }),
    ];
    const { report, statements } = readWith(gdeltReader, rows.join("\n"));
    expect(idsOf(statements)).toEqual(["100", "8", "9"]);
    expect(notesOf(report, "left out").slice(1)).toEqual([
      "2 × rows without a source or without a target",
      "1 × rows that have not 57, 58 or 61 cells",
      "1 × rows without the number of an event",
      "1 × rows whose event came before",
      "1 × rows whose code is not in the table of CAMEO codes",
      "1 × dates that are none",
    ]);
    expect(placesOf(report, "rows without a source or without a target")).toEqual(["row 2", "row 3"]);
    expect(notesOf(report, "guessed")).toEqual(["1 × codes whose leading zero was lost"]);
    expect(statements[1]!.date).toBeUndefined();
  });

  test("codes that no family takes make a sixth, neither hostile nor friendly", () => {
    const made = { ...EVENT, ...USA, ...RUSSIA, 26: "090" };
    const { parsed, frame } = readWith(gdeltReader, row(57, made));
    const narrative = buildGraph(parsed.dossier!);
    expect([...narrative.codebook.families.keys()]).toEqual([...DEFAULT_CODEBOOK.families.keys(), "other"]);
    expect(frame.relationTypes).toEqual([{ id: "cameo-09", family: "other", label: "investigates" }]);
    expect(narrative.statements[0]!.type.sign).toBe(0);
  });

  test("another table can be given", () => {
    const cameo = { "1": "supports", "112": "visits" };
    const { statements, frame } = readWith(gdeltReader, row(57, { ...EVENT, ...USA, ...RUSSIA }), { cameo });
    expect(statements[0]!.type).toBe("visits");
    expect(frame.relationTypes).toEqual([{ id: "visits", family: "other", label: "visits" }]);
  });

  test("any text in any cell gives a valid dossier, or leaves the row out", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("__proto__", "author", "a..b", "<b>", "\u202e"),
    );
    const clean = cell.map((text) => text.toWellFormed().replace(/[\t\r\n]/g, ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(clean, clean, clean, clean, fc.nat(9_999)), { maxLength: 6 }), (rows) => {
        const content = rows.map(([a, b, c, url, code], at) =>
          row(61, { 0: String(at + 1), 1: "20150218", 5: a, 6: b, 15: c, 16: a, 26: `0${code}`, 60: url }),
        );
        const { parsed } = readWith(gdeltReader, content.join("\n"), { portion: 7 });
        expect(parsed.problems).toEqual([]);
      }),
    );
  });

  ifShared("the file of a quarter of an hour is read whole, whatever the portions", () => {
    const file = readFileSync(new URL("v2_20150218230000.export.CSV", FOLDER));
    expect(gdeltReader.recognise("x.export.CSV", file.subarray(0, 65_536))).toBeGreaterThan(0.9);
    const read = readWith(gdeltReader, file);
    // awk -F'\t' '$6!="" && $16!=""' counts 1521 of 2271 rows.
    expect(read.statements.length).toBe(1521);
    expect(notesOf(read.report, "left out")).toContain("750 × rows without a source or without a target");
    expect(read.parsed.problems).toEqual([]);
    expect(readWith(gdeltReader, file, { portion: 1_000 }).statements).toEqual(read.statements);
    const note = read.report.notes.map(({ kind, what, count }) => `  ${kind}: ${count} ${what}\n`).join("");
    process.stdout.write(`GDELT 2.0, one file:\n${note}`);
  });

  ifShared("what lies beside it is not taken for events", () => {
    for (const name of ["CAMEO.eventcodes.txt", "v1_column_names_dtypes.csv", "lookups/CAMEO.country.txt"]) {
      const head = readFileSync(new URL(name, FOLDER));
      expect([name, gdeltReader.recognise(name, head), icewsReader.recognise(name, head)]).toEqual([
        name,
        0,
        0,
      ]);
    }
  });
});

const ICEWS_HEADER =
  "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude";
const ICEWS_ROW =
  "20718170\t1995-01-01\tExtremist (Russia)\tRadicals / Extremists / Fundamentalists,Dissident\tRussian Federation\tPraise or endorse\t051\t3.4\tBoris Yeltsin\tElite,Executive,Executive Office,Government\tRussian Federation\t28235806\t5\tThe Toronto Star\tMoscow\t\tMoskva\tRussian Federation\t55.7522\t37.6156";

describe("ICEWS", () => {
  test("an event by its columns, wherever they stand", () => {
    const read = readWith(icewsReader, `${ICEWS_HEADER}\n${ICEWS_ROW}\n`);
    expect(read.statements).toEqual([
      {
        id: "20718170.1995-01-01",
        source: "Extremist-Russia",
        type: "supports",
        target: "Boris-Yeltsin",
        date: "1995-01-01",
        evidence: [{ document: "The-Toronto-Star" }],
        cameo: "051",
        intensity: 3.4,
        story: "28235806",
        sentence: 5,
      },
    ]);
    expect(read.actors.map(({ label, kind, partOf }) => [label, kind, partOf])).toContainEqual([
      "Boris Yeltsin",
      "office",
      ["Russian-Federation"],
    ]);
    expect(read.parsed.problems).toEqual([]);
    expect(notesOf(read.report, "left out")[0]).toMatch(/^7 × columns that are not kept: Event Text, City/);
  });

  test("the same number on another day is another event; on the same day it is not", () => {
    const other = ICEWS_ROW.replace("1995-01-01", "1995-01-02");
    const { statements, report } = readWith(
      icewsReader,
      [ICEWS_HEADER, ICEWS_ROW, other, ICEWS_ROW].join("\n"),
    );
    expect(idsOf(statements)).toEqual(["20718170.1995-01-01", "20718170.1995-01-02"]);
    expect(placesOf(report, "rows whose event came before")).toEqual(["row 4"]);
  });

  test("a file without its columns is refused, with what is missing", () => {
    expect(() => readWith(icewsReader, "Event ID\tEvent Date\n1\t1995-01-01\n")).toThrow("no ICEWS events");
    expect(() => readWith(icewsReader, "")).toThrow("no ICEWS events");
    expect(icewsReader.recognise("x.tab", new TextEncoder().encode(`${ICEWS_HEADER}\n`))).toBe(1);
  });
});
