import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Dossier, Statement } from "../../../graph-data/dossier/records.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { WHOLE } from "../../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { comesBefore, timeBetween } from "../../../graph-data/shift/between.ts";
import { areOpposites, findContradictions } from "../../../graph-data/shift/reversals.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { sketchDossier } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const FIRST = firstDossierGraph();
const PHASES = ["p0", "p1", "p2"].map((id) => ({ id, label: id }));

/** Links `source type target`, then whatever each statement has besides. */
function graph(links: readonly (readonly [string, Partial<Statement>?])[], more: Partial<Dossier> = {}) {
  const dossier = sketchDossier(
    links.map(([link]) => link),
    { phases: PHASES, ...more },
  );
  return buildGraph({
    ...dossier,
    statements: dossier.statements.map((statement, at) => ({ ...statement, ...links[at]![1] })),
  });
}

const found = (narrative: ReturnType<typeof buildGraph>) =>
  findContradictions(narrative.statements, narrative).map(({ kind, earlier, later, side }) =>
    [kind, earlier.id, later.id, side].filter(Boolean).join(" "),
  );

describe("the first dossier", () => {
  const { statements } = sliceGraph(FIRST, WHOLE);

  test("Putin on ISIS-K is a reversal, within the Kremlin's side another, and experts stand against him", () => {
    const list = findContradictions(statements, FIRST).map(({ kind, earlier, later, side }) =>
      [kind, earlier.id, later.id, side].filter(Boolean).join(" "),
    );
    expect(list).toEqual(
      expect.arrayContaining(["reversal s48 s55", "same side s48 s17 kremlin", "across sources s50 s48"]),
    );
    expect(list.filter((words) => words.startsWith("reversal"))).toEqual(["reversal s48 s55"]);
  });

  test("who supports Russia does not contradict who attacks it", () => {
    const targets = findContradictions(statements, FIRST).map(({ later }) => later.target);
    expect(targets).not.toContain("russia");
  });
});

describe("contradictions", () => {
  test("of one source are reversals where one comes after the other, by phase or by date", () => {
    expect(
      found(
        graph([
          ["a denies x", { phase: "p0" }],
          ["a concedes x", { phase: "p1" }],
        ]),
      ),
    ).toEqual(["reversal s0 s1"]);
    const dated = (one: string, other: string) =>
      found(
        graph([
          ["a denies x", { date: one }],
          ["a concedes x", { date: other }],
        ]),
      );
    expect(dated("2024-03-01", "2024-03-02")).toEqual(["reversal s0 s1"]);
    expect(dated("2024-03", "2024-03-02")).toEqual(["same source s0 s1"]);
    expect(found(graph([["a denies x"], ["a concedes x"]]))).toEqual(["same source s0 s1"]);
    // No phase stands after all phases in the order of the story, but is no time.
    expect(found(graph([["a denies x", { phase: "p0" }], ["a concedes x"]]))).toEqual(["same source s0 s1"]);
  });

  test("need opposite types, the same target and no other subject", () => {
    expect(found(graph([["a denies x"], ["a concedes y"]]))).toEqual([]);
    expect(found(graph([["a denies x"], ["a blames x"]]))).toEqual([]);
    expect(
      found(graph([["a denies x", { about: "y" }], ["a concedes x", { about: "z" }], ["y blames z"]])),
    ).toEqual([]);
    expect(found(graph([["a denies x", { about: "y" }], ["a concedes x"], ["y blames z"]]))).toHaveLength(1);
  });

  test("are told once for each turn", () => {
    const turns = ["denies", "denies", "concedes", "concedes", "denies"].map(
      (type) => [`a ${type} x`] as const,
    );
    expect(found(graph(turns))).toEqual(["same source s1 s2", "same source s3 s4"]);
  });

  test("of one side name the smallest that holds both", () => {
    const dossier = sketchDossier(["a denies x", "b concedes x"]);
    const actors = [
      ...dossier.actors.map((actor) => (actor.id === "x" ? actor : { ...actor, partOf: ["office"] })),
      { id: "office", label: "Office", kind: "office" as const, partOf: ["state"] },
      { id: "state", label: "State", kind: "state" as const },
    ];
    expect(found(buildGraph({ ...dossier, actors }))).toEqual(["same side s0 s1 office"]);
    expect(found(buildGraph(dossier))).toEqual(["across sources s0 s1"]);
  });

  test("across sources are about what is so, not about whom one stands with", () => {
    expect(found(graph([["a supports x"], ["b attacks x"]]))).toEqual([]);
    expect(found(graph([["a courts x"], ["b delegitimises x"]]))).toEqual([]);
    expect(found(graph([["a dismisses x"], ["b confirms x"]]))).toEqual(["across sources s0 s1"]);
    expect(found(graph([["a supports x"], ["a attacks x"]]))).toEqual(["same source s0 s1"]);
  });

  test("of one source as two voices tell it are those voices'; its own words are the source's", () => {
    const told = (voice: string) =>
      found(
        graph([
          ["a supports x", { phase: "p0" }],
          ["a attacks x", { phase: "p1", voice }],
        ]),
      );
    expect(told("x")).toEqual(["across voices s0 s1"]);
    expect(told("a")).toEqual(["reversal s0 s1"]);
    expect(told("author")).toEqual(["reversal s0 s1"]);
  });

  test("of two sources are across voices where two voices tell them, across sources where one does", () => {
    const told = (one: string, other: string) =>
      found(
        graph([
          ["a denies x", { voice: one }],
          ["b confirms x", { voice: other }],
        ]),
      );
    expect(told("author", "author")).toEqual(["across sources s0 s1"]);
    expect(told("x", "x")).toEqual(["across sources s0 s1"]);
    expect(told("a", "b")).toEqual(["across voices s0 s1"]);
    expect(told("author", "b")).toEqual(["across voices s0 s1"]);
  });

  test("leave out what is not told as an act", () => {
    expect(found(graph([["a denies x"], ["a concedes x", { modality: "hypothetical" }]]))).toEqual([]);
  });

  test("end at the limit, and nowhere before", () => {
    const many = graph(
      Array.from({ length: 100 }, (_, at) => [`a${at} ${at < 50 ? "denies" : "confirms"} x`] as const),
    );
    expect(findContradictions(many.statements, many)).toHaveLength(2_500);
    expect(findContradictions(many.statements, many, { limit: 7 })).toHaveLength(7);
  });

  test("property: each pair has one target and opposite types, stands in the order of the story, and is told once", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const narrative = buildGraph(dossier);
        const list = findContradictions(narrative.statements, narrative);
        const place = (id: string) => narrative.statements.findIndex((statement) => statement.id === id);
        for (const { kind, earlier, later, side } of list) {
          expect(earlier.target).toBe(later.target);
          expect(areOpposites(earlier.type, later.type)).toBe(true);
          expect(place(earlier.id)).toBeLessThan(place(later.id));
          expect(kind === "same side").toBe(side !== undefined);
          if (kind === "across voices") expect(earlier.voice).not.toBe(later.voice);
          if (kind === "across sources") expect(earlier.voice).toBe(later.voice);
          if (kind === "reversal") expect(comesBefore(earlier, later, narrative)).toBe(true);
        }
        const pairs = list.map(({ earlier, later }) => `${earlier.id} ${later.id}`);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});

describe("the time between", () => {
  const between = (one: Partial<Statement>, other: Partial<Statement>) => {
    const narrative = graph([
      ["a denies x", one],
      ["a concedes x", other],
    ]);
    const [a, b] = ["s0", "s1"].map((id) => narrative.statements.find((statement) => statement.id === id)!);
    return timeBetween(a!, b!, narrative);
  };

  test.each<[Partial<Statement>, Partial<Statement>, number | null, (number | null)[] | null]>([
    [{ phase: "p0" }, { phase: "p2" }, 2, null],
    [{ phase: "p0" }, {}, null, null],
    [{ date: "2024-03-01" }, { date: "2024-03-03" }, null, [2, 2]],
    [{ date: "2024-02-28" }, { date: "2024-03-01" }, null, [2, 2]],
    [{ date: "2024-03" }, { date: "2024-04-02" }, null, [2, 32]],
    [{ date: "2024" }, { date: "2024-03-25" }, null, [-281, 84]],
    [{ date: "2024-03-01" }, { date: "2024-03-25/.." }, null, [24, null]],
    [{ date: "1992/.." }, { date: "2024-03-25" }, null, null],
  ])("%j to %j", (one, other, phases, days) => {
    expect(between(one, other)).toEqual({ phases, days });
  });
});
