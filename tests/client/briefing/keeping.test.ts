import { describe, expect, test } from "@jest/globals";
import { BLANK, type DeskState, reduceDesk } from "../../../client/briefing/desk-state.ts";
import { createKeeper } from "../../../client/briefing/keeping.ts";

function memory(entries = new Map<string, string>()) {
  return {
    entries,
    store: () => ({
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    }),
  };
}

const TITLED: DeskState = reduceDesk(BLANK, {
  type: "edit",
  edit: { type: "write", field: "title", text: "T" },
});

describe("words are kept", () => {
  test("for each dossier by itself, and read again", () => {
    const { store, entries } = memory();
    expect(createKeeper(store, "/d/a", "a").write(TITLED)).toBeNull();
    expect(createKeeper(store, "/d/a", "a").read()).toEqual(TITLED);
    expect(createKeeper(store, "/d/b", "b").read()).toEqual(BLANK);
    // A file that is opened may have the id of another.
    expect(createKeeper(store, "/open", "a").read()).toEqual(BLANK);
    expect(createKeeper(store, "/d/a", "a").write(BLANK)).toBeNull();
    expect(entries.size).toBe(0);
  });

  test.each([
    ["is full", new DOMException("exceeded", "QuotaExceededError"), "the browser’s storage is full"],
    ["is forbidden", new DOMException("denied", "SecurityError"), "the browser does not allow it"],
  ])("or why not is said, where the storage %s", (_, error, reason) => {
    const keeper = createKeeper(
      () => {
        throw error;
      },
      "/d/a",
      "a",
    );
    expect(keeper.write(TITLED)).toBe(reason);
    expect(keeper.read()).toEqual(BLANK);
  });

  test("what is no JSON is no words", () => {
    const { store, entries } = memory();
    const keeper = createKeeper(store, "/d/a", "a");
    entries.set(keeper.key, "{");
    expect(keeper.read()).toEqual(BLANK);
  });
});
