import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { csv } from "../../graph-data/formats/csv.ts";
import { csvArchiveReader } from "../../graph-data/formats/csv-archive-reader.ts";
import { events } from "../../graph-data/formats/events.ts";
import { xlsx } from "../../graph-data/formats/xlsx.ts";
import { cellName } from "../../graph-data/formats/xlsx-sheet.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { readCsv } from "../support/csv.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { harbourGraph, idsOf, scriptGraph, sketchGraph } from "../support/fixtures.ts";
import { anyDossier } from "../support/generators.ts";
import { hasNaughtyStrings, hostileDossier, naughtyStrings } from "../support/hostile.ts";
import { readWith } from "../support/read-file.ts";

const slice = () => sliceGraph(harbourGraph(), {});

function unzip(content: string | Uint8Array): Record<string, string> {
  const files = unzipSync(content as Uint8Array);
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Rows by their columns, but for those named. */
function recordsOf(text: string, but: readonly string[] = []): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text);
  const kept = (row: string[]) =>
    header.flatMap((name, at) => (but.includes(name) ? [] : [[name, row[at]!]]));
  const records = rows.map((row) => Object.fromEntries(kept(row)));
  return records.sort((a, b) => (a.id! < b.id! ? -1 : 1));
}

function rewrite(content: string | Uint8Array, { lens }: Slice): Uint8Array {
  const { parsed } = readWith(csvArchiveReader, content, { portion: 1_000 });
  expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return csv.write(sliceGraph(buildGraph(parsed.dossier!, parsed.anchors), lens)).content as Uint8Array;
}

/**
 * A sign that a codebook of the dossier's own gives to a type is in no table. A quotation that had to be searched for is
 * written as it was found, and is exact from then on.
 */
const LOST = ["sign", "evidence"];

function expectSameTables(given: Slice): void {
  const { content } = csv.write(given);
  const [first, again] = [unzip(content), unzip(rewrite(content, given))];
  for (const name of ["actors.csv", "statements.csv", "ties.csv", "documents.csv"])
    expect(recordsOf(again[name]!, LOST)).toEqual(recordsOf(first[name]!, LOST));
}

describe("tables in an archive", () => {
  test("are actors, statements and ties; the same slice gives the same bytes", () => {
    const files = unzip(csv.write(slice()).content);
    expect(Object.keys(files)).toEqual(["actors.csv", "statements.csv", "ties.csv", "documents.csv"]);
    expect(recordsOf(files["actors.csv"]!)[0]).toEqual({
      id: "city",
      label: "City of Porto Nuovo",
      kind: "state",
      aliases: "",
      part_of: "",
      description: "",
    });
    const ties = recordsOf(files["ties.csv"]!);
    const weights = ties.map(({ weight }) => Number(weight));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(slice().statements.length);
    expect(csv.write(slice()).content).toEqual(csv.write(slice()).content);
    expect(csv.write(slice()).omitted.join()).not.toMatch(/\btexts? of documents?|records? of/);
  });

  test("are read back: the harbour, the first dossier, any dossier", () => {
    expectSameTables(slice());
    expectSameTables(sliceGraph(firstDossierGraph(), {}));
    const plain = anyDossier.filter(({ actors }) =>
      actors.every(({ aliases }) => !aliases?.some((one) => one.includes(" | "))),
    );
    fc.assert(fc.property(plain, (dossier) => expectSameTables(sliceGraph(buildGraph(dossier), {}))));
  });

  test("write, read, write: the same bytes", () => {
    for (const given of [sliceGraph(firstDossierGraph(), {}), sliceGraph(scriptGraph("arabic"), {})]) {
      const { content } = csv.write(given);
      expect(rewrite(content, given)).toEqual(content);
    }
  });

  test("an archive that is damaged, without statements or a bomb is refused", () => {
    const content = csv.write(slice()).content as Uint8Array;
    expect(() => readWith(csvArchiveReader, content.slice(0, 300))).toThrow(InvalidDataError);
    expect(() => readWith(csvArchiveReader, zipSync({ "a.txt": new Uint8Array(3) }))).toThrow(
      "no statements.csv",
    );
    const bomb = zipSync({ "statements.csv": new Uint8Array(1_000) });
    new DataView(bomb.buffer).setUint32(
      bomb.length - 22 - "statements.csv".length - 46 + 24,
      4_000_000_000,
      true,
    );
    expect(() => readWith(csvArchiveReader, bomb)).toThrow("500 MB");
  });
});

const golden = (name: string) =>
  readFileSync(new URL(`../fixtures/golden/harbour.${name}`, import.meta.url), "utf8");

test.each(["actors.csv", "statements.csv", "ties.csv", "documents.csv"])(
  "the harbour as %s, to be read by a person",
  (name) => {
    expect(unzip(csv.write(slice()).content)[name]).toBe(golden(name));
  },
);

test("the harbour as an event list, to be read by a person", () => {
  expect(events.write(slice()).content).toBe(golden("events.csv"));
});

describe("event list", () => {
  test("has the columns of rDNA, and a row for each statement", () => {
    const rows = recordsOf(String(events.write(slice()).content));
    expect(rows.map(({ statement_id }) => statement_id).sort()).toEqual(idsOf(slice().statements).sort());
    expect(rows.find(({ statement_id }) => statement_id === "s04")).toEqual({
      statement_id: "s04",
      time: "2024-03-22 00:00:00",
      document_id: "d1",
      document_title: "The harbour fire: a report",
      document_author: "",
      document_source: "The Lantern",
      document_section: "",
      document_type: "",
      person: "Mayor Élise Brandt",
      organization: "City of Porto Nuovo",
      concept: "blames Dockers’ union",
      agreement: "1",
      text: "Mayor Brandt blamed the union",
    });
  });
});

const soffice = (() => {
  try {
    return execFileSync("sh", ["-c", "command -v soffice || command -v libreoffice"]).toString().trim();
  } catch {
    return null;
  }
})();

describe("workbook", () => {
  test.each([
    [0, 0, "A1"],
    [1, 25, "Z2"],
    [1, 26, "AA2"],
    [2, 27, "AB3"],
    [0, 701, "ZZ1"],
    [0, 702, "AAA1"],
  ])("row %i, column %i is %s", (row, column, name) => {
    expect(cellName(row, column)).toBe(name);
  });

  test("has four sheets, no formula, and links to the documents", () => {
    const files = unzip(xlsx.write(slice()).content);
    expect(files["xl/workbook.xml"]!.match(/<sheet name="(\w+)"/g)).toHaveLength(4);
    expect(Object.values(files).filter((text) => text.includes("<f>"))).toEqual([]);
    expect(files["xl/worksheets/_rels/sheet1.xml.rels"]).toContain('Target="https://example.org/harbour"');
    const links = files["xl/worksheets/sheet1.xml"]!.match(/<hyperlink ref="S\d+"/g)!;
    expect(links.length).toBe(
      slice().statements.filter(({ record }) => record.evidence[0]!.document === "d1").length,
    );
    expect(xlsx.write(slice()).content).toEqual(xlsx.write(slice()).content);
  });

  test("what no XML can hold is written as the format wants it", () => {
    const actors = ["a\u0007b", "_x0007_", "=1+1", "a\rb"].map((label, at) => ({
      id: `a${at}`,
      label,
      kind: "other" as const,
    }));
    const narrative = sketchGraph(["a0 blames a1", "a2 blames a3"], { actors });
    const sheet = unzip(xlsx.write(sliceGraph(narrative, {})).content)["xl/worksheets/sheet2.xml"]!;
    for (const text of ["a_x0007_b", "_x005F_x0007_", "=1+1", "a_x000D_b"])
      expect(sheet).toContain(`>${text}</t>`);
  });

  (soffice ? test : test.skip)(
    "LibreOffice opens it and finds the same statements",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "narrascope-xlsx-"));
      try {
        writeFileSync(join(folder, "book.xlsx"), xlsx.write(slice()).content);
        const home = `-env:UserInstallation=file://${folder}/home`;
        execFileSync(soffice!, [
          home,
          "--headless",
          "--convert-to",
          "csv",
          "--outdir",
          folder,
          join(folder, "book.xlsx"),
        ]);
        const [header = [], ...rows] = readCsv(
          readFileSync(join(folder, "book.csv"), "utf8").replace(/\r?\n/g, "\r\n"),
        );
        expect(rows.map((row) => row[header.indexOf("id")])).toEqual(idsOf(slice().statements));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  (hasNaughtyStrings ? test : test.skip)("holds strings that break things, as text", () => {
    const narrative = buildGraph(hostileDossier(naughtyStrings()));
    const given = sliceGraph(narrative, {});
    const files = unzip(xlsx.write(given).content);
    const sheet = files["xl/worksheets/sheet2.xml"]!;
    expect(sheet.match(/<row /g)).toHaveLength(given.actors.length + 1);
    expect(sheet).not.toMatch(/<script|<img/);
  });
});
