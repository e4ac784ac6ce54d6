import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDossier } from "../../../graph-data/dossier/parse.ts";
import { writeDossier } from "../../../graph-data/dossier/write.ts";
import { harbourValue, parseHarbour } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const read = (text: string) => {
  const { dossier, problems } = parseDossier(JSON.parse(text));
  if (!dossier) throw new Error(JSON.stringify(problems));
  return dossier;
};

describe("writeDossier", () => {
  test("holds all that the file held, unknown fields too", () => {
    expect(JSON.parse(writeDossier(parseHarbour().dossier))).toEqual(harbourValue());
  });

  test("written, read and written again it is the same text, which ends in one line end", () => {
    const text = writeDossier(parseHarbour().dossier);
    expect(writeDossier(read(text))).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
  });

  test("leaves out the file name where the text is inline, and keeps it where it is not", () => {
    const { dossier } = parseHarbour();
    const [first, second] = dossier.documents;
    const documents = [
      { ...first!, file: "documents/d1.txt" },
      { ...second!, file: "documents/d2.txt", text: undefined },
    ];
    const written = JSON.parse(writeDossier({ ...dossier, documents })).documents;
    expect(written[0].file).toBeUndefined();
    expect(written[0].text).toBe(first?.text);
    expect(written[1]).toMatchObject({ file: "documents/d2.txt" });
    expect("text" in written[1]).toBe(false);
    expect(documents[0]?.file).toBe("documents/d1.txt");
  });

  test("property: any dossier is read back equal, and written again the same", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const text = writeDossier(dossier);
        const back = read(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(dossier)));
        expect(writeDossier(read(writeDossier(back)))).toBe(writeDossier(back));
      }),
      { numRuns: 60 },
    );
  });
});
