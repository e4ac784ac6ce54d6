import { describe, expect, test } from "@jest/globals";
import { combineStores } from "../../../server/stores/combined.ts";
import { createMemoryStore } from "../../../server/stores/memory.ts";
import { sketchDossier } from "../../support/fixtures.ts";
import { layoutInRow } from "../../support/server.ts";
import { contractValues, storeContract } from "./contract.ts";

const memory = (...values: unknown[]) => createMemoryStore(values, layoutInRow);

describe("the combined store keeps the contract", () => {
  storeContract(() => {
    const [alpha, ...others] = contractValues();
    return combineStores([memory(alpha), memory(), memory(...others)]);
  });
});

test("the first store that has an id keeps it", async () => {
  const named = (title: string) => memory({ ...sketchDossier(["a blames b"]), title });
  const store = combineStores([named("First"), named("Second")]);
  expect((await store.list()).map(({ id, title }) => [id, title])).toEqual([
    ["sketch", "First"],
    ["sketch~2", "Second"],
  ]);
  expect((await store.get("sketch")).title).toBe("First");
  expect((await store.get("sketch~2")).narrative).toBeNull();
});

test("duplicates within a store are counted on, each with one problem that names the dossier that keeps the id", async () => {
  const titled = (title: string) => ({ ...sketchDossier(["a blames b"]), title });
  const store = combineStores([memory(titled("First")), memory(titled("Second"), titled("Third"))]);
  const words = 'the id "sketch" is already that of memory-1, which keeps it; give this dossier another';
  const problems = [{ path: "id", message: words, severity: "error" }];
  expect(await store.list()).toMatchObject([
    { id: "sketch", title: "First", problems: [] },
    { id: "sketch~2", title: "Second", problems },
    { id: "sketch~3", title: "Third", problems },
  ]);
  expect((await store.get("sketch~3")).title).toBe("Third");
});

test("a store that fails is not taken for one without the dossier", async () => {
  const failing = {
    list: () => Promise.reject(new Error("disk")),
    get: () => Promise.reject(new Error("disk")),
  };
  await expect(combineStores([failing]).get("x")).rejects.toThrow("disk");
});
