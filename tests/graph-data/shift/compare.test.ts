import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { WHOLE } from "../../../graph-data/lens/lens.ts";
import type { Slice } from "../../../graph-data/lens/slice.ts";
import { compareTies, countShifts, type ShiftKind } from "../../../graph-data/shift/compare.ts";
import { sketchGraph } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const NARRATIVE = sketchGraph([
  "a blames x", // s0
  "a blames x", // s1
  "b supports x", // s2
  "c denies x", // s3
  "d blames x", // s4
  "a blames x", // s5
  "c concedes x", // s6
  "d blames x", // s7
  "e blames x", // s8
]);

function part(ids: string, narrative = NARRATIVE): Slice {
  const wanted = ids.split(" ");
  const statements = narrative.statements.filter(({ id }) => wanted.includes(id));
  return { narrative, lens: WHOLE, statements, actors: [] };
}

const short = (a: string, b: string) =>
  compareTies(part(a), part(b)).map(({ id, kind, exchanged }) => [id, kind, ...exchanged].join(" "));

describe("ties", () => {
  test("that appear, vanish, grow, shrink, change and stay, strongest first", () => {
    expect(short("s0 s1 s2 s3 s4", "s5 s6 s7 s8")).toEqual([
      "e~x~blame appeared",
      "b~x~alliance vanished",
      "c~x~acknowledgement changed denial",
      "c~x~denial changed acknowledgement",
      "a~x~blame shrank",
      "d~x~blame kept",
    ]);
    expect(short("s0", "s0 s1 s5")).toEqual(["a~x~blame grew"]);
    expect(short("", "")).toEqual([]);
  });

  test("whose pair keeps the family beside a new one only appear", () => {
    expect(short("s3", "s3 s6")).toEqual(["c~x~acknowledgement appeared", "c~x~denial kept"]);
  });

  test("that turn from one sign to the other are changed, though the family stays", () => {
    const narrative = sketchGraph(["a hates x", "a loves x"], {
      families: [{ id: "feeling", label: "feeling", sign: 0 }],
      relationTypes: [
        { id: "hates", family: "feeling", label: "hates", sign: -1 },
        { id: "loves", family: "feeling", label: "loves", sign: 1 },
      ],
    });
    const [shift] = compareTies(part("s0", narrative), part("s1", narrative));
    expect(shift).toMatchObject({ kind: "changed", exchanged: [] });
  });

  test("are counted by kind, none left out", () => {
    expect([...countShifts(compareTies(part("s0 s1 s2 s3 s4"), part("s5 s6 s7 s8")))]).toEqual([
      ["appeared", 1],
      ["vanished", 1],
      ["changed", 2],
      ["grew", 0],
      ["shrank", 1],
      ["kept", 1],
    ]);
  });
});

const OTHER_WAY: Readonly<Record<ShiftKind, ShiftKind>> = {
  appeared: "vanished",
  vanished: "appeared",
  grew: "shrank",
  shrank: "grew",
  changed: "changed",
  kept: "kept",
};

test("property: every tie of the union has one kind; with A and B exchanged, each kind is", () => {
  fc.assert(
    fc.property(anyDossier, fc.func(fc.integer({ min: 0, max: 3 })), (dossier, sort) => {
      const narrative = buildGraph(dossier);
      const half = (bit: number): Slice => {
        const statements = narrative.statements.filter(({ id }) => sort(id) & bit);
        return { narrative, lens: WHOLE, statements, actors: [] };
      };
      const [a, b] = [half(1), half(2)];
      const shifts = compareTies(a, b);
      const ties = new Set([...a.statements, ...b.statements].map(({ tie }) => tie.id));
      expect(new Set(shifts.map(({ id }) => id))).toEqual(ties);
      expect(shifts).toHaveLength(ties.size);
      expect(shifts.flatMap((shift) => shift.a).length).toBe(a.statements.length);
      expect(shifts.flatMap((shift) => shift.b).length).toBe(b.statements.length);
      const back = new Map(compareTies(b, a).map((shift) => [shift.id, shift]));
      for (const { id, kind, exchanged } of shifts) {
        expect(back.get(id)).toMatchObject({ kind: OTHER_WAY[kind], exchanged });
      }
    }),
    { numRuns: 150 },
  );
});
