/** A window of time in the core: what it costs once the graph is built, and what building costs. */
import { buildGraph } from "../graph-data/graph/build.ts";
import { listAxes } from "../graph-data/time/axis.ts";
import { buildTimeline, weighWindow } from "../graph-data/time/timeline.ts";
import { generateDossier } from "./generate.ts";
import { median, quantile, report } from "./support.ts";

const SIZE = { actors: 2_000, statements: 1_000_000, phases: 100 };
const WINDOWS = 200;

export async function run(): Promise<void> {
  const dossier = generateDossier(SIZE);
  const before = process.memoryUsage();
  const start = performance.now();
  const narrative = buildGraph(dossier);
  const built = performance.now();
  const axis = listAxes(narrative)[0]!;
  const timeline = buildTimeline(narrative, narrative.statements, axis);
  const counted = performance.now();
  const after = process.memoryUsage();
  const stops = axis.stops.length;
  const times = Array.from({ length: WINDOWS }, (_, at) => {
    const [a, b] = [(at * 37) % stops, (at * 61) % stops];
    const begin = performance.now();
    weighWindow(timeline, { first: Math.min(a, b), last: Math.max(a, b) });
    return performance.now() - begin;
  });
  const mega = (bytes: number) => bytes / 1_048_576;
  const name = `${SIZE.statements.toLocaleString("en")} statements, ${SIZE.actors.toLocaleString("en")} actors`;
  report(`${name}: ties`, timeline.ties.length, "");
  report(`${name}: the graph, built`, built - start, "ms");
  report(`${name}: graph and cumulative counts, built`, counted - start, "ms", { atMost: 4_000 });
  report("memory that this took", mega(after.rss - before.rss), "MB", { atMost: 1_000 });
  report("a window, median", median(times), "ms", { atMost: 5 });
  report("a window, 95th percentile", quantile(times, 0.95), "ms");
}
