/** Files of other programs, and hostile ones: each is read, or refused with a place. */
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "@jest/globals";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { noteLines, readNetwork } from "../support/networks.ts";
import { hasSamples, SAMPLES, testWithSamples } from "../support/xml-programs.ts";

const FOLDERS = [
  "graphs_gexfjs",
  "graphs_graphology",
  "graphs_networkx",
  "gexf_schema/primer",
  "xml_hostile",
];

interface Outcome {
  readonly file: string;
  readonly nodes: number;
  readonly edges: number;
  readonly words: string;
  readonly milliseconds: number;
}

function listFiles(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, SAMPLES), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:gexf|graphml|xml|xsl|xsd)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}

function readSample(file: string): Outcome {
  const text = readFileSync(new URL(file, SAMPLES), "utf8");
  const start = performance.now();
  const done = () => performance.now() - start;
  try {
    const { nodes, edges, notes } = readNetwork(file.endsWith(".graphml") ? "graphml" : "gexf", text);
    return {
      file,
      nodes: nodes.length,
      edges: edges.length,
      words: noteLines(notes).join("; "),
      milliseconds: done(),
    };
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    expect(error.problems[0]?.path).toMatch(/^line \d+, column \d+$/);
    return { file, nodes: -1, edges: -1, words: error.message, milliseconds: done() };
  }
}

const OUTCOMES = hasSamples ? FOLDERS.flatMap(listFiles).map(readSample) : [];
const find = (part: string) => OUTCOMES.find(({ file }) => file.includes(part));

testWithSamples("every sample is read, or refused with its place, in time", () => {
  const refused = OUTCOMES.filter(({ nodes }) => nodes < 0);
  const lines = OUTCOMES.map(
    ({ file, nodes, edges, words }) =>
      `  ${file.padEnd(88)} ${nodes < 0 ? "refused" : `${nodes} nodes, ${edges} edges`}  ${words}`,
  );
  process.stdout.write(
    `XML networks: ${OUTCOMES.length - refused.length} read, ${refused.length} refused\n${lines.join("\n")}\n`,
  );
  // One sample of NetworkX is cut off before its end; three more have nothing after their root's first line.
  expect(refused.filter(({ file }) => !file.startsWith("xml_hostile")).map(({ file }) => file)).toEqual([
    "graphs_networkx/test_gexf_0307_test_unknown_attribute_class_raises.gexf",
    "graphs_networkx/test_gexf_0386_test_write_with_node_attributes.gexf",
    "graphs_networkx/test_gexf_0414_test_edge_id_construct.gexf",
    "graphs_networkx/test_gexf_0444_test_numpy_type.gexf",
  ]);
  expect(refused.filter(({ file }) => file.startsWith("xml_hostile")).length).toBe(
    OUTCOMES.filter(({ file }) => file.startsWith("xml_hostile")).length,
  );
  expect(Math.max(...OUTCOMES.map(({ milliseconds }) => milliseconds))).toBeLessThan(5_000);
});

testWithSamples("as many nodes and edges as are known to be in them", () => {
  const counts = (part: string) => [find(part)?.nodes, find(part)?.edges];
  // Les Misérables (Knuth 1993): 77 characters, 254 links; arctic and C. elegans as Gephi's own collection counts them.
  expect(counts("gexf/test/resources/les_miserables.gexf")).toEqual([77, 254]);
  expect(counts("graphml/test/resources/miserables.graphml")).toEqual([77, 254]);
  expect(counts("arctic.gexf")).toEqual([1715, 6676]);
  expect(counts("gexf/test/resources/celegans.gexf")).toEqual([306, 2345]);
  expect(counts("read_attributes_with_groups")).toEqual([9, 4]);
});
