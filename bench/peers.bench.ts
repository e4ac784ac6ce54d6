/**
 * A window of time that moves: this client beside sigma 3 and plain Cytoscape, in one Chromium, with the same graph, in
 * boxes of the same size, under the same real pointer.
 *
 * A drag is 100 stops long: a window of ten stops slides over them, then a new one grows from the first stop to the last.
 * Each move of the pointer goes one stop on, as soon as the frame of the move before is over. The browser's trace tells
 * what a step cost, in the same way for all three (`bench/peers/trace.ts`): script is all script of the page's main thread
 * from the pointer's event until the next one's; the frame is the time from that event until the browser has presented
 * the frame that answers it. The explorer's step holds its panels, too: filters, legend, time strip. The peers have a
 * strip that shows its window and nothing else.
 *
 * Where the explorer sketches meanwhile, the time until its detail is back is measured, too, after both drags, with the
 * button held and released (`bench/peers/rest.ts`).
 *
 * Three rounds, in each of them each contender in a new page, in turn; figures are medians of the rounds. A round before
 * them warms up, counts the ties that each contender shows at every step, and fails where one shows others than the
 * dossier has. There is no GPU: canvas and WebGL (sigma) are both drawn by the processor.
 */
import type { Browser } from "playwright-core";
import type { Dossier } from "../graph-data/dossier/records.ts";
import { generateDossier } from "./generate.ts";
import { type Contender, openStage, ourContender, PEACE, peerContender } from "./peers/contenders.ts";
import { describeGraph } from "./peers/data.ts";
import { DRAGS, performDrag, STOPS } from "./peers/drag.ts";
import { type PeerGraph, showWindow } from "./peers/graph.ts";
import { measureReturns, type Return } from "./peers/rest.ts";
import { servePeers } from "./peers/serve.ts";
import { CATEGORIES, readSteps, type Step } from "./peers/trace.ts";
import { launchBrowser, median, quantile, report, serve, storeDossier } from "./support.ts";

const SIZES = [
  { actors: 100, ties: 400 },
  { actors: 1_000, ties: 5_000 },
  { actors: 3_000, ties: 15_000 },
] as const;
const ROUNDS = 3;
/** Set for one size. */
const TARGETS = { ties: 5_000, script: 4, besideSigma: 0.8, besideCytoscape: 0.35, rest: 150 } as const;
/** Share of the steps that must have a frame of their own. */
const LEAST_FRAMES = 0.9;
/** From here on the explorer sketches while the window moves, and has detail to bring back. */
const SKETCHED = 5_000;

type Size = (typeof SIZES)[number];

export async function run(): Promise<void> {
  const peers = await servePeers();
  const browser = await launchBrowser();
  try {
    for (const size of chooseSizes()) await compareAt(size, browser, peers.address);
  } finally {
    await browser.close();
    await peers.stop();
  }
}

/** All of them take half an hour: `PEERS=1000 npm run bench -- peers` compares at the size of so many actors alone. */
function chooseSizes(): readonly Size[] {
  const { PEERS } = process.env;
  const chosen = SIZES.filter(({ actors }) => PEERS === undefined || PEERS === String(actors));
  if (chosen.length === 0)
    throw new Error(`PEERS=${PEERS}: there are ${SIZES.map(({ actors }) => actors).join(", ")}`);
  return chosen;
}

async function compareAt(size: Size, browser: Browser, peers: string): Promise<void> {
  const generated = generateDossier({ ...size, phases: STOPS });
  const stored = storeDossier(generated);
  const server = await serve(stored.path);
  try {
    // Laid out by the server: all three draw the actors in the same places.
    const answer = await fetch(`${server.address}/api/dossiers/${generated.id}`);
    const graph = describeGraph((await answer.json()) as Dossier);
    const ours = ourContender(`${server.address}/d/${generated.id}`);
    const box = await measureNetwork(browser, ours);
    const contenders = [
      ours,
      peerContender("sigma 3", `${peers}/?sigma`, graph, box),
      peerContender("plain Cytoscape", `${peers}/?cytoscape`, graph, box),
    ];
    for (const contender of contenders) await checkTies(browser, contender, graph);
    reportSteps(size, contenders, await measureInTurn(browser, contenders));
    if (size.ties >= SKETCHED) await reportReturns(size, browser, ours, graph);
  } finally {
    await server.stop();
    stored.remove();
  }
}

/** The box that the explorer's panels leave to the network. */
async function measureNetwork(browser: Browser, ours: Contender) {
  const { page } = await openStage(browser, ours);
  const { width, height } = (await page.locator(".graph").boundingBox())!;
  await page.close();
  return { width: Math.round(width), height: Math.round(height) };
}

/** Throws unless every step shows the ties that the dossier has in its window. */
async function checkTies(browser: Browser, contender: Contender, graph: PeerGraph): Promise<void> {
  const { page, hand } = await openStage(browser, contender, { counting: true });
  for (const drag of DRAGS) {
    await performDrag(hand, drag, async (window) => {
      const [count, wanted] = [await contender.countTies(page), showWindow(graph, window).ties.size];
      if (count !== wanted)
        throw new Error(
          `${contender.name} shows ${count} ties in stops ${window.first} to ${window.last}, not ${wanted}`,
        );
    });
    await page.waitForTimeout(PEACE);
  }
  await page.close();
}

/** For each contender, its rounds. */
async function measureInTurn(browser: Browser, contenders: readonly Contender[]): Promise<Step[][][]> {
  const rounds = contenders.map((): Step[][] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, contender] of contenders.entries())
      rounds[at]!.push(await measureSteps(browser, contender));
  return rounds;
}

async function measureSteps(browser: Browser, contender: Contender): Promise<Step[]> {
  const { page, hand } = await openStage(browser, contender);
  const steps: Step[] = [];
  for (const drag of DRAGS) {
    await browser.startTracing(page, { categories: CATEGORIES });
    await performDrag(hand, drag);
    await page.waitForTimeout(PEACE);
    const measured = readSteps(await browser.stopTracing());
    if (measured.length < drag.steps.length * LEAST_FRAMES)
      throw new Error(`${contender.name}: ${drag.steps.length} steps and ${measured.length} frames`);
    steps.push(...measured);
  }
  await page.close();
  return steps;
}

function reportSteps(size: Size, contenders: readonly Contender[], rounds: readonly Step[][][]): void {
  const targets = size.ties === TARGETS.ties ? TARGETS : undefined;
  const figure = (at: number, what: keyof Step, share: number) =>
    median(
      rounds[at]!.map((steps) =>
        quantile(
          steps.map((step) => step[what]),
          share,
        ),
      ),
    );
  const label = sizeLabel(size);
  for (const [at, { name }] of contenders.entries()) {
    const atMost = at === 0 ? targets?.script : undefined;
    report(`${label}: ${name}: script of a step, median`, figure(at, "script", 0.5), "ms");
    report(`${label}: ${name}: script of a step, 95th percentile`, figure(at, "script", 0.95), "ms", {
      atMost,
    });
    report(`${label}: ${name}: until its frame is shown, median`, figure(at, "frame", 0.5), "ms");
    report(`${label}: ${name}: until its frame is shown, 95th percentile`, figure(at, "frame", 0.95), "ms");
  }
  for (const [at, atMost] of [
    [1, targets?.besideSigma],
    [2, targets?.besideCytoscape],
  ] as const) {
    const ratio = figure(0, "frame", 0.5) / figure(at, "frame", 0.5);
    report(`${label}: our frame beside that of ${contenders[at]!.name}`, ratio, "×", { atMost });
  }
}

async function reportReturns(size: Size, browser: Browser, ours: Contender, graph: PeerGraph): Promise<void> {
  const atMost = size.ties === TARGETS.ties ? TARGETS.rest : undefined;
  const rounds: Return[][] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await measureReturns(browser, ours, graph, DRAGS));
  for (const [at, what] of ["ten stops", "all stops"].entries())
    for (const how of ["held", "released"] as const)
      report(
        `${sizeLabel(size)}: detail of ${what} back, pointer ${how}`,
        median(rounds.map((returns) => returns[at]![how])),
        "ms",
        { atMost },
      );
}

function sizeLabel({ actors, ties }: Size): string {
  return `${actors.toLocaleString("en")}/${ties.toLocaleString("en")}`;
}
