/** Formats: how long a file of ten megabytes takes to be read as a network. */

import { gexf } from "../graph-data/formats/gexf.ts";
import { createGexfParser } from "../graph-data/formats/gexf-parser.ts";
import { graphml } from "../graph-data/formats/graphml.ts";
import { createGraphmlParser } from "../graph-data/formats/graphml-parser.ts";
import { Notes } from "../graph-data/formats/notes.ts";
import { buildGraph } from "../graph-data/graph/build.ts";
import { sliceGraph } from "../graph-data/lens/slice.ts";
import { generateDossier } from "./generate.ts";
import { median, report } from "./support.ts";

const PORTION = 64 * 1024;
const RUNS = 5;
const TARGET = { atMost: 2_000 };

export function run(): void {
  measureNetworks();
}

/** Files that we write, and a plain one as other programs write them. */
function measureNetworks(): void {
  const slice = sliceGraph(buildGraph(generateDossier({ actors: 1_000, statements: 8_000 })), {});
  const samples = [
    ["GEXF of ours", createGexfParser, String(gexf.write(slice).content)],
    ["GEXF, plain", createGexfParser, plainGexf()],
    ["GraphML of ours", createGraphmlParser, String(graphml.write(slice).content)],
  ] as const;
  for (const [label, create, text] of samples) {
    const sample = text.length;
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      const parser = create(new Notes());
      for (let at = 0; at < sample; at += PORTION) parser.push(text.slice(at, at + PORTION));
      parser.end();
      return performance.now() - start;
    });
    const megabytes = sample / 1e6;
    report(
      `${label}: read, for 10 MB (of ${megabytes.toFixed(1)} MB)`,
      (median(times) / megabytes) * 10,
      "ms",
      TARGET,
    );
  }
}

/** Nothing but edges: the most elements to the byte. */
function plainGexf(): string {
  const nodes = Array.from({ length: 20_000 }, (_, at) => `<node id="n${at}" label="Node ${at}"/>\n`).join(
    "",
  );
  const edges = Array.from(
    { length: 160_000 },
    (_, at) => `<edge id="${at}" source="n${at % 20_000}" target="n${(at * 7) % 20_000}" weight="2.0"/>\n`,
  ).join("");
  return `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><nodes>${nodes}</nodes><edges>${edges}</edges></graph></gexf>`;
}
