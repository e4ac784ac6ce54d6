/** The three that are compared: each a page that stands at the first window and has a strip of stops to drag over. */
import type { Browser, Locator, Page } from "playwright-core";
import type { Model } from "../../client/state/model.ts";
import { FIRST, type Hand, holdPointer, STOPS } from "./drag.ts";
import type { PeerGraph } from "./graph.ts";
import type { PeerOptions, PeerPage } from "./page.ts";

export interface Contender {
  readonly name: string;
  /** Returns its strip of stops. */
  open(page: Page): Promise<Locator>;
  /** Before the opening, where ties are to be counted. */
  prepareCount?(page: Page): Promise<void>;
  /** Ties that stand in the picture now. */
  countTies(page: Page): Promise<number>;
}

/** Milliseconds after which all is done that an opening or a drag left to be done. */
export const PEACE = 2_000;
const WINDOW = { width: 1280, height: 800 } as const;

/** A page of its own, and the pointer over its strip. */
export async function openStage(
  browser: Browser,
  contender: Contender,
  { counting = false } = {},
): Promise<{ readonly page: Page; readonly hand: Hand }> {
  const page = await browser.newPage({ viewport: WINDOW });
  if (counting) await contender.prepareCount?.(page);
  const take = await holdPointer(page);
  const strip = await contender.open(page);
  await page.waitForTimeout(PEACE);
  return { page, hand: await take(strip) };
}

/** The explorer itself, as it is built, at the address of a dossier. */
export function ourContender(address: string): Contender {
  const phases = Array.from({ length: FIRST.last + 1 }, (_, at) => `p${at}`);
  return {
    name: "this client",
    async open(page) {
      await page.goto(`${address}?phase=${phases.join(",")}`);
      await page.waitForSelector("html[data-graph=ready]", { state: "attached" });
      return page.locator(".time-strip .stops ol");
    },
    async prepareCount(page) {
      await page.addInitScript(countStrokes);
    },
    // While the window passes, by the strokes that reached the canvas; otherwise the lines that it was given.
    countTies: (page) =>
      page.evaluate(() => {
        const { narrascope, strokes } = window as unknown as { narrascope: Model; strokes: number };
        return narrascope.transient.passing.peek() ? strokes : narrascope.elements.peek().lines.length;
      }),
  };
}

/** Runs in the page: straight strokes on the canvas of the lines since it was last cleared, one for each tie. */
function countStrokes(): void {
  const { prototype } = CanvasRenderingContext2D;
  const { clearRect, lineTo } = prototype;
  const counter = window as unknown as { strokes: number };
  prototype.clearRect = function (...box) {
    if (this.canvas.className === "graph-lines") counter.strokes = 0;
    clearRect.apply(this, box);
  };
  prototype.lineTo = function (...point) {
    if (this.canvas.className === "graph-lines") counter.strokes += 1;
    lineTo.apply(this, point);
  };
}

/** A library in the page of the peers, in a box as large as our network's. */
export function peerContender(
  name: string,
  address: string,
  graph: PeerGraph,
  size: { readonly width: number; readonly height: number },
): Contender {
  const options: PeerOptions = { graph, ...size, stops: STOPS, window: FIRST };
  return {
    name,
    async open(page) {
      await page.goto(address);
      await page.evaluate((given) => (window as unknown as { peer: PeerPage }).peer.open(given), options);
      return page.locator(".stops");
    },
    countTies: (page) => page.evaluate(() => (window as unknown as { peer: PeerPage }).peer.countTies()),
  };
}
