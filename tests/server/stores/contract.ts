/** What every store of dossiers keeps to. Each adapter's test runs it on a store that holds these three. */
import { expect, test } from "@jest/globals";
import { NotFoundError } from "../../../graph-data/errors.ts";
import type { DossierStore } from "../../../server/stores/store.ts";
import { harbourValue, sketchDossier } from "../../support/fixtures.ts";

/** A good one, one without positions, and a broken one that still says its id. */
export function contractValues(): Record<string, unknown>[] {
  return [
    { ...sketchDossier(["a blames b", "b denies a"]), id: "alpha", title: "Alpha" },
    { format: "narrascope-dossier/1", id: "broken", title: "Broken" },
    harbourValue(),
  ];
}

export function storeContract(create: () => Promise<DossierStore> | DossierStore): void {
  test("lists all dossiers in a fixed order, broken ones with their problems", async () => {
    const store = await create();
    const entries = await store.list();
    expect(entries.map(({ id, title, narrative }) => [id, title, narrative !== null])).toEqual([
      ["alpha", "Alpha", true],
      ["broken", "Broken", false],
      ["harbour", "The harbour fire", true],
    ]);
    const missing = entries[1]?.problems.map(({ path }) => path);
    expect(missing).toEqual(["documents", "actors", "statements"]);
    expect((await store.list()).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test("gives by id what it lists", async () => {
    const store = await create();
    for (const entry of await store.list()) expect(await store.get(entry.id)).toEqual(entry);
  });

  test("get works before list was ever called, and many may ask at once", async () => {
    const store = await create();
    const [one, two] = await Promise.all([store.get("harbour"), store.get("harbour"), store.list()]);
    expect(one).toBe(two);
  });

  test.each(["nobody", "", "..", "alpha~2", "constructor"])("does not know %j", async (id) => {
    const store = await create();
    await expect(store.get(id)).rejects.toThrow(NotFoundError);
  });

  test("every actor has a place", async () => {
    const store = await create();
    for (const { narrative } of await store.list()) {
      if (!narrative) continue;
      const placed = new Set(Object.keys(narrative.dossier.positions ?? {}));
      expect([...narrative.actors.keys()].filter((id) => !placed.has(id))).toEqual([]);
    }
  });

  test("revisions differ where contents do", async () => {
    const store = await create();
    const revisions = (await store.list()).map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(3);
  });

  test("says of no dossier where on this machine it lies", async () => {
    const store = await create();
    for (const { source } of await store.list()) expect(source).not.toMatch(/^\/|^[A-Z]:|\.\./);
  });
}
