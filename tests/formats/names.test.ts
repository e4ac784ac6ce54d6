import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fileName } from "../../graph-data/formats/index.ts";

test.each([
  ["kremlin", "", "json", "kremlin.json"],
  ["kremlin", "phase=warnings&family=blame,denial", "csv", "kremlin_phase-warnings_family-blame-denial.csv"],
  ["kremlin", "q=%C3%A9lys%C3%A9e", "json", "kremlin_q-élysée.json"],
  ["", "", "json", "dossier.json"],
])("%s with lens %s", (dossier, lens, extension, name) => {
  expect(fileName(dossier, lens, extension)).toBe(name);
});

test("is a plain file name, whatever the lens holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (lens) => {
      const name = fileName("d", lens, "json");
      expect(name).toMatch(/^d[\p{L}\p{N}\p{M}_-]*\.json$/u);
      expect([...name].length).toBeLessThanOrEqual(130);
    }),
  );
});
