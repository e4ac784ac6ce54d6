/** What the panels and the graph share: the dossier's graph, the state, what follows from it, and the way to change it. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import {
  type Compared,
  compareWith,
  displayComparison,
  uniteSlices,
} from "../../graph-data/display/compared.ts";
import {
  displaySlice,
  type Elements,
  mergePositions,
  type Positions,
} from "../../graph-data/display/elements.ts";
import { type Box, boundNetwork } from "../../graph-data/display/geometry.ts";
import { type FamilyStyle, familyStyles } from "../../graph-data/display/styles.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { type Address, type Theme, writeAddress } from "../../graph-data/lens/view.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { type TimeWindow, withoutTime } from "../../graph-data/time/window.ts";
import { keepKinds } from "./comparison.ts";
import { type Place, servedAt } from "./place.ts";
import { type Action, openState, reduce, type State } from "./state.ts";
import { type Hover, isHeld, type Pointed, type TimeMode } from "./time.ts";

/** A window of time on its way. */
export interface Passing {
  readonly axis: Axis;
  readonly window: TimeWindow;
  /** Of a comparison, which of the two windows it is; otherwise `b`. */
  readonly side: "a" | "b";
}

/** What was left out of a file, or why there is none. */
export interface Remark {
  readonly title: string;
  readonly lines: readonly string[];
}

/** State that no address holds: what is open or pointed at right now. */
export interface Transient {
  /** The actor that the keyboard stands on in the graph. */
  readonly focus: Signal<string | null>;
  /** The actor or line under the pointer. */
  readonly pointed: Signal<Pointed | null>;
  /** Where the pointer rests; a finger does not. */
  readonly hover: Signal<Hover | null>;
  /** Said by screen readers as it changes. */
  readonly announcement: Signal<string>;
  /** A short confirmation that fades. */
  readonly notice: Signal<string>;
  /** What is being made; empty when nothing is. */
  readonly busy: Signal<string>;
  /** What stays until it is closed. */
  readonly remark: Signal<Remark | null>;
  /** The window of time moves by itself. */
  readonly playing: Signal<boolean>;
  readonly timeMode: Signal<TimeMode>;
  /** Stops a second. */
  readonly speed: Signal<number>;
  /** A window of time on its way, in a dossier too large to be sliced at each step of it. */
  readonly passing: Signal<Passing | null>;
  /** Of a comparison, the window that the brush draws anew. */
  readonly brush: Signal<"a" | "b">;
  readonly loop: Signal<boolean>;
  readonly help: Signal<boolean>;
  /** The briefing desk lies over the explorer. */
  readonly desk: Signal<boolean>;
  /** The story has the whole screen. */
  readonly presenting: Signal<boolean>;
  readonly table: Signal<boolean>;
  /** On narrow screens, the one sheet that is open. */
  readonly sheet: Signal<"filters" | "reader" | "none">;
  readonly filters: Signal<boolean>;
}

export interface Model {
  readonly narrative: NarrativeGraph;
  readonly place: Place;
  readonly styles: ReadonlyMap<string, FamilyStyle>;
  readonly problems: number;
  readonly state: ReadonlySignal<State>;
  readonly slice: ReadonlySignal<Slice>;
  /** As `slice`, but at all times. Another window of time does not change it. */
  readonly allTimes: ReadonlySignal<Slice>;
  /** The lens's slice beside the one it is compared with, and what shifted; `null` without a comparison. */
  readonly compared: ReadonlySignal<Compared | null>;
  /** The slices that the graph shows: the lens's alone or, in a comparison, those of windows A and B. */
  readonly windows: ReadonlySignal<readonly Slice[]>;
  /** What the graph shows: the lens's slice or, in a comparison, both windows' in one. */
  readonly shown: ReadonlySignal<Slice>;
  readonly positions: ReadonlySignal<Positions>;
  readonly elements: ReadonlySignal<Elements>;
  /** Of a comparison side by side, the network of the earlier window. */
  readonly before: ReadonlySignal<Elements>;
  /** Playback waits until the pointer has left what it rests on. */
  readonly held: ReadonlySignal<boolean>;
  /** The box of the whole dossier, so that the opening view is the same whatever lens the address brings. */
  readonly whole: ReadonlySignal<Box>;
  readonly theme: ReadonlySignal<Theme>;
  /** Query text of the view, without `?`. */
  readonly address: ReadonlySignal<string>;
  readonly transient: Transient;
  dispatch(action: Action): void;
}

const NOTHING: Elements = { nodes: [], lines: [] };

export interface ModelOptions {
  readonly address: Address;
  readonly problems: number;
  /** The theme that the system asks for; an address with its own theme goes before it. */
  readonly systemTheme: ReadonlySignal<Theme>;
  /** Below a server that has the dossier, unless this says otherwise. */
  readonly place?: Place;
}

export function createModel(narrative: NarrativeGraph, options: ModelOptions): Model {
  const state = signal(openState(options.address));
  const lens = computed<Lens>(() => state.value.lens);
  const at = computed(() => state.value.view.at);
  const expand = computed(() => state.value.view.expand);
  const slice = computed(() => sliceGraph(narrative, lens.value));
  const timeless = computed(() => JSON.stringify(withoutTime(lens.value)));
  const compare = computed(() => state.value.view.compare);
  const kinds = computed(() => state.value.view.shift);
  const beside = computed(() => state.value.view.beside === true);
  const compared = computed(() => compare.value && compareWith(slice.value, compare.value));
  const positions = computed(() => mergePositions(narrative.dossier.positions, at.value));
  const displayAlone = (one: Slice, apart?: readonly string[]) => {
    const drawn = displaySlice(one, { positions: positions.value, expand: apart });
    return compared.value ? keepKinds(drawn, compared.value, kinds.value) : drawn;
  };
  const before = computed(() => (compared.value ? displayAlone(compared.value.a) : NOTHING));
  const elements = computed(() =>
    compared.value && !beside.value
      ? displayComparison(compared.value, { positions: positions.value, kinds: kinds.value })
      : displayAlone(slice.value, expand.value),
  );
  const networks = computed(() => (beside.value ? [elements.value, before.value] : [elements.value]));
  const transient = openTransient();
  const { playing, hover, pointed } = transient;
  return {
    narrative,
    place: options.place ?? servedAt(narrative.dossier.id),
    styles: familyStyles(narrative.codebook),
    problems: options.problems,
    state,
    slice,
    allTimes: computed(() => sliceGraph(narrative, JSON.parse(timeless.value))),
    positions,
    compared: computed(() => compared.value ?? null),
    windows: computed(() => (compared.value ? [compared.value.a, compared.value.b] : [slice.value])),
    shown: computed(() => (compared.value ? uniteSlices(compared.value) : slice.value)),
    before,
    elements,
    held: computed(() => playing.value && isHeld(hover.value, pointed.value, networks.value)),
    whole: computed(() => boundWhole(narrative)),
    theme: computed(() => state.value.view.theme ?? options.systemTheme.value),
    address: computed(() => writeAddress(state.value, narrative)),
    transient,
    dispatch(action) {
      state.value = reduce(state.peek(), action);
    },
  };
}

function openTransient(): Transient {
  return {
    focus: signal(null),
    pointed: signal(null),
    hover: signal(null),
    announcement: signal(""),
    notice: signal(""),
    busy: signal(""),
    remark: signal(null),
    playing: signal(false),
    timeMode: signal("window"),
    speed: signal(1),
    passing: signal(null),
    brush: signal("b"),
    loop: signal(false),
    help: signal(false),
    desk: signal(false),
    presenting: signal(false),
    table: signal(false),
    sheet: signal("none"),
    filters: signal(true),
  };
}

function boundWhole(narrative: NarrativeGraph): Box {
  const { statements, dossier } = narrative;
  const whole: Slice = { narrative, lens: {}, statements, actors: dossier.actors };
  return boundNetwork(displaySlice(whole, { positions: mergePositions(dossier.positions) }));
}

const ModelContext = createContext<Model | null>(null);

export const ModelProvider = ModelContext.Provider;

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error("a panel was drawn outside ModelProvider");
  return model;
}
