import { describe, expect, test } from "@jest/globals";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { sketchGraph } from "../support/fixtures.ts";
import { readAs, readerOf, sliceRead } from "../support/reading.ts";
import { expectAnyRoundTrip, expectRoundTrip } from "../support/round-trip.ts";
import { sliceOf, writeAs } from "../support/slices.ts";

describe.each(["gexf", "graphml"])("%s, written, read and written again, has the same bytes", (id) => {
  test("of the first dossier", () => expectRoundTrip(id, sliceOf("", firstDossierGraph())));

  test("of the harbour once quotations are as they were found: some are moved, one is not quite word by word", () => {
    expectRoundTrip(id, sliceRead(readAs(id, writeAs(id, sliceOf("")))));
  });

  test("of any dossier", () => expectAnyRoundTrip(id));

  test("of names that are fond of trouble", () => {
    const names = [
      "__proto__",
      "constructor",
      "עברית\u202e",
      "𝔸 😀",
      " \t\r\n ",
      "]]> <!-- ?>",
      "\u0000\u001f\ufffe",
    ];
    const actors = names.map((label, at) => ({
      id: `a${at}`,
      label,
      aliases: [label],
      kind: "other" as const,
    }));
    expectRoundTrip(id, sliceOf("", sketchGraph(["a0 blames a1"], { actors, title: names.join(" ") })));
  });

  test("of a part, it is the part", () => {
    const written = writeAs(id, sliceOf("family=blame"));
    expect(readAs(id, written).dossier.sliceOf).toEqual({ dossier: "harbour", lens: "family=blame" });
  });

  test("in UTF-16, too, and said by its root", () => {
    const written = writeAs(id, sliceOf("", firstDossierGraph()));
    const wide = new Uint8Array(Buffer.from(`\ufeff${written.replace("UTF-8", "UTF-16")}`, "utf16le"));
    expect(writeAs(id, sliceRead(readAs(id, wide)))).toBe(written);
    for (const bytes of [wide, new TextEncoder().encode(written)])
      expect(readerOf(id).recognise("file", bytes.subarray(0, 65_536))).toBe(1);
    expect(readerOf(id).recognise(`x.${id}`, new Uint8Array())).toBeGreaterThan(0);
    expect(readerOf(id).recognise("x.json", new TextEncoder().encode("{}"))).toBe(0);
  });
});
