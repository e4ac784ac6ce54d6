/**
 * While the window of time of a large dossier moves: its ties weighed by subtraction and sketched, without a slice. When
 * the window rests, the elements come back with all their detail.
 */
import { computed, effect } from "@preact/signals";
import { countByActor } from "../../graph-data/display/elements.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { buildTimeline, weighWindow } from "../../graph-data/time/timeline.ts";
import { type TimeWindow, windowOf } from "../../graph-data/time/window.ts";
import type { Model, Passing } from "../state/model.ts";
import type { LineLayer } from "./line-layer.ts";
import { setStage, sketchTies } from "./sketch.ts";

/** The actors with most statements that keep their names while the window moves. */
const NAMED = 14;

/** Returns the way to stop. */
export function followPassing(model: Model, layer: LineLayer): () => void {
  let lastAxis: Axis | null = null;
  // The axis stays when the window rests: its counts serve the next drag, too.
  const axis = computed(() => {
    lastAxis = model.transient.passing.value?.axis ?? lastAxis;
    return lastAxis;
  });
  const timeline = computed(
    () => axis.value && buildTimeline(model.narrative, model.allTimes.value.statements, axis.value),
  );
  const stage = computed(
    () =>
      timeline.value &&
      setStage(timeline.value.ties, [...model.styles.keys()], model.positions.value, nameLargest(model)),
  );
  let sketching = false;
  return effect(() => {
    const passing = model.transient.passing.value;
    if (!passing || !timeline.value || !stage.value) {
      if (sketching) layer.sketch(null);
      sketching = false;
      return;
    }
    const { a, b } = windowsOf(passing, model);
    const weigh = (window: TimeWindow) => weighWindow(timeline.value!, window);
    layer.sketch(sketchTies(stage.value, weigh(b), a && weigh(a)));
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

function nameLargest({ narrative, allTimes }: Model): ReadonlyMap<string, string> {
  const largest = [...countByActor(allTimes.value.statements)].sort(([, x], [, y]) => y - x).slice(0, NAMED);
  return new Map(largest.map(([id]) => [id, narrative.actors.get(id)?.label ?? id]));
}
