/**
 * While the window of time of a large dossier moves: its ties weighed by subtraction and sketched, without a slice. The
 * actors of Cytoscape are hidden meanwhile; when the window rests, the elements come back with all their detail.
 */
import { computed, effect } from "@preact/signals";
import { countByActor } from "../../graph-data/display/elements.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { buildTimeline, type Timeline, weighWindow } from "../../graph-data/time/timeline.ts";
import { type TimeWindow, windowOf } from "../../graph-data/time/window.ts";
import type { Model, Passing } from "../state/model.ts";
import type { LineLayer, Sketch } from "./line-layer.ts";

/** The actors with most statements that keep their names while the window moves. */
const NAMED = 14;

/** Returns the way to stop. */
export function followPassing(model: Model, layer: LineLayer, actors: HTMLElement): () => void {
  let lastAxis: Axis | null = null;
  // The axis stays when the window rests: its counts serve the next drag, too.
  const axis = computed(() => {
    lastAxis = model.transient.passing.value?.axis ?? lastAxis;
    return lastAxis;
  });
  const timeline = computed(
    () => axis.value && buildTimeline(model.narrative, model.allTimes.value.statements, axis.value),
  );
  const named = computed(() => nameLargest(model));
  let sketching = false;
  return effect(() => {
    const passing = model.transient.passing.value;
    if (!passing || !timeline.value) {
      if (sketching) layer.sketch(null);
      sketching = false;
      actors.classList.remove("passing");
      return;
    }
    layer.sketch(sketchTies(tiesOfWindows(timeline.value, windowsOf(passing, model)), model, named.value));
    actors.classList.add("passing");
    sketching = true;
  });
}

interface Windows {
  readonly b: TimeWindow;
  /** `null` without a comparison. */
  readonly a: TimeWindow | null;
}

function windowsOf({ axis, window, side }: Passing, { state }: Model): Windows {
  const { lens, view } = state.peek();
  const windowIn = (of: Lens) => windowOf(of, axis) ?? { first: 0, last: axis.stops.length - 1 };
  const b = side === "b" ? window : windowIn(lens);
  // Side by side, this network is B's alone.
  if (!view.compare || view.beside) return { a: null, b };
  return { a: side === "a" ? window : windowIn(view.compare), b };
}

/** In a comparison, what A alone has is a ghost. */
function tiesOfWindows(timeline: Timeline, { a, b }: Windows): Pick<Sketch, "ties" | "ghosts"> {
  const now = weighWindow(timeline, b);
  const before = a && weighWindow(timeline, a);
  return {
    ties: timeline.ties.filter((_, t) => now[t]! > 0),
    ghosts: before ? timeline.ties.filter((_, t) => now[t] === 0 && before[t]! > 0) : [],
  };
}

function sketchTies(
  { ties, ghosts }: Pick<Sketch, "ties" | "ghosts">,
  { positions }: Model,
  named: ReadonlyMap<string, string>,
): Sketch {
  const places = positions.peek();
  const at = (id: string) => {
    const place = places.get(id);
    return place && { x: place[0], y: place[1] };
  };
  const ids = new Set([...ghosts, ...ties].flatMap(({ source, target }) => [source, target]));
  const dots = [...ids].flatMap((id) => {
    const place = at(id);
    const name = named.get(id);
    return place ? [name === undefined ? place : { ...place, name }] : [];
  });
  return { ties, ghosts, dots, at };
}

function nameLargest({ narrative, allTimes }: Model): ReadonlyMap<string, string> {
  const largest = [...countByActor(allTimes.value.statements)].sort(([, x], [, y]) => y - x).slice(0, NAMED);
  return new Map(largest.map(([id]) => [id, narrative.actors.get(id)?.label ?? id]));
}
