/** The graph formats of JSON that Narrascope both writes and reads. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { READERS } from "../../graph-data/formats/readers.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { harbourGraph, idsOf, sketchGraph } from "../support/fixtures.ts";
import { hasNaughtyStrings, hostileDossier, naughtyStrings } from "../support/hostile.ts";
import { notesOf, readAs, sliceRead } from "../support/reading.ts";
import { expectAnyRoundTrip, expectRoundTrip } from "../support/round-trip.ts";
import { expectGolden, sliceOf, writeAs } from "../support/slices.ts";

const FORMATS = ["graphology", "cytoscape", "cx2", "node-link"];
const ENDINGS: Readonly<Record<string, string>> = { cytoscape: "cyjs", cx2: "cx2" };
/** Fields that the format of dossiers does not know are not part of a network. */
function withoutOwnFields(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !name.startsWith("x-")));
}

const hostile = hasNaughtyStrings ? test : test.skip;
const absent = hasNaughtyStrings ? "" : " (skipped: ../shared/data/blns is absent)";

describe.each(FORMATS)("%s", (id) => {
  test("of any dossier, written, read and written again, is the same bytes", () => expectAnyRoundTrip(id));

  test("of the first dossier, too", () => {
    const narrative = firstDossierGraph();
    expectRoundTrip(id, sliceGraph(narrative, {}));
    const { dossier } = readAs(id, writeAs(id, sliceGraph(narrative, {})));
    const { actors, statements: _statements, ...frame } = narrative.dossier;
    expect(dossier).toMatchObject(JSON.parse(JSON.stringify({ ...frame, documents: dossier.documents })));
    expect(dossier.documents.map(({ text }) => text)).toEqual(frame.documents.map(({ text }) => text));
    expect(dossier.actors).toEqual(actors);
    expect(dossier.statements).toHaveLength(sliceGraph(narrative, {}).statements.length);
  });

  test("of the harbour dossier gives back what is shown, each field of it", () => {
    const slice = sliceGraph(harbourGraph(), {});
    const read = readAs(id, writeAs(id, slice));
    const again = sliceRead(read);
    expect(read.dossier.actors).toEqual(slice.narrative.dossier.actors.map(withoutOwnFields));
    expect(idsOf(again.statements)).toEqual(idsOf(slice.statements));
    for (const [at, { record, voice, modality, type }] of slice.statements.entries()) {
      const { evidence: _evidence, ...fields } = record;
      expect(again.statements[at]).toMatchObject({ voice, modality, type });
      expect(again.statements[at]!.record).toMatchObject(withoutOwnFields(fields));
    }
    expect(notesOf(read)).toEqual([
      "read: documents (3)",
      `read: actors (${slice.actors.length})`,
      `read: statements (${slice.statements.length})`,
    ]);
  });

  test.each([
    "family=blame",
    "voice=mayor",
    "actor=union&depth=2",
    "modality=hypothetical",
    "q=nothing-has-this",
  ])("a slice is read back with all that it speaks of: %s", (query) => {
    const slice = sliceOf(query);
    const read = readAs(id, writeAs(id, slice));
    expect(idsOf(read.dossier.statements)).toEqual(idsOf(slice.statements));
    expect(idsOf(read.dossier.actors)).toEqual(expect.arrayContaining(idsOf(slice.actors)));
    expect(read.report.notes.filter(({ kind }) => kind !== "read")).toEqual([]);
    expect(read.dossier.sliceOf).toEqual({ dossier: "harbour", lens: query });
  });

  test("ties are read as one statement each, of their family", () => {
    const slice = sliceOf("family=blame,denial");
    const read = readAs(id, writeAs(id, slice, { unit: "ties" }));
    const narrative = buildGraph(read.dossier);
    expect(narrative.ties.map(({ source, target, family }) => [source, target, family])).toEqual(
      [...new Set(slice.statements.map(({ tie }) => tie))].map(({ source, target, family }) => [
        source,
        target,
        family,
      ]),
    );
    expect(notesOf(read)).toContain(`guessed: ties, read as one statement each (${narrative.ties.length})`);
  });

  test("ids that are names of every object survive", () => {
    const links = [
      "constructor blames toString",
      "toString denies hasOwnProperty",
      "valueOf supports constructor",
    ];
    expectRoundTrip(
      id,
      sliceGraph(sketchGraph(links, { positions: { constructor: [1, -2] as [number, number] } }), {}),
    );
  });

  hostile(`labels that break things survive${absent}`, () => {
    const slice = sliceGraph(buildGraph(hostileDossier(naughtyStrings())), {});
    expectRoundTrip(id, slice);
    expect(readAs(id, writeAs(id, slice)).dossier.actors.map(({ label }) => label)).toEqual(
      slice.actors.map(({ label }) => label),
    );
  });

  test("is recognised by its first bytes, and by no other reader as surely", () => {
    const head = new TextEncoder()
      .encode(writeAs(id, sliceGraph(firstDossierGraph(), {})))
      .subarray(0, 65_536);
    const scores = READERS.map((reader) => [reader.id, reader.recognise("file.json", head)]);
    expect(scores.filter(([, score]) => score === 1)).toEqual([[id, 1]]);
  });

  test("the file holds a line for each actor and statement", () => {
    expectGolden(`harbour-${id}.${ENDINGS[id] ?? "json"}`, writeAs(id, sliceOf("")));
  });

  test("bytes may come in portions of any size", () => {
    const content = new TextEncoder().encode(writeAs(id, sliceOf("")));
    const whole = readAs(id, content).dossier;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (size) => {
        const portions = Array.from({ length: Math.ceil(content.length / size) }, (_, at) =>
          content.subarray(at * size, (at + 1) * size),
        );
        expect(readAs(id, portions).dossier).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });
});

test("the project's own dossier is no file of a graph", () => {
  const head = readFileSync(new URL("../fixtures/harbour.json", import.meta.url));
  const sure = READERS.filter((reader) => reader.recognise("harbour.json", head) > 0);
  expect(sure.map(({ id }) => id)).toEqual(["dossier"]);
});
