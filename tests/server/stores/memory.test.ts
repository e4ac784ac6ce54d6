import { describe, expect, test } from "@jest/globals";
import { createMemoryStore } from "../../../server/stores/memory.ts";
import type { Layout } from "../../../server/stores/positions.ts";
import { sketchDossier } from "../../support/fixtures.ts";
import { layoutInRow } from "../../support/server.ts";
import { contractValues, storeContract } from "./contract.ts";

describe("the memory store keeps the contract", () => {
  storeContract(() => createMemoryStore(contractValues(), layoutInRow));
});

test("of two dossiers with the same id the first keeps it, the second becomes a problem", async () => {
  const first = { ...sketchDossier(["a blames b"]), title: "First" };
  const second = { ...sketchDossier(["a denies b"]), title: "Second" };
  const store = createMemoryStore([first, second, second], layoutInRow);
  const entries = await store.list();
  expect(entries.map(({ id, title }) => [id, title])).toEqual([
    ["sketch", "First"],
    ["sketch~2", "Second"],
    ["sketch~3", "Second"],
  ]);
  expect(entries[1]?.narrative).toBeNull();
  expect(entries[1]?.problems[0]).toMatchObject({ path: "id", severity: "error" });
  expect((await store.get("sketch~2")).title).toBe("Second");
});

describe("positions", () => {
  test("stored ones stay; only missing ones are asked for", async () => {
    const asked: string[] = [];
    const layout: Layout = async ({ dossier }) => {
      asked.push(dossier.id);
      return { a: [1, 1], b: [2, 2] };
    };
    const complete = sketchDossier(["a blames b"], { id: "complete", positions: { a: [5, 5], b: [6, 6] } });
    const partial = sketchDossier(["a blames b"], { id: "partial", positions: { a: [5, 5] } });
    const store = createMemoryStore([complete, partial], layout);
    expect((await store.get("complete")).narrative?.dossier.positions).toEqual({ a: [5, 5], b: [6, 6] });
    expect((await store.get("partial")).narrative?.dossier.positions).toEqual({ a: [5, 5], b: [2, 2] });
    expect(asked).toEqual(["partial"]);
  });

  test("a layout that fails is a warning, and every actor still has a place of its own", async () => {
    const store = createMemoryStore([sketchDossier(["a blames b", "c blames d"])], async () => {
      throw new Error("no room");
    });
    const { narrative, problems } = await store.get("sketch");
    expect(problems).toEqual([expect.objectContaining({ path: "positions", severity: "warning" })]);
    const places = Object.values(narrative?.dossier.positions ?? {}).map(String);
    expect(new Set(places).size).toBe(4);
  });
});

test.each([undefined, null, 0, "", [], "text", { id: 7 }, { id: "../up", title: [] }])(
  "%j is no dossier and says so",
  async (value) => {
    const [entry] = await createMemoryStore([value], layoutInRow).list();
    expect(entry).toMatchObject({ id: "memory-1", title: "memory-1", narrative: null });
    expect(entry?.problems.length).toBeGreaterThan(0);
  },
);
