import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { resolveSubject, type Subject } from "../../../client/state/selection.ts";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

const NARRATIVE = harbourGraph();
const resolve = (select: readonly string[], lens: Lens = {}) =>
  resolveSubject(sliceGraph(NARRATIVE, lens), select);
const statementsOf = (subject: Subject) => ("statements" in subject ? idsOf(subject.statements) : []);

describe("what is selected", () => {
  test("is nothing, or nothing that the dossier has", () => {
    expect(resolve([])).toEqual({ kind: "nothing" });
    expect(resolve(["nobody", "a~b"])).toEqual({ kind: "nothing" });
    expect(resolveSubject(sliceGraph(NARRATIVE, {}))).toEqual({ kind: "nothing" });
  });

  test("an actor: statements from it, to it, and in its voice", () => {
    const subject = resolve(["mayor"]);
    expect(subject).toMatchObject({ kind: "actor", actor: { id: "mayor" } });
    expect(statementsOf(subject)).toEqual(["s04", "s05", "s09", "s07", "s08", "s16"]);
    expect(statementsOf(resolve(["mayor"], { phases: ["blaze"] }))).toEqual(["s04", "s05"]);
    expect(statementsOf(resolve(["museum"]))).toEqual([]);
  });

  test("a tie: the statements of one family, one way", () => {
    expect(resolve(["mayor~union~blame"])).toMatchObject({
      kind: "tie",
      source: { id: "mayor" },
      target: { id: "union" },
      family: "blame",
      statements: [{ id: "s04" }],
    });
    expect(statementsOf(resolve(["union~mayor~alliance"]))).toEqual([]);
  });

  test("two actors are a pair, however they were chosen: both ways, any family", () => {
    for (const select of [["mayor~union"], ["union~mayor"], ["mayor", "union"]]) {
      const subject = resolve(select);
      expect(subject.kind).toBe("pair");
      expect(statementsOf(subject)).toEqual(["s04", "s07"]);
    }
  });

  test("a statement is shown although the lens leaves it out, and that is said", () => {
    expect(resolve(["s12"])).toMatchObject({ kind: "statement", statement: { id: "s12" }, inLens: false });
    expect(resolve(["s04"])).toMatchObject({ kind: "statement", inLens: true });
  });

  test("several: what holds among the actors, and what was chosen beside them", () => {
    const subject = resolve(["mayor", "union", "league", "s01", "city~island~alliance", "union~city"]);
    expect(subject).toMatchObject({
      kind: "several",
      actors: [{ id: "mayor" }, { id: "union" }, { id: "league" }],
    });
    expect(statementsOf(subject)).toEqual(["s01", "s04", "s05", "s09", "s07", "s11", "s16", "s14"]);
    expect(resolve(["s01", "s04"])).toMatchObject({ kind: "several", actors: [] });
  });

  test("never gives a statement twice, nor one outside the lens among many", () => {
    const entries = [
      "mayor",
      "union",
      "city",
      "s01",
      "s12",
      "~s04",
      "mayor~union",
      "mayor~union~blame",
      "nobody",
    ];
    fc.assert(
      fc.property(anyLens(NARRATIVE), fc.subarray(entries), (lens, select) => {
        const slice = sliceGraph(NARRATIVE, lens);
        const ids = statementsOf(resolveSubject(slice, select));
        expect(new Set(ids).size).toBe(ids.length);
        expect(idsOf(slice.statements)).toEqual(expect.arrayContaining(ids));
      }),
    );
  });
});
