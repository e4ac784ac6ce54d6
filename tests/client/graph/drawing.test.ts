import { expect, test } from "@jest/globals";
import cytoscape from "cytoscape";
import { createDrawing } from "../../../client/graph/drawing.ts";
import type { NodeElement } from "../../../graph-data/display/elements.ts";

const node = (id: string): NodeElement => ({
  id,
  label: id,
  kind: "state",
  x: 0,
  y: 0,
  size: 20,
  statements: 1,
});

test("an actor that is marked before it is shown has its mark when it comes, and loses it with the next", () => {
  const cy = cytoscape({ headless: true });
  const drawing = createDrawing(cy);
  const marked = () => cy.nodes(".chosen").map((element) => element.id());
  drawing.show([node("a")]);
  drawing.mark("chosen", ["a", "b"]);
  expect(marked()).toEqual(["a"]);
  drawing.show([node("a"), node("b")]);
  expect(marked()).toEqual(["a", "b"]);
  drawing.mark("chosen", []);
  expect(marked()).toEqual([]);
  cy.destroy();
});
