import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { generateDossier } from "../../../bench/generate.ts";
import { anchorStatements } from "../../../graph-data/dossier/evidence.ts";
import { writeDossier } from "../../../graph-data/dossier/write.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { packDossier, packGraph, unpackDossier } from "../../../server/work/packed.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

test("what is packed and unpacked is the same dossier, byte for byte, with the same anchors", async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const anchors = anchorStatements(dossier);
      const unpacked = await unpackDossier(structuredClone(await packDossier({ dossier, anchors })));
      expect(unpacked.anchors).toEqual(anchors);
      expect(writeDossier(unpacked.dossier)).toBe(writeDossier(dossier));
      expect(Object.keys(unpacked.dossier)).toEqual(Object.keys(dossier));
    }),
    { numRuns: 50 },
  );
});

test("a graph is packed with what it was built from, also what it withholds", async () => {
  const graph = harbourGraph();
  expect(graph.withheld.length).toBeGreaterThan(0);
  const { dossier, anchors } = await unpackDossier(await packGraph(graph));
  const again = buildGraph(dossier, anchors);
  expect(again.statements).toEqual(graph.statements);
  expect(idsOf(again.withheld)).toEqual(idsOf(graph.withheld));
  expect(again.dossier).toEqual(graph.dossier);
});

test("a long list travels in pieces, and the event loop turns between them", async () => {
  const dossier = generateDossier({ actors: 30, statements: 2_000 });
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const packed = await packDossier({ dossier, anchors: [] });
  expect(packed.statements.length).toBeGreaterThan(4);
  expect(turns).toBeGreaterThanOrEqual(packed.statements.length);
  turns = 0;
  expect((await unpackDossier(packed)).dossier.statements).toEqual(dossier.statements);
  expect(turns).toBeGreaterThanOrEqual(packed.statements.length);
  counting = false;
});
