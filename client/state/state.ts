/** The client's state: the address (lens and view), and what undo needs. Pure: an action gives a new state. */
import type { Lens } from "../../graph-data/lens/lens.ts";
import type { Address, Theme, View, Viewport } from "../../graph-data/lens/view.ts";
import type { ShiftKind } from "../../graph-data/shift/compare.ts";

/** What undo brings back beside the lens. */
const REMEMBERED = ["at", "expand", "compare", "shift", "story"] as const;

/** What else a reset takes away: undone with it, and with no other step. */
const GLANCED = ["select", "zoom", "axis", "beside"] as const;

interface Remembered extends Pick<View, (typeof REMEMBERED)[number]> {
  readonly lens: Lens;
  /** Of a reset, on either side of it. */
  readonly glanced?: Pick<View, (typeof GLANCED)[number]>;
}

export interface State extends Address {
  readonly past: readonly Remembered[];
  readonly future: readonly Remembered[];
  /** Small changes are under way; the state before the first of them is remembered. */
  readonly adjusting: boolean;
}

export type Action =
  /** `adjusting`: one of many small changes, as while a window is dragged; undo takes them back together. */
  | { readonly type: "look"; readonly lens: Lens; readonly adjusting?: boolean }
  /** Compares with another lens; without one, ends the comparison. `lens` changes, too, where it is given. */
  | {
      readonly type: "compare";
      readonly compare: Lens | undefined;
      readonly lens?: Lens;
      readonly adjusting?: boolean;
    }
  /** Of a comparison, which kinds of shift are drawn; without any, all. */
  | { readonly type: "shifts"; readonly kinds: readonly ShiftKind[] }
  | { readonly type: "beside"; readonly beside: boolean }
  /** A step of the story, from 1; 0 leaves it. */
  | { readonly type: "tell"; readonly step: number; readonly address: Address }
  /** The adjusting is over: what follows is a change of its own. */
  | { readonly type: "settle" }
  | { readonly type: "select"; readonly entries: readonly string[] }
  /** Adds an entry to the selection, or takes it out. */
  | { readonly type: "select also"; readonly entry: string }
  /** Draws a tie as its statements, or as one line again. */
  | { readonly type: "expand"; readonly tie: string }
  | { readonly type: "move"; readonly moves: ReadonlyMap<string, readonly [x: number, y: number]> }
  | { readonly type: "zoom"; readonly zoom: Viewport | undefined }
  | { readonly type: "theme"; readonly theme: Theme | undefined }
  | { readonly type: "axis"; readonly axis: View["axis"] }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** Back to the dossier as it opens; can be undone. */
  | { readonly type: "reset" }
  /** An address was opened: back, forward, or a link. */
  | { readonly type: "visit"; readonly address: Address };

/** Steps that undo reaches back. */
const MEMORY = 200;

export function openState({ lens, view }: Address): State {
  return { lens, view, past: [], future: [], adjusting: false };
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "look":
      return change(state, { lens: action.lens }, action.adjusting);
    case "compare":
      return change(
        state,
        { lens: action.lens, view: compareWith(state.view, action.compare) },
        action.adjusting,
      );
    case "shifts":
      return remember(state, { view: { ...state.view, shift: action.kinds } });
    case "beside":
      return withView(state, { beside: action.beside || undefined });
    case "tell":
      return remember(state, tellStep(state, action.step, action.address));
    case "settle":
      return state.adjusting ? { ...state, adjusting: false } : state;
    case "select":
      return withView(state, { select: action.entries });
    case "select also":
      return withView(state, { select: toggle(state.view.select, action.entry) });
    case "expand":
      return remember(state, { view: { ...state.view, expand: toggle(state.view.expand, action.tie) } });
    case "move":
      return remember(state, {
        view: { ...state.view, at: new Map([...(state.view.at ?? []), ...action.moves]) },
      });
    case "zoom":
      return withView(state, { zoom: action.zoom });
    case "theme":
      return withView(state, { theme: action.theme });
    case "axis":
      return withView(state, { axis: action.axis });
    case "undo":
      return timeTravel(state, "past", "future");
    case "redo":
      return timeTravel(state, "future", "past");
    case "reset":
      return remember(state, { lens: {}, view: { theme: state.view.theme } }, remembered(state, true));
    case "visit":
      return remember(state, { lens: action.address.lens, view: action.address.view });
  }
}

function toggle(entries: readonly string[] = [], entry: string): readonly string[] {
  return entries.includes(entry) ? entries.filter((other) => other !== entry) : [...entries, entry];
}

function withView(state: State, part: Partial<View>): State {
  return { ...state, view: tidy({ ...state.view, ...part }) };
}

/** Empty parts are left out, so that equal views have equal addresses. */
function tidy(view: View): View {
  const used = ([, value]: [string, View[keyof View]]) => {
    if (value === undefined) return false;
    if (Array.isArray(value)) return value.length > 0;
    return !(value instanceof Map) || value.size > 0;
  };
  return Object.fromEntries((Object.entries(view) as [string, View[keyof View]][]).filter(used));
}

function remembered({ lens, view }: Address, reset = false): Remembered {
  return { lens, ...pick(view, REMEMBERED), ...(reset && { glanced: pick(view, GLANCED) }) };
}

function pick<Key extends keyof View>(view: Pick<View, Key>, keys: readonly Key[]): Pick<View, Key> {
  return Object.fromEntries(keys.map((key) => [key, view[key]])) as Pick<View, Key>;
}

function compareWith(view: View, compare: Lens | undefined): View {
  return compare ? { ...view, compare } : { ...view, compare, shift: undefined, beside: undefined };
}

/** What the step shows, with the looks that the user chose. */
function tellStep({ view }: State, step: number, address: Address): Address {
  const { theme, at, axis } = view;
  return { lens: address.lens, view: { ...address.view, theme, at, axis, story: step || undefined } };
}

/** What changes nothing is no step: undo would seem dead. */
function remember(state: State, next: Partial<Address>, before = remembered(state)): State {
  if (isSame(state, { lens: next.lens ?? state.lens, view: tidy(next.view ?? state.view) }))
    return state.adjusting ? { ...state, adjusting: false } : state;
  return {
    lens: next.lens ?? state.lens,
    view: tidy(next.view ?? state.view),
    past: [...state.past.slice(-MEMORY + 1), before],
    future: [],
    adjusting: false,
  };
}

function isSame(a: Address, b: Address): boolean {
  const text = ({ lens, view }: Address) =>
    JSON.stringify([sorted(lens), sorted({ ...view, at: view.at && [...view.at] })]);
  return text(a) === text(b);
}

function sorted(part: object): [string, unknown][] {
  return Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .sort(([x], [y]) => (x < y ? -1 : 1));
}

/** The first of many small changes is remembered, the others are not. */
function change(state: State, next: Partial<Address>, adjusting = false): State {
  if (!adjusting) return remember(state, next);
  if (state.adjusting)
    return { ...state, lens: next.lens ?? state.lens, view: tidy(next.view ?? state.view) };
  const changed = remember(state, next);
  return changed === state ? state : { ...changed, adjusting: true };
}

function timeTravel(state: State, from: "past" | "future", to: "past" | "future"): State {
  const goal = state[from].at(-1);
  if (!goal) return state;
  return {
    ...state,
    adjusting: false,
    lens: goal.lens,
    view: tidy({ ...state.view, ...pick(goal, REMEMBERED), ...goal.glanced }),
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], remembered(state, goal.glanced !== undefined)],
  };
}
