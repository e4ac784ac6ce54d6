import { describe, expect, test } from "@jest/globals";
import { CHANGE, findChange, findChangeOnAxis } from "../../../graph-data/shift/change-points.ts";
import { targetsOf } from "../../../graph-data/shift/kinds.ts";
import { listAxes } from "../../../graph-data/time/axis.ts";
import { sketchGraph } from "../../support/fixtures.ts";
import { makeFlatSeries, makeSeries } from "../../support/series.ts";

/** 199 draws in place of 999, for time: the p-value is as true, only coarser (steps of 0.005). */
const FEWER = { ...CHANGE, draws: 199 };

describe("a search for a change", () => {
  test("reports one on at most 5 % of 1,000 series without a shift", () => {
    let alarms = 0;
    for (let seed = 1; seed <= 1_000; seed += 1)
      if (findChange(makeFlatSeries(seed), FEWER).change) alarms += 1;
    process.stdout.write(`false alarms: ${alarms} of 1000 (level ${CHANGE.level}, ${FEWER.draws} draws)\n`);
    expect(alarms).toBeLessThanOrEqual(50);
  }, 120_000);

  test("finds a clear shift, at the right place", () => {
    let [found, near] = [0, 0];
    for (let seed = 1; seed <= 100; seed += 1) {
      const series = makeSeries({ seed, length: 60, before: [8, 1, 1], after: [1, 8, 1], at: 25 });
      const { change } = findChange(series, FEWER);
      if (!change) continue;
      found += 1;
      if (Math.abs(change.after - 25) <= 3) near += 1;
    }
    process.stdout.write(`power: ${found} of 100, within three of the place: ${near}\n`);
    expect(found).toBeGreaterThanOrEqual(95);
    expect(near).toBeGreaterThanOrEqual(80);
  }, 60_000);

  test("by hand: six of one, then six of another", () => {
    const series = [..."uuuuuuwwwwww"].map((name, time) => ({ time, categories: [name] }));
    const { change, best, searched } = findChange(series);
    expect(change).toBe(best);
    expect(change).toMatchObject({ before: 5, after: 6, divergence: 1, a: 6, b: 6 });
    expect(searched).toBe(12);
    // Only 2 of the 924 orders have all of one before all of the other.
    expect(change!.chance.p).toBeLessThan(0.01);
  });

  test("never parts what is of one time, and leaves enough on both sides", () => {
    const tied = [..."uuuuuuwwwwww"].map((name, at) => ({ time: Math.floor(at / 4), categories: [name] }));
    const { best } = findChange(tied);
    expect([best?.a, best?.b]).toEqual([4, 8]);
    const together = [..."uuuuwwww"].map((name) => ({ time: 1, categories: [name] }));
    expect(findChange(together)).toEqual({ change: null, best: null, searched: 8, leftOut: 0 });
    expect(findChange(together.slice(0, 3)).best).toBeNull();
    expect(findChange([]).best).toBeNull();
  });

  test("does not depend on the order in which equal times are given, and is the same each time", () => {
    const series = makeSeries({ seed: 3, length: 40, before: [5, 1], after: [1, 5], at: 5, perTime: 4 });
    const found = findChange(series);
    expect(findChange(series)).toEqual(found);
    expect(findChange(series.toReversed()).best).toMatchObject({
      before: found.best!.before,
      divergence: found.best!.divergence,
    });
  });

  test("on an axis leaves out what has no certain place", () => {
    const links = Array.from({ length: 16 }, (_, at) => `k blames ${at < 8 ? "u" : "w"}`);
    const plain = sketchGraph(links);
    const narrative = sketchGraph(links, {
      statements: plain.dossier.statements.map((statement, at) =>
        at === 0
          ? { ...statement, date: "2024-01-01/2024-01-09" }
          : at === 1
            ? statement
            : { ...statement, date: `2024-01-${String(at).padStart(2, "0")}` },
      ),
    });
    const [axis] = listAxes(narrative);
    const search = findChangeOnAxis(narrative.statements, axis!, targetsOf("blame", narrative));
    expect([search.searched, search.leftOut]).toEqual([14, 2]);
    expect(axis!.stops[search.change!.before]!.id).toBe("2024-01-07");
    expect(axis!.stops[search.change!.after]!.id).toBe("2024-01-08");
    const others = { sources: new Set(["nobody"]) };
    expect(
      findChangeOnAxis(narrative.statements, axis!, targetsOf("blame", narrative), others),
    ).toMatchObject({
      searched: 0,
      leftOut: 0,
    });
  });
});
