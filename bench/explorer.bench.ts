/** The explorer in a browser: first load, time until it answers, and what a change of the lens costs. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import type { Lens } from "../graph-data/lens/lens.ts";
import { generateDossier } from "./generate.ts";
import { launchBrowser, median, quantile, report, serve, storeDossier } from "./support.ts";

const RUNS = 5;
const LARGE = { actors: 1_000, statements: 5_000 };

/** A walk through the filters, as a user makes it: one thing at a time, and back. */
const LENSES: readonly Lens[] = [
  { families: ["blame"] },
  { families: ["blame", "denial"] },
  {},
  { phases: ["p1"] },
  { phases: ["p2"] },
  { phases: ["p2", "p3"] },
  { phases: ["p2", "p3"], voices: ["author"] },
  { voices: ["author"] },
  { narratives: ["n1"] },
  { actors: ["a1"] },
  { credibility: 3 },
  { q: "actor 12" },
  {},
];

export async function run(): Promise<void> {
  measureScripts();
  const generated = storeDossier(generateDossier(LARGE));
  const server = await serve(generated.path);
  const browser = await launchBrowser();
  try {
    const large = `${server.address}/d/generated-${LARGE.actors}-${LARGE.statements}`;
    // Until it is laid out, the server's worker would take one of the cores from the browser.
    await fetch(large);
    await measurePlainPage(browser, `${server.address}/about`);
    await measureOpening(browser, `${server.address}/d/kremlin-moscow-suburb`, "first dossier", 1_000);
    await measureOpening(browser, large, "1,000 actors, 5,000 statements", 3_000);
    await measureLenses(browser, large);
  } finally {
    await browser.close();
    await server.stop();
    generated.remove();
  }
}

/** What the explorer loads before anybody asks for more: the entry and what it imports at once. */
function measureScripts(): void {
  type Chunk = { file: string; imports?: string[] };
  const root = new URL("../dist/client/", import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", root), "utf8")) as Record<
    string,
    Chunk
  >;
  const files = new Set<string>();
  const collect = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) collect(imported);
  };
  collect("main.tsx");
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, root))).length, 0);
  report("JavaScript of the first load, gzip", bytes / 1_000, "kB", { atMost: 250 });
}

/** What a page without script costs in this browser on this machine: no explorer can be faster. */
async function measurePlainPage(browser: Browser, address: string): Promise<void> {
  const times = await openRepeatedly(browser, address, async () => {});
  report("a plain page of the same server: navigation until its first frame", median(times), "ms");
}

async function measureOpening(
  browser: Browser,
  address: string,
  label: string,
  atMost: number,
): Promise<void> {
  const times = await openRepeatedly(browser, address, untilDrawn);
  report(`${label}: navigation until the graph answers the mouse`, median(times), "ms", { atMost });
}

/** Milliseconds by the page's own clock, from the start of the navigation to the frame after `until`. */
async function openRepeatedly(
  browser: Browser,
  address: string,
  until: (page: Page) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address, { waitUntil: "commit" });
    await until(page);
    times.push(await untilItAnswers(page));
    await page.close();
  }
  return times;
}

/** Asks the page itself: the waiting of a test library would bring 100 ms of script of its own. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const look = () => {
          if (document.documentElement.dataset.graph === "ready") done();
          else setTimeout(look, 5);
        };
        look();
      }),
  );
}

/** A pointer that moves over the page has been dealt with, and the frame after that is done. */
async function untilItAnswers(page: Page): Promise<number> {
  await page.mouse.move(700, 300);
  return page.evaluate(
    () =>
      new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  );
}

interface Cost {
  /** Slice, elements, and their application to the network. */
  readonly apply: number;
  /** Until the frame that shows it has been handed over, panels included. */
  readonly frame: number;
}

async function measureLenses(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await untilDrawn(page);
  await untilItAnswers(page);
  const costs = await page.evaluate(async (lenses): Promise<Cost[]> => {
    type Model = { dispatch(action: { type: "look"; lens: unknown }): void };
    const { narrascope: model } = window as unknown as { narrascope: Model };
    const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const measured: Cost[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const lens of lenses) {
        const start = performance.now();
        model.dispatch({ type: "look", lens });
        const applied = performance.now();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        measured.push({ apply: applied - start, frame: performance.now() - start });
        await rest(250);
      }
    }
    // The first round compiles the code and styles each actor for the first time.
    return measured.slice(lenses.length);
  }, LENSES);
  const applied = costs.map(({ apply }) => apply);
  report("a change of the lens: script to apply it, median", median(applied), "ms", { atMost: 16 });
  report("a change of the lens: script to apply it, 95th percentile", quantile(applied, 0.95), "ms");
  report(
    "a change of the lens: until its frame is handed over, median",
    median(costs.map(({ frame }) => frame)),
    "ms",
  );
  await page.close();
}
