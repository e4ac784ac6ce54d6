import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Action, openState, reduce, type State } from "../../../client/state/state.ts";
import { type Lens, WHOLE } from "../../../graph-data/lens/lens.ts";
import { harbourGraph } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

const START = openState({ lens: WHOLE, view: {} });
const BLAME: Lens = { families: ["blame"] };

const lens = anyLens(harbourGraph());
const actor = fc.constantFrom("mayor", "city", "union");
const tie = fc.constantFrom("mayor~union~blame", "union~mayor~blame");
const moves = fc
  .array(fc.tuple(actor, fc.tuple(fc.integer(), fc.integer())), { maxLength: 3 })
  .map((entries) => new Map(entries));
const zoom = fc.option(fc.record({ x: fc.integer(), y: fc.integer(), scale: fc.nat(600) }), {
  nil: undefined,
});
const theme = fc.constantFrom<"light" | "dark" | undefined>("light", "dark", undefined);

/** Actions that undo takes back, and that leave selection and viewport where they are. */
const step: fc.Arbitrary<Action> = fc.oneof(
  lens.map((value) => ({ type: "look", lens: value }) as const),
  tie.map((value) => ({ type: "expand", tie: value }) as const),
  moves.map((value) => ({ type: "move", moves: value }) as const),
  fc
    .record({ lens, view: fc.record({ theme, at: moves }) })
    .map((address) => ({ type: "visit", address }) as const),
);

/** Actions that undo takes back. */
const RESET: Action = { type: "reset" };
const change: fc.Arbitrary<Action> = fc.oneof(step, fc.constant(RESET));

/** Actions that it does not. */
const glance: fc.Arbitrary<Action> = fc.oneof(
  fc.array(actor, { maxLength: 3 }).map((entries) => ({ type: "select", entries }) as const),
  actor.map((entry) => ({ type: "select also", entry }) as const),
  zoom.map((value) => ({ type: "zoom", zoom: value }) as const),
  theme.map((value) => ({ type: "theme", theme: value }) as const),
);

const adjustment: fc.Arbitrary<Action> = lens.map((value) => ({
  type: "look",
  lens: value,
  adjusting: true,
}));
const travel = fc.constantFrom<Action>({ type: "undo" }, { type: "redo" }, { type: "settle" });
const anyActions = fc.array(fc.oneof(change, glance, adjustment, travel), { maxLength: 20 });
const withoutReset = fc.array(fc.oneof(step, glance, adjustment, travel), { maxLength: 20 });

const run = (state: State, actions: readonly Action[]) => actions.reduce(reduce, state);
const undo = (state: State) => reduce(state, { type: "undo" });
const redo = (state: State) => reduce(state, { type: "redo" });

/** What undo answers for; an empty list is as good as none. */
function remembered({ lens: wanted, view }: State) {
  const at = [...(view.at ?? [])];
  return { lens: wanted, at, expand: view.expand ?? [] };
}

describe("undo and redo", () => {
  test("undo after any change gives what was before, redo what was after", () => {
    fc.assert(
      fc.property(anyActions, change, (actions, action) => {
        const before = run(START, actions);
        const after = reduce(before, action);
        if (after.past === before.past) return expect(remembered(after)).toEqual(remembered(before));
        expect(remembered(undo(after))).toEqual(remembered(before));
        expect(remembered(redo(undo(after)))).toEqual(remembered(after));
        expect(undo(redo(undo(after)))).toEqual(undo(after));
      }),
    );
  });

  test("go through any number of changes, there and back, whatever is glanced at between", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, glance), { maxLength: 12 }), (pairs) => {
        const states = [START];
        for (const [action, look] of pairs) {
          const last = states.at(-1)!;
          const next = run(last, [action, look]);
          if (next.past === last.past) states.pop();
          states.push(next);
        }
        let state = states.at(-1)!;
        for (const earlier of states.slice(0, -1).reverse()) {
          state = undo(state);
          expect(remembered(state)).toEqual(remembered(earlier));
        }
        for (const later of states.slice(1)) {
          state = redo(state);
          expect(remembered(state)).toEqual(remembered(later));
        }
      }),
    );
  });

  test("what changes nothing is no step", () => {
    fc.assert(
      fc.property(anyActions, change, (actions, action) => {
        const once = run(START, [...actions, action]);
        const { lens: wanted, view } = once;
        const again = reduce(once, { type: "look", lens: { ...wanted } });
        expect(again.past).toBe(once.past);
        expect(again.view).toEqual(view);
      }),
    );
  });

  test("leave selection, viewport and theme alone where nothing was reset", () => {
    fc.assert(
      fc.property(withoutReset, glance, (actions, action) => {
        const before = run(START, actions);
        const { view, past, future, lens: same } = reduce(before, action);
        expect(past).toBe(before.past);
        expect(future).toBe(before.future);
        expect(same).toBe(before.lens);
        const { select, zoom: stays, theme: colours } = undo(reduce(before, action)).view;
        expect({ select, zoom: stays, theme: colours }).toEqual({
          select: view.select,
          zoom: view.zoom,
          theme: view.theme,
        });
      }),
    );
  });

  test("of a reset bring back the whole view, whatever is glanced at since, but for the theme", () => {
    const chosen = fc.record({ axis: fc.constantFrom("phase", "date"), compare: lens, beside: fc.boolean() });
    fc.assert(
      fc.property(anyActions, chosen, glance, theme, (actions, { axis, compare, beside }, look, colours) => {
        const before = run(START, [
          ...actions,
          { type: "axis", axis },
          { type: "compare", compare },
          { type: "beside", beside },
          look,
        ]);
        const reset = reduce(before, RESET);
        expect(reset.view).toEqual(before.view.theme ? { theme: before.view.theme } : {});
        const after = run(reset, [
          { type: "select", entries: ["city"] },
          { type: "zoom", zoom: { x: 7, y: 7, scale: 77 } },
          { type: "theme", theme: colours },
        ]);
        const { theme: now, ...view } = undo(after).view;
        const { theme: _then, ...wanted } = before.view;
        expect(now).toBe(colours);
        expect(view).toEqual(wanted);
        expect(undo(after).lens).toEqual(before.lens);
      }),
    );
  });

  test("of a reset, brought again, takes all of it away again", () => {
    const before = run(START, [
      { type: "look", lens: BLAME },
      { type: "select", entries: ["mayor"] },
      { type: "zoom", zoom: { x: 1, y: 2, scale: 300 } },
    ]);
    const again = redo(undo(reduce(before, RESET)));
    expect([again.lens, again.view]).toEqual([{}, {}]);
    expect(undo(again).view).toEqual(before.view);
    expect(undo(undo(again)).view.select).toEqual(["mayor"]);
    expect(undo(undo(again)).lens).toEqual({});
  });

  test("do nothing where there is nothing to take back or bring again", () => {
    expect(undo(START)).toBe(START);
    expect(redo(START)).toBe(START);
  });

  test("a new change forgets what could have been brought again", () => {
    const state = reduce(undo(reduce(START, { type: "look", lens: BLAME })), {
      type: "look",
      lens: { q: "x" },
    });
    expect(state.future).toEqual([]);
    expect(redo(state)).toBe(state);
  });

  test("reach 200 steps back", () => {
    let state = START;
    for (let at = 0; at < 250; at += 1) state = reduce(state, { type: "look", lens: { q: `word ${at}` } });
    for (let at = 0; at < 250; at += 1) state = undo(state);
    expect(state.lens).toEqual({ q: "word 49" });
  });

  test("take many small changes back together, until they have settled", () => {
    const small = (q: string): Action => ({ type: "look", lens: { q }, adjusting: true });
    const dragged = run(START, [{ type: "look", lens: BLAME }, small("a"), small("ab"), small("abc")]);
    expect(dragged.lens).toEqual({ q: "abc" });
    expect(undo(dragged).lens).toEqual(BLAME);
    const again = run(dragged, [{ type: "settle" }, small("x"), small("xy")]);
    expect(undo(again).lens).toEqual({ q: "abc" });
    expect(undo(undo(again)).lens).toEqual(BLAME);
    expect(redo(redo(undo(undo(again)))).lens).toEqual({ q: "xy" });
  });
});

describe("an action", () => {
  test("chooses, adds to what is chosen, takes out, chooses nothing", () => {
    const select = (...entries: string[]): Action => ({ type: "select", entries });
    const also = (entry: string): Action => ({ type: "select also", entry });
    expect(run(START, [select("mayor"), also("city")]).view.select).toEqual(["mayor", "city"]);
    expect(run(START, [select("mayor"), also("city"), also("mayor")]).view.select).toEqual(["city"]);
    expect(run(START, [also("city"), also("city")]).view).toEqual({});
    expect(run(START, [select("mayor"), select()]).view).toEqual({});
  });

  test("moves several actors, each to its last place", () => {
    const moved = run(START, [
      {
        type: "move",
        moves: new Map([
          ["mayor", [1, 2]],
          ["city", [3, 4]],
        ]),
      },
      { type: "move", moves: new Map([["mayor", [5, 6]]]) },
    ]);
    expect([...moved.view.at!]).toEqual([
      ["mayor", [5, 6]],
      ["city", [3, 4]],
    ]);
  });

  test("resets all but the theme", () => {
    const state = run(START, [
      { type: "theme", theme: "dark" },
      { type: "look", lens: BLAME },
      { type: "select", entries: ["mayor"] },
      { type: "expand", tie: "mayor~union~blame" },
      { type: "zoom", zoom: { x: 1, y: 2, scale: 300 } },
      RESET,
    ]);
    expect(state.lens).toEqual({});
    expect(state.view).toEqual({ theme: "dark" });
  });

  test("changes no state that there was", () => {
    fc.assert(
      fc.property(anyActions, fc.oneof(change, glance, adjustment, travel), (actions, action) => {
        const before = run(START, actions);
        const copy = structuredClone(before);
        reduce(before, action);
        expect(before).toEqual(copy);
      }),
    );
  });
});
