import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { WHOLE } from "../../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { traceNarrative } from "../../../graph-data/shift/narratives.ts";
import { tracePair, traceSide } from "../../../graph-data/shift/trace.ts";
import { listAxes } from "../../../graph-data/time/axis.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { idsOf } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const FIRST = firstDossierGraph();
const { statements } = sliceGraph(FIRST, WHOLE);
const [PHASES, DATES] = listAxes(FIRST) as [ReturnType<typeof listAxes>[0], ReturnType<typeof listAxes>[0]];
const stop = (id: string) => PHASES!.stops.findIndex((entry) => entry.id === id);

describe("the Kremlin's side in the first dossier", () => {
  const bands = traceSide(statements, PHASES!, { members: FIRST.membersOf("kremlin") });
  const counts = (family: string, target: string) =>
    bands.find((band) => band.family === family && band.target === target)!.stops.map((list) => list.length);

  test("blames Ukraine first, then Ukraine and the West", () => {
    const [ukraine, west] = [counts("blame", "ukraine"), counts("blame", "west")];
    expect(ukraine.findIndex(Boolean)).toBe(stop("blame-ukraine"));
    expect(west.findIndex(Boolean)).toBe(stop("behind-it"));
    const share = (at: number) => west[at]! / (ukraine[at]! + west[at]!);
    expect(share(stop("blame-ukraine"))).toBe(0);
    expect(share(stop("behind-it"))).toBe(0.5);
    expect(west[stop("main-adversary")]).toBeGreaterThan(0);
  });

  test("denies the part of ISIS-K, then concedes it", () => {
    expect(counts("denial", "isis-k").findIndex(Boolean)).toBe(stop("blame-ukraine"));
    expect(counts("acknowledgement", "isis-k").findIndex(Boolean)).toBe(stop("concession"));
    expect(counts("acknowledgement", "isis-k")[stop("concession")]).toBe(2);
  });

  test("says nothing of itself, and only what it is the source of", () => {
    const members = FIRST.membersOf("kremlin");
    for (const { target, stops } of bands) {
      expect(members.has(target)).toBe(false);
      for (const { source } of stops.flat()) expect(members.has(source)).toBe(true);
    }
  });
});

test("insinuations are blame: what counts is the family", () => {
  const [band] = traceSide(statements, PHASES!, {
    members: new Set(["putin"]),
    families: new Set(["blame"]),
  }).filter(({ target }) => target === "ukraine");
  expect(band!.stops.flat().map(({ type }) => type.id)).toEqual(["blames", "insinuates"]);
});

test("the trace of Putin and ISIS-K has its reversal, whichever is named first", () => {
  const trace = tracePair(statements, FIRST, "isis-k", "putin");
  expect(idsOf(trace.statements)).toEqual(["s48", "s55"]);
  expect(trace.contradictions.map(({ kind }) => kind)).toEqual(["reversal"]);
  expect(tracePair(statements, FIRST, "putin", "isis-k")).toEqual(trace);
});

describe("the trace of a narrative", () => {
  test("says who advanced it first and how, who undermined it, and its share at each stop", () => {
    const { first, advanced, undermined, stops } = traceNarrative(statements, "ukrainian-trail", PHASES!);
    expect(first?.id).toBe("s52");
    expect(advanced.slice(0, 2)).toMatchObject([
      { who: "putin", as: "act", statements: 2 },
      { who: "putin", as: "voice", statements: 2 },
    ]);
    expect(undermined.map(({ who, as }) => `${who} ${as}`).toSorted()).toEqual(["kremlin act", "putin act"]);
    expect(stops[stop("blame-ukraine")]).toEqual({ advances: 3, undermines: 0, share: 1 });
    expect(stops[stop("background")]).toMatchObject({ advances: 0, share: 0 });
  });

  test("has no share where nothing advances any", () => {
    const { stops, first } = traceNarrative(statements.slice(0, 0), "ukrainian-trail", PHASES!);
    expect(first).toBeNull();
    expect(stops.every(({ share }) => share === null)).toBe(true);
  });

  test("spreads what is dated to several stops, and loses nothing", () => {
    const { stops } = traceNarrative(statements, "isis-k-did-it", DATES!);
    const linked = statements.filter(({ record }) =>
      record.narratives?.some(({ id, role }) => id === "isis-k-did-it" && role === "advances"),
    );
    expect(stops.reduce((sum, { advances }) => sum + advances, 0)).toBeCloseTo(linked.length, 9);
  });
});

test("property: the bands of everybody hold each statement once, on either axis", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const narrative = buildGraph(dossier);
      for (const axis of listAxes(narrative)) {
        const bands = traceSide(narrative.statements, axis);
        const ids = bands.flatMap(({ stops, spread }) => idsOf([...stops.flat(), ...spread]));
        expect(ids.toSorted()).toEqual(idsOf(narrative.statements).toSorted());
        for (const { stops, spread, total } of bands) {
          expect(stops).toHaveLength(axis.stops.length);
          expect(stops.flat().length + spread.length).toBe(total);
        }
        expect(bands.map(({ total }) => total)).toEqual(
          bands.map(({ total }) => total).toSorted((x, y) => y - x),
        );
      }
    }),
  );
});
