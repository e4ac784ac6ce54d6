import { expect, jest, test } from "@jest/globals";
import { signal } from "@preact/signals";
import cytoscape from "cytoscape";
import { followActors } from "../../../client/graph/actors.ts";
import type { Model, Passing } from "../../../client/state/model.ts";
import type { Elements } from "../../../graph-data/display/elements.ts";
import { nodeElement } from "../../support/elements.ts";
import { useFakeFrames } from "../../support/frames.ts";

const show = (...ids: string[]): Elements => ({ nodes: ids.map(nodeElement), lines: [] });
const PASSING = {} as Passing;

const frames = useFakeFrames();

function follow() {
  const cy = cytoscape({ headless: true });
  const passing = signal<Passing | null>(null);
  const elements = signal(show("a"));
  const drawn: string[] = [];
  const classes = new Set<string>();
  const around = {
    classList: { toggle: (name: string, on: boolean) => (on ? classes.add(name) : classes.delete(name)) },
  };
  const { standIns } = followActors(
    cy,
    { transient: { passing }, elements } as unknown as Model,
    { show: (nodes) => drawn.push(nodes.map(({ id }) => id).join("")), mark: () => {} },
    around as unknown as HTMLElement,
  );
  return {
    cy,
    passing,
    elements,
    drawn,
    hidden: () => classes.has("passing"),
    standing: () => standIns.value?.map(({ id }) => id).join("") ?? null,
  };
}

function wait(): void {
  for (let frame = 0; frame < 2; frame += 1) frames.show();
  jest.advanceTimersByTime(1_000);
}

test("Cytoscape draws at once what no window on its way has left behind", () => {
  const { drawn, elements, standing, hidden } = follow();
  elements.value = show("a", "b");
  expect([drawn, standing(), hidden()]).toEqual([["a", "ab"], null, false]);
});

test("when a window rests, others stand in until Cytoscape has drawn the actors, too", () => {
  const { cy, drawn, passing, elements, standing, hidden } = follow();
  passing.value = PASSING;
  expect([standing(), hidden()]).toEqual([null, true]);
  elements.value = show("b");
  passing.value = null;
  expect([drawn, standing(), hidden()]).toEqual([["a"], "b", true]);
  wait();
  expect([drawn, standing(), hidden()]).toEqual([["a", "b"], "b", true]);
  cy.emit("render");
  expect([standing(), hidden()]).toEqual([null, false]);
});

test("a window that moves on before puts it off, and only the last one is drawn", () => {
  const { cy, drawn, passing, elements, standing, hidden } = follow();
  for (const id of ["b", "c"]) {
    passing.value = PASSING;
    elements.value = show(id);
    passing.value = null;
  }
  wait();
  passing.value = PASSING;
  cy.emit("render");
  expect([standing(), hidden()]).toEqual(["c", true]);
  elements.value = show("d");
  passing.value = null;
  wait();
  cy.emit("render");
  expect([drawn, standing(), hidden()]).toEqual([["a", "c", "d"], null, false]);
});

test("a window that rests where it was has left nothing to be drawn", () => {
  const { drawn, passing, standing, hidden } = follow();
  passing.value = PASSING;
  passing.value = null;
  expect([drawn, standing(), hidden()]).toEqual([["a"], null, false]);
});
