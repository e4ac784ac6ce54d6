/** What Cytoscape.js makes of the file, and what is made of files of Cytoscape. */
import { describe, expect, test } from "@jest/globals";
import createCytoscape from "cytoscape";
import { familyStyles } from "../../graph-data/display/styles.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { idsOf } from "../support/fixtures.ts";
import type { Json } from "../support/json.ts";
import { notesOf, readAs, refusalOf } from "../support/reading.ts";
import { sliceOf, writeAs } from "../support/slices.ts";

describe("Cytoscape.js", () => {
  // It warns of every property of a style that it does not know, and a warning fails the test.
  test.each(["light", "dark"] as const)("draws the file as it is, %s: elements, places, colours", (theme) => {
    const slice = sliceOf("");
    const cy = createCytoscape({ headless: true, styleEnabled: true });
    cy.json(JSON.parse(writeAs("cytoscape", slice, { theme })));
    expect(cy.nodes().map((node) => node.id())).toEqual(idsOf(slice.actors));
    expect(cy.edges().map((edge) => edge.data("statement"))).toEqual(idsOf(slice.statements));
    const styles = familyStyles(slice.narrative.codebook);
    const hex = (colour: string) =>
      `#${colour
        .match(/\d+/g)!
        .map((part) => Number(part).toString(16).padStart(2, "0"))
        .join("")}`;
    for (const [at, edge] of cy.edges().toArray().entries()) {
      const style = styles.get(slice.statements[at]!.family)!;
      expect(hex(edge.style("line-color"))).toBe(style.colour[theme]);
      expect(edge.style("target-arrow-shape")).toBe(style.arrow);
    }
    expect(cy.getElementById("league").style("shape")).toBe("polygon");
    expect(cy.getElementById("mayor").style("shape")).toBe("ellipse");
    cy.destroy();
  });

  test("gives back by cy.json() what reads as the same dossier", () => {
    const cy = createCytoscape({ headless: true });
    const text = writeAs("cytoscape", sliceGraph(firstDossierGraph(), {}));
    cy.json(JSON.parse(text));
    const again = readAs("cytoscape", JSON.stringify(cy.json()));
    expect(again.dossier).toEqual(readAs("cytoscape", text).dossier);
    cy.destroy();
  });
});

const NODES = [
  { data: { id: 1, name: "One", shared_name: "Eins", SUID: 1 }, position: { x: 3, y: "4" } },
  { data: { id: "2", parent: "1" } },
];
const EDGES = [{ data: { id: "e", source: 1, target: "2", interaction: "supports", selected: false } }];

test.each([
  ["grouped", { elements: { nodes: NODES, edges: EDGES } }],
  ["as a list", [...NODES, ...EDGES]],
  ["as a list within", { elements: [...EDGES, ...NODES] }],
  ["bare", { nodes: NODES, edges: EDGES }],
])("elements are read %s", (_, value) => {
  const collected = readAs("cytoscape", JSON.stringify(value), { name: "net.cyjs" });
  const { actors, statements, positions } = collected.dossier;
  expect(actors).toEqual([
    { id: "1", label: "One", kind: "other", attributes: { shared_name: "Eins" } },
    { id: "2", label: "2", kind: "other", partOf: ["1"] },
  ]);
  expect(statements).toMatchObject([{ id: "e", source: "1", target: "2", type: "supports" }]);
  expect(positions).toEqual({ 1: [3, 4] });
  expect(notesOf(collected)).toEqual(["read: actors (2)", "read: statements (1)"]);
});

test.each([
  ["3", "line 1"],
  ["{}", "elements"],
  ['{"elements": 3}', "elements"],
  ['{"elements": {"nodes": {}}}', "elements.nodes"],
  ['{"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {}}]}}', "elements.nodes[1].data.id"],
  ['{"elements": [{"data": {"id": "a"}}, 3]}', "elements[1]"],
  ['[{"data": {"id": "a", "source": "b"}}]', "[0].data.target"],
])("%s is refused at %s", (text, path) => {
  const { problems } = refusalOf(() => readAs("cytoscape", text));
  expect(problems.map((problem: Json) => problem.path)).toEqual([path]);
});
