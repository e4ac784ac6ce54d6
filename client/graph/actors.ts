/**
 * Who draws the actors: Cytoscape. While the window of a large dossier moves, the sketch does; when it rests, our own
 * canvas, until nothing has moved for a while and Cytoscape has them, too.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Core } from "cytoscape";
import type { NodeElement } from "../../graph-data/display/elements.ts";
import { afterFrames } from "../state/frames.ts";
import type { Model } from "../state/model.ts";
import type { Drawing } from "./drawing.ts";

/** Milliseconds that the window rests before Cytoscape takes the actors over: a hand that moves on would wait for it. */
const REST = 250;

export interface FollowedActors {
  /** To be drawn by us; `null`: Cytoscape has them. */
  readonly standIns: ReadonlySignal<readonly NodeElement[] | null>;
  stop(): void;
}

/** `around` is what holds Cytoscape's container: at a class of that one itself, Cytoscape would draw all again. */
export function followActors(cy: Core, model: Model, drawing: Drawing, around: HTMLElement): FollowedActors {
  const { passing } = model.transient;
  const standIns = signal<readonly NodeElement[] | null>(null);
  const passes = computed(() => passing.value !== null);
  const end = () => {
    standIns.value = null;
  };
  const takeOver = () => {
    drawing.show(model.elements.peek().nodes);
    cy.one("render", end);
  };
  const stops = [
    effect(() => {
      const { nodes } = model.elements.value;
      if (passes.peek() || standIns.peek()) standIns.value = nodes;
      else drawing.show(nodes);
    }),
    effect(() => {
      around.classList.toggle("passing", passes.value || standIns.value !== null);
      if (passes.value || standIns.value === null) return;
      const giveUp = afterFrames(1, takeOver, REST);
      return () => {
        giveUp();
        cy.off("render", end);
      };
    }),
  ];
  return {
    standIns,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
