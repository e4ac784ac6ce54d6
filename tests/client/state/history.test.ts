import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { signal } from "@preact/signals";
import { followAddress } from "../../../client/state/history.ts";
import { createModel, type Model } from "../../../client/state/model.ts";
import { parseAddress, type Theme } from "../../../graph-data/lens/view.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();

/** A window with nothing but a history, a location and timers. */
function fakeWindow(query: string) {
  const entries = [`/d/harbour${query}`];
  let at = 0;
  const listeners = new Set<() => void>();
  const split = () => entries[at]!.split("?");
  const go = (by: number) => {
    at += by;
    for (const listener of listeners) listener();
  };
  const win = {
    location: {
      get pathname() {
        return split()[0];
      },
      get search() {
        return split()[1] === undefined ? "" : `?${split()[1]}`;
      },
    },
    history: {
      pushState(_state: unknown, _title: string, url: string) {
        entries.splice(at + 1, entries.length, url);
        at += 1;
      },
      replaceState(_state: unknown, _title: string, url: string) {
        entries[at] = url;
      },
    },
    setTimeout: (act: () => void, after: number) => setTimeout(act, after),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  } as unknown as Window;
  return { win, entries, go, listeners, at: () => at };
}

function follow(query = "") {
  jest.useFakeTimers();
  const fake = fakeWindow(query);
  const { problems: _, ...address } = parseAddress(query, NARRATIVE);
  const model: Model = createModel(NARRATIVE, { address, problems: 0, systemTheme: signal<Theme>("light") });
  const stop = followAddress(model, fake.win);
  return { ...fake, model, stop };
}

afterEach(() => {
  jest.useRealTimers();
});

/** The address is written once the task that changed it is over. */
const afterTheTask = () => jest.advanceTimersByTime(0);

describe("the address bar", () => {
  test("gets a step for each thing looked at", () => {
    const { model, entries } = follow();
    model.dispatch({ type: "look", lens: { families: ["blame"] } });
    model.dispatch({ type: "select", entries: ["mayor"] });
    model.dispatch({ type: "select", entries: [] });
    model.dispatch({ type: "reset" });
    afterTheTask();
    expect(entries).toEqual([
      "/d/harbour",
      "/d/harbour?family=blame",
      "/d/harbour?family=blame&select=mayor",
      "/d/harbour?family=blame",
      "/d/harbour",
    ]);
  });

  test("is left alone by what changes nothing, also by an odd spelling of the same", () => {
    const { model, entries } = follow("?select=mayor&family=denial,blame");
    model.dispatch({ type: "select", entries: ["mayor"] });
    model.dispatch({ type: "look", lens: { families: ["blame", "denial"] } });
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour?select=mayor&family=denial,blame"]);
  });

  test("takes up pan, zoom and theme when they rest, in place of the last step", () => {
    const { model, entries } = follow("?family=blame");
    for (const scale of [110, 120, 130]) {
      model.dispatch({ type: "zoom", zoom: { x: 0, y: 0, scale } });
      jest.advanceTimersByTime(100);
    }
    expect(entries).toEqual(["/d/harbour?family=blame"]);
    jest.advanceTimersByTime(400);
    expect(entries).toEqual(["/d/harbour?family=blame&zoom=0~0~130"]);
    model.dispatch({ type: "theme", theme: "dark" });
    jest.advanceTimersByTime(400);
    expect(entries).toEqual(["/d/harbour?family=blame&zoom=0~0~130&theme=dark"]);
  });

  test("a step made before a zoom has rested holds the zoom, too", () => {
    const { model, entries } = follow();
    model.dispatch({ type: "zoom", zoom: { x: 1, y: 2, scale: 150 } });
    model.dispatch({ type: "select", entries: ["mayor"] });
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour", "/d/harbour?select=mayor&zoom=1~2~150"]);
  });

  test("has one step for many small changes, and the last of them in it", () => {
    const { model, entries } = follow();
    for (const q of ["a", "ab", "abc"]) model.dispatch({ type: "look", lens: { q }, adjusting: true });
    model.dispatch({ type: "settle" });
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour", "/d/harbour?q=abc"]);
    model.dispatch({ type: "look", lens: { q: "x" }, adjusting: true });
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour", "/d/harbour?q=abc", "/d/harbour?q=x"]);
  });

  test("back and forward go to the views, and make no steps of their own", () => {
    const { model, entries, go, at } = follow();
    model.dispatch({ type: "look", lens: { families: ["blame"] } });
    model.dispatch({ type: "select", entries: ["mayor"] });
    afterTheTask();
    go(-1);
    expect([model.address.peek(), at()]).toEqual(["family=blame", 1]);
    go(-1);
    expect([model.address.peek(), at()]).toEqual(["", 0]);
    go(2);
    expect([model.address.peek(), at()]).toEqual(["family=blame&select=mayor", 2]);
    jest.advanceTimersByTime(2_000);
    expect(entries).toHaveLength(3);
  });

  test("a zoom that has not rested does not follow to another view", () => {
    const { model, entries, go } = follow();
    model.dispatch({ type: "look", lens: { families: ["blame"] } });
    afterTheTask();
    model.dispatch({ type: "zoom", zoom: { x: 0, y: 0, scale: 300 } });
    go(-1);
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour", "/d/harbour?family=blame"]);
    expect(model.address.peek()).toBe("");
  });

  test("an address that asks for what the dossier does not have is passed over", () => {
    const { model, entries, go } = follow();
    model.dispatch({ type: "look", lens: { families: ["blame"] } });
    afterTheTask();
    entries[0] = "/d/harbour?family=love";
    go(-1);
    expect(model.address.peek()).toBe("family=blame");
  });

  test("is no longer followed once stopped", () => {
    const { model, entries, listeners, stop } = follow();
    model.dispatch({ type: "zoom", zoom: { x: 0, y: 0, scale: 300 } });
    stop();
    model.dispatch({ type: "look", lens: { families: ["blame"] } });
    jest.advanceTimersByTime(2_000);
    expect(entries).toEqual(["/d/harbour"]);
    expect(listeners.size).toBe(0);
  });
});
