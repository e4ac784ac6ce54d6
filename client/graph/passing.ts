/**
 * While the window of time of a large dossier moves: its ties weighed by subtraction and sketched, without a slice. The
 * actors of Cytoscape are hidden meanwhile; when the window rests, the elements come back with all their detail.
 */
import { computed, effect } from "@preact/signals";
import { countByActor } from "../../graph-data/display/elements.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { buildTimeline, weighWindow } from "../../graph-data/time/timeline.ts";
import type { Model } from "../state/model.ts";
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
    const weights = weighWindow(timeline.value, passing.window);
    const ties = timeline.value.ties.filter((_, t) => weights[t]! > 0);
    layer.sketch(sketchTies(ties, model, named.value));
    actors.classList.add("passing");
    sketching = true;
  });
}

function sketchTies(ties: Sketch["ties"], { positions }: Model, named: ReadonlyMap<string, string>): Sketch {
  const places = positions.peek();
  const at = (id: string) => {
    const place = places.get(id);
    return place && { x: place[0], y: place[1] };
  };
  const ids = new Set(ties.flatMap(({ source, target }) => [source, target]));
  const dots = [...ids].flatMap((id) => {
    const place = at(id);
    const name = named.get(id);
    return place ? [name === undefined ? place : { ...place, name }] : [];
  });
  return { ties, dots, at };
}

function nameLargest({ narrative, allTimes }: Model): ReadonlyMap<string, string> {
  const largest = [...countByActor(allTimes.value.statements)].sort(([, x], [, y]) => y - x).slice(0, NAMED);
  return new Map(largest.map(([id]) => [id, narrative.actors.get(id)?.label ?? id]));
}
