import { expect, test } from "@jest/globals";
import { createCitations, runsOf, writeNumbers } from "../../../graph-data/briefing/citations.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";

const { statements } = firstDossierGraph();
const [a, b, c] = [statements[0]!, statements[1]!, statements[2]!];

test("a statement keeps the number that it got when it was first cited", () => {
  const { cite, list } = createCitations();
  expect(cite([b])).toEqual([1]);
  expect(cite([a, b, a])).toEqual([1, 2]);
  expect(cite([c, a])).toEqual([2, 3]);
  expect(list()).toEqual([b, a, c]);
});

test("no more are cited than asked for, and what is left out gets no number", () => {
  const { cite, list } = createCitations();
  expect(cite([a, b, c], 2)).toEqual([1, 2]);
  expect(list()).toEqual([a, b]);
});

test("runs of three or more are drawn together", () => {
  expect(writeNumbers([1, 4, 5, 6, 9])).toBe("1, 4–6, 9");
  expect(writeNumbers([1, 2])).toBe("1, 2");
  expect(writeNumbers([])).toBe("");
  expect(runsOf([7])).toEqual([[7, 7]]);
});
