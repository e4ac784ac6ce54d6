/**
 * The server: how soon it answers, what its routes cost beside a bare Express route that sends the same bytes, and how
 * long others wait while it has much to do.
 */
import { Worker } from "node:worker_threads";
import autocannon from "autocannon";
import { generateDossier } from "./generate.ts";
import { median, report, serve, storeDossier, worstWhile } from "./support.ts";

const ROUNDS = 5;
const SECONDS = 3;
const LARGE = { actors: 1_500, statements: 50_000 } as const;
const PATH = "/api/dossiers/kremlin-moscow-suburb/graph?format=graphology&family=blame,denial";

export async function run(): Promise<void> {
  const starts: number[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const start = performance.now();
    const server = await serve();
    starts.push(performance.now() - start);
    await server.stop();
  }
  report("start until /healthz answers", median(starts), "ms", { atMost: 1_000 });
  await compareThroughput();
  await watchHealth();
}

/** The longest that `/healthz` takes while a large dossier is read, and while its windows are compared. */
async function watchHealth(): Promise<void> {
  const dossier = generateDossier(LARGE);
  const places = dossier.actors.map(({ id }, at): [string, [number, number]] => [id, [at * 90, 0]]);
  const stored = storeDossier({ ...dossier, positions: Object.fromEntries(places) });
  const server = await serve(stored.path);
  try {
    const reading = await worstWhile(server.address, fetch(`${server.address}/api/dossiers`));
    report("/healthz, at worst, while 50,000 statements are read", reading, "ms");
    const path = `/api/dossiers/${dossier.id}/shift?measure=families`;
    const shift = await worstWhile(server.address, fetch(server.address + path));
    report("/healthz, at worst, while their shift is worked out", shift, "ms", { atMost: 100 });
  } finally {
    await server.stop();
    stored.remove();
  }
}

/** The two are loaded in turn within one run; the bare route runs in a worker thread, the server in a process. */
async function compareThroughput(): Promise<void> {
  const ours = await serve();
  const answer = await fetch(ours.address + PATH, { headers: { "accept-encoding": "identity" } });
  const body = Buffer.from(await answer.arrayBuffer());
  const bare = await listenBare(body, answer.headers.get("content-type") ?? "application/json");
  try {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [a, b] = [await load(ours.address + PATH), await load(bare.address)];
      console.log(`round ${round + 1}: ${Math.round(a)} and ${Math.round(b)} requests a second`);
      ratios.push((a / b) * 100);
    }
    report(`GET …/graph (${body.length} bytes) beside a bare route`, median(ratios), "%", { atLeast: 70 });
  } finally {
    await bare.stop();
    await ours.stop();
  }
}

async function load(url: string): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({ url, connections: 10, duration: SECONDS });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} other answers`);
  return requests.average;
}

/** In a worker thread, so that it shares no event loop with the one that makes the requests. */
async function listenBare(
  body: Buffer,
  type: string,
): Promise<{ address: string; stop(): Promise<unknown> }> {
  const source = `
    const { parentPort, workerData } = require("node:worker_threads");
    const express = require("express");
    const app = express();
    const body = Buffer.from(workerData.body);
    app.get("/bytes", (_request, response) => response.type(workerData.type).send(body));
    const server = app.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
  `;
  const worker = new Worker(source, { eval: true, workerData: { body, type } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return { address: `http://127.0.0.1:${port}/bytes`, stop: () => worker.terminate() };
}
