/** Figures of networks that are larger than print can show. */
import { expect, test } from "@jest/globals";
import { generateDossier } from "../../../bench/generate.ts";
import { composeBriefing } from "../../../graph-data/briefing/compose.ts";
import { MOST_TIES, thinOut } from "../../../graph-data/briefing/thin-out.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { sliceGraph, tiesOf } from "../../../graph-data/lens/slice.ts";
import { briefOn } from "../../support/briefings.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { sketchGraph } from "../../support/fixtures.ts";

const large = buildGraph(generateDossier({ actors: 60, statements: 600 }));

test("of many ties the heaviest are drawn, and the caption says so", () => {
  const { figures } = briefOn(large);
  const network = figures.find(({ id }) => id === "network")!;
  const slice = sliceGraph(large, {});
  const drawn = thinOut(slice);
  expect(tiesOf(slice).length).toBeGreaterThan(MOST_TIES);
  expect(tiesOf(drawn)).toHaveLength(MOST_TIES);
  const least = Math.min(...tiesOf(drawn).map(({ statements }) => statements.length));
  const left = tiesOf(slice).filter(({ id }) => !tiesOf(drawn).some((tie) => tie.id === id));
  expect(Math.max(...left.map(({ statements }) => statements.length))).toBeLessThanOrEqual(least);
  const said = `Drawn are the 200 ties with most statements, between ${drawn.actors.length} actors.`;
  expect(network.caption[0]!.text).toContain(said);
  expect(figures.find(({ id }) => id === "phases")!.caption[0]!.text).toContain(said);
});

test("each stop tells all its statements, drawn or not", () => {
  const { figures } = briefOn(large);
  const { svg } = figures.find(({ id }) => id === "phases")!;
  const counts = [...svg.matchAll(/>(\d+) statements?</g)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sliceGraph(large, {}).statements.length);
});

test("of ties that weigh the same, those between the busiest are kept", () => {
  const slice = sliceGraph(sketchGraph(["a blames b", "c blames d", "a blames c", "e blames f"]), {});
  // Touching: a 2, b 1, c 2, d 1, e 1, f 1.
  const ends = (most: number) => tiesOf(thinOut(slice, most)).map(({ source, target }) => source + target);
  expect(ends(1)).toEqual(["ac"]);
  expect(ends(3)).toEqual(["ab", "cd", "ac"]);
  expect(thinOut(slice, 4)).toBe(slice);
});

test("what print can show is drawn whole, and nothing is said of it", () => {
  const document = composeBriefing(briefOn(firstDossierGraph()));
  expect(JSON.stringify(document)).not.toContain("Drawn are");
});
