import { describe, expect, test } from "@jest/globals";
import { createFading } from "../../../client/graph/fading.ts";
import type { TracedLine } from "../../../client/graph/traced-lines.ts";

/** Only names and identity matter to fading. */
const drawn = (...ids: string[]) => new Map(ids.map((id) => [id, { line: { id } } as TracedLine]));
const named = (lines: readonly TracedLine[]) => lines.map(({ line }) => line.id);

describe("fading", () => {
  test("lets what left go and what came arrive within 200 milliseconds, and leaves the rest alone", () => {
    let now = 1_000;
    const fading = createFading(() => now);
    expect(fading.isOver()).toBe(true);
    fading.begin(drawn("gone", "stays"), new Set(["stays", "new"]));
    expect(fading.isOver()).toBe(false);
    expect(named(fading.leaving())).toEqual(["gone"]);
    expect(["gone", "stays", "new"].map(fading.presence)).toEqual([1, 1, 0]);
    now += 80;
    expect(["gone", "stays", "new"].map(fading.presence)).toEqual([0.5, 1, 0.5]);
    now += 120;
    expect(fading.isOver()).toBe(true);
    expect(fading.leaving()).toEqual([]);
    expect(["stays", "new"].map(fading.presence)).toEqual([1, 1]);
  });

  test("ends at once when it is told to, and when nothing came or left", () => {
    const fading = createFading(() => 0);
    fading.begin(drawn("gone"), new Set());
    fading.end();
    expect([fading.isOver(), fading.leaving()]).toEqual([true, []]);
    fading.begin(drawn("stays"), new Set(["stays"]));
    expect(fading.isOver()).toBe(true);
  });
});
