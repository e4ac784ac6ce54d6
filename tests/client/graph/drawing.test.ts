import { expect, test } from "@jest/globals";
import cytoscape from "cytoscape";
import { createDrawing } from "../../../client/graph/drawing.ts";
import { nodeElement } from "../../support/elements.ts";

test("an actor that is marked before it is shown has its mark when it comes, and loses it with the next", () => {
  const cy = cytoscape({ headless: true });
  const drawing = createDrawing(cy);
  const marked = () => cy.nodes(".chosen").map((element) => element.id());
  drawing.show([nodeElement("a")]);
  drawing.mark("chosen", ["a", "b"]);
  expect(marked()).toEqual(["a"]);
  drawing.show([nodeElement("a"), nodeElement("b")]);
  expect(marked()).toEqual(["a", "b"]);
  drawing.mark("chosen", []);
  expect(marked()).toEqual([]);
  cy.destroy();
});
