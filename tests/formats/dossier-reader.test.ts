import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { writeDossier } from "../../graph-data/dossier/write.ts";
import { dossierReader } from "../../graph-data/formats/dossier-reader.ts";
import { harbourValue, parseHarbour } from "../support/fixtures.ts";
import { anyDossier } from "../support/generators.ts";
import { readAs } from "../support/reading.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a dossier", () => {
  test("is read as parsing its JSON gives it, however it is cut into portions", () => {
    fc.assert(
      fc.property(anyDossier, fc.integer({ min: 1, max: 5_000 }), (dossier, length) => {
        const text = writeDossier(dossier);
        const whole = bytes(text);
        const portions = Array.from({ length: Math.ceil(whole.length / length) }, (_, at) =>
          whole.subarray(at * length, (at + 1) * length),
        );
        const read = readAs("dossier", portions);
        expect(read.dossier).toEqual(JSON.parse(text));
        expect(writeDossier(read.dossier)).toBe(text);
        expect(read.anchors).toEqual(parseDossier(JSON.parse(text)).anchors);
      }),
    );
  });

  test("is reported by its counts; texts that lie elsewhere are left out, by name", () => {
    const value = harbourValue();
    const { dossier } = parseHarbour();
    value.documents = [...dossier.documents, { id: "far", title: "Far", file: "documents/far.txt" }];
    const { report } = readAs("dossier", JSON.stringify(value));
    expect(
      report.notes.filter(({ kind }) => kind === "read").map(({ what, count }) => [what, count]),
    ).toEqual([
      ["documents", dossier.documents.length + 1],
      ["actors", dossier.actors.length],
      ["statements", dossier.statements.length],
    ]);
    expect(report.notes.find(({ kind }) => kind === "left out")?.places).toEqual(["documents/far.txt"]);
  });

  test("is recognised by what it says of itself, not by its name", () => {
    expect(dossierReader.recognise("x.txt", bytes('{ "format" : "narrascope-dossier/1"'))).toBe(1);
    expect(dossierReader.recognise("dossier.json", bytes('{"nodes": []}'))).toBe(0);
  });

  test.each([
    ["{", "line 1, column 2"],
    ['{"documents": 1}', "documents: is not a list"],
    ['{"documents": [], "actors": [3]}', "actors[0]: is not an object"],
    ["[]", "does not hold an object"],
  ])("that is none is refused, and where: %s", (text, words) => {
    expect(() => readAs("dossier", text)).toThrow(words);
  });
});
