import { describe, expect, test } from "@jest/globals";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { parseLens, writeLens } from "../../../graph-data/lens/query.ts";
import { compareWindows, searchChanges } from "../../../graph-data/shift/comparison.ts";
import { halveAxis } from "../../../graph-data/shift/windows.ts";
import { buildPhaseAxis } from "../../../graph-data/time/axis.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { sketchDossier, sketchGraph } from "../../support/fixtures.ts";

const FIRST = firstDossierGraph();
const lens = (text: string) => parseLens(text, FIRST).lens;
const windows = (question: Parameters<typeof compareWindows>[1]) => {
  const found = compareWindows(FIRST, question)!;
  return [found.a, found.b].map((slice) => writeLens(slice.lens, FIRST));
};

/** Statements of the phases p0, p1 …, as many as told; no phase for those of the last. */
function phased(counts: readonly number[]) {
  const steps = counts.flatMap((count, step) => Array.from({ length: count }, () => step));
  const dossier = sketchDossier(steps.map(() => "a blames b"));
  const phases = counts.slice(0, -1).map((_, step) => ({ id: `p${step}`, label: `P${step}` }));
  const statements = dossier.statements.map((statement, at) =>
    steps[at]! < phases.length ? { ...statement, phase: `p${steps[at]}` } : statement,
  );
  return buildGraph({ ...dossier, phases, statements });
}

describe("the windows that nobody asked for", () => {
  test.each<[number[], [number, number] | null]>([
    [
      [1, 1, 1, 1, 0],
      [1, 2],
    ],
    [
      [9, 1, 1, 0],
      [0, 1],
    ],
    [
      [1, 1, 9, 0],
      [1, 2],
    ],
    [
      [2, 2, 2, 5],
      [0, 1],
    ],
    [
      [0, 0, 3, 0],
      [0, 1],
    ],
    [[3, 4], null],
  ])("share out %j most evenly", (counts, cut) => {
    const narrative = phased(counts);
    const pair = halveAxis(buildPhaseAxis(narrative)!, narrative.statements);
    expect(pair && [pair.a.last, pair.b.first]).toEqual(cut);
    if (pair) expect([pair.a.first, pair.b.last]).toEqual([0, counts.length - 2]);
  });

  test("are cut by what is compared, within what both share", () => {
    expect(windows({ shared: {} })).toEqual(["phase=background..behind-it", "phase=main-adversary"]);
    expect(windows({ shared: lens("phase=warnings..concession"), measure: "families" })).toEqual([
      "phase=warnings",
      "phase=attack..concession",
    ]);
    expect(windows({ shared: lens("family=denial&voice=author"), measure: "narratives" })[0]).toMatch(
      /^phase=.*&family=denial&voice=author$/,
    );
  });

  test("are not there where nothing can be divided", () => {
    expect(compareWindows(sketchGraph(["a blames b"]), { shared: {} })).toBeNull();
  });
});

describe("windows asked for", () => {
  test("take over what is shared, unless they say otherwise", () => {
    const shared = lens("family=blame&actor=putin&side=1&depth=2");
    expect(windows({ shared, a: lens("phase=attack"), b: lens("actor=west&family=denial") })).toEqual([
      "phase=attack&family=blame&actor=putin&depth=2&side=1",
      "family=denial&actor=west",
    ]);
  });

  test("one alone is compared with all that is shared", () => {
    expect(windows({ shared: lens("family=blame"), b: lens("phase=behind-it") })).toEqual([
      "family=blame",
      "phase=behind-it&family=blame",
    ]);
  });

  test("by a side: only what it is the source of enters the divergence, the ledger has all", () => {
    const question = { shared: {}, a: lens("phase=blame-ukraine"), b: lens("phase=behind-it") };
    const side = compareWindows(FIRST, { ...question, by: "kremlin" })!;
    const all = compareWindows(FIRST, question)!;
    expect(side.divergence).toMatchObject({ a: 1, b: 6 });
    expect(all.divergence).toMatchObject({ a: 1, b: 8 });
    expect(side.shifts).toEqual(all.shifts);
    // A: all on Ukraine; B: half on the West. m = (¾, ¼): ½·log₂(4/3) + ½·(½·log₂(2/3) + ½·log₂2) = 0.3113
    expect(side.divergence.value).toBeCloseTo(0.3113, 4);
  });
});

test("changes are searched on every axis, over what is shared", () => {
  const found = searchChanges(FIRST, { shared: lens("family=blame"), by: "kremlin" });
  expect(found.map(({ axis }) => axis.kind)).toEqual(["phase", "date"]);
  expect(found[0]!.search).toMatchObject({ change: null, searched: 11, leftOut: 0 });
});
