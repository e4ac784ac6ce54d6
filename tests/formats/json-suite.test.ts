/** Files of JSON that no reader was made for, and those of other programs: read, or refused at a place; never a crash. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import type { Json } from "../support/json.ts";
import { readAs, SHARED, sharedFiles } from "../support/reading.ts";

const IDS = ["graphology", "cytoscape", "cx2", "node-link"];

/** A place in the text, a byte, or the path of a part. */
const PLACE = /^(?:line \d+(?:, column \d+)?|byte \d+|(?:[\w.]+|\[\d+\])(?:\[\d+\]|\.[\w@]+)*)$/;
/** Milliseconds of the processor: other programs may be busy, too. */
const SLOWEST = 2_000;

function spent(since: NodeJS.CpuUsage): number {
  return process.cpuUsage(since).user / 1_000;
}

function readOrRefuse(id: string, file: string): string | null {
  const start = process.cpuUsage();
  try {
    readAs(id, readFileSync(new URL(encodeURI(file).replaceAll("#", "%23"), SHARED)), { name: "file.json" });
    return null;
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    for (const { path } of error.problems) expect([file, path]).toEqual([file, expect.stringMatching(PLACE)]);
    expect(error.problems.length).toBeGreaterThan(0);
    return error.message;
  } finally {
    expect(spent(start)).toBeLessThan(SLOWEST);
  }
}

const suite = sharedFiles("json_suite", /\.json$/).map((file) => `json_suite/${file}`);
const described = suite.length > 0 ? describe : describe.skip;

described(`JSONTestSuite${suite.length > 0 ? "" : " (skipped: ../shared/data/json_suite is absent)"}`, () => {
  test.each(IDS)("%s reads or refuses each file", (id) => {
    const outcomes = suite.map((file) => ({ file, reason: readOrRefuse(id, file) }));
    const refused = outcomes.filter(({ reason }) => reason !== null);
    const reasons = new Map<string, number>();
    for (const { reason } of refused) {
      const kind = reason!.replace(/^(?:line|byte) \d+(?:, column \d+)?/, "at its place");
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
    }
    const table = [...reasons]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `  ${count} × ${reason}\n`);
    const read = outcomes.length - refused.length;
    process.stdout.write(`${id}: ${read} of ${outcomes.length} read\n${table.join("")}`);
    // An empty list is a list of no elements; nothing else there is a graph.
    const names = outcomes.filter(({ reason }) => reason === null).map(({ file }) => file.split("/").at(-1));
    expect(names).toEqual(
      id === "cytoscape" ? ["y_array_empty.json", "y_structure_whitespace_array.json"] : [],
    );
  });
});

/** Graphs of other programs, with the reader that they are for. */
const GRAPHS: readonly [file: string, reader: string][] = [
  ["graphs_graphology/communities-louvain/test/datasets/clique3.json", "node-link"],
  ["graphs_graphology/communities-louvain/test/datasets/directed500.json", "node-link"],
  ["graphs_graphology/communities-louvain/test/datasets/undirected500.json", "node-link"],
  ["graphs_graphology/communities-louvain/test/datasets/eurosis.json", "graphology"],
  ["graphs_cx/test_resources/small_graph/small_graph_elements.json", "cytoscape"],
];
const present = sharedFiles("graphs_graphology", /\.json$/).length > 0;
const graphs = present ? describe : describe.skip;

graphs(`graphs of other programs${present ? "" : " (skipped: ../shared/data is absent)"}`, () => {
  test.each(GRAPHS)("%s is recognised and read whole", (file, id) => {
    const bytes = readFileSync(new URL(file, SHARED));
    const scores = READERS.map((reader) => ({
      id: reader.id,
      score: reader.recognise(file, bytes.subarray(0, 65_536)),
    }));
    expect(scores.sort((a, b) => b.score - a.score)[0]!.id).toBe(id);
    const value: Json = JSON.parse(bytes.toString());
    const start = process.cpuUsage();
    const { dossier, report } = readAs(id, bytes, { name: file.split("/").at(-1)! });
    expect(spent(start)).toBeLessThan(SLOWEST);
    expect([dossier.actors.length, dossier.statements.length]).toEqual([
      value.nodes.length,
      value.edges.length,
    ]);
    const notes = report.notes.map(({ kind, what, count }) => `  ${kind}: ${what} (${count})\n`);
    process.stdout.write(`${file.split("/").at(-1)}: read as ${id}\n${notes.join("")}`);
  });
});
