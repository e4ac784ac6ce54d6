/** Slices as tests of formats want them, and a format's text by its id. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";
import type fc from "fast-check";
import type { WriteOptions } from "../../graph-data/formats/format.ts";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { buildGraph, type NarrativeGraph } from "../../graph-data/graph/build.ts";
import { parseLens } from "../../graph-data/lens/query.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { harbourGraph } from "./fixtures.ts";
import { anyDossier } from "./generators.ts";

export function sliceOf(query: string, narrative: NarrativeGraph = harbourGraph()): Slice {
  const { lens, problems } = parseLens(query, narrative);
  expect(problems).toEqual([]);
  return sliceGraph(narrative, lens);
}

export const wholeSlices: fc.Arbitrary<Slice> = anyDossier.map((dossier) =>
  sliceGraph(buildGraph(dossier), {}),
);

export function writeAs(id: string, slice: Slice, options?: WriteOptions): string {
  const format = FORMATS.find((candidate) => candidate.id === id);
  const content = format?.write(slice, options).content;
  if (typeof content !== "string") throw new Error(`${id} gives no text`);
  return content;
}

/**
 * Compares with a file that a person has read: tests/fixtures/golden/. `UPDATE_GOLDEN=1` writes it anew, to be read
 * again.
 */
export function expectGolden(name: string, text: string): void {
  const url = new URL(`../fixtures/golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(url, text);
  expect(existsSync(url)).toBe(true);
  expect(text).toBe(readFileSync(url, "utf8"));
}
