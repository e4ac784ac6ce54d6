import { expect, test } from "@jest/globals";
import { paintActors } from "../../../client/graph/stand-ins.ts";
import type { NodeElement } from "../../../graph-data/display/elements.ts";
import { ACCENT, EVENT_FILL, INK, NODE_FILL } from "../../../graph-data/display/styles.ts";
import { recordCanvas } from "../../support/canvas.ts";

const node = (id: string, kind: NodeElement["kind"], x: number): NodeElement => ({
  id,
  label: id,
  kind,
  x,
  y: 0,
  size: 40,
  statements: 1,
});
const NODES = [node("person", "person", 0), node("state", "state", 100), node("event", "event", 200)];
const sight = (zoom: number) => ({ zoom, x: 50, y: 50, width: 400, height: 300, ratio: 2 });

function paint(nodes: readonly NodeElement[], zoom: number, chosen: readonly string[] = []) {
  const { context, calls } = recordCanvas();
  paintActors(context, nodes, sight(zoom), { theme: "light", chosen: new Set(chosen) });
  return calls;
}

test("actors have their shape, their ground and their border; one that is chosen has the accent", () => {
  const calls = paint(NODES, 1, ["state"]);
  expect(calls.filter(({ call }) => call === "arc").map(({ args }) => args.slice(0, 3))).toEqual([
    [0, 0, 20],
  ]);
  expect(calls.filter(({ call }) => call === "fill").map(({ set }) => set.fillStyle)).toEqual([
    NODE_FILL.light,
    NODE_FILL.light,
    EVENT_FILL.light,
  ]);
  expect(calls.filter(({ call }) => call === "stroke").map(({ set }) => set.strokeStyle)).toEqual([
    INK.light,
    ACCENT.light,
    INK.light,
  ]);
});

test("labels are painted where Cytoscape would, and what is out of sight is not", () => {
  const labels = (zoom: number, nodes = NODES) =>
    paint(nodes, zoom).flatMap(({ call, args }) => (call === "fillText" ? [args[0]] : []));
  expect(labels(0.41)).toEqual([]);
  expect(labels(0.42)).toEqual(["person", "state", "event"]);
  expect(labels(1, [node("far", "state", 9_000)])).toEqual([]);
});
