/**
 * How soon our client's detail is back after the window of time stops: with the button still held, and released. Told
 * from the browser's trace: from the pointer's last event reaching the page until the frame with the detail was
 * presented. Detail is lines with curves, as many as the window has ties. Where the picture falls back to straight ones
 * after that, only their end counts.
 */
import type { Browser, Page } from "playwright-core";
import { type Contender, openStage, PEACE } from "./contenders.ts";
import type { Drag, Hand } from "./drag.ts";
import { type PeerGraph, showWindow } from "./graph.ts";
import { readReturn } from "./trace.ts";

export interface Return {
  /** Milliseconds from the last move of the pointer. */
  readonly held: number;
  /** Milliseconds from its release. */
  readonly released: number;
}

/** Steps before the stop. */
const STEPS = 5;

/**
 * The drags one after the other in a new page, each at its end alone: the pointer is held there, then goes one stop back
 * and lets go. In this order a drag begins where the one before left the window, as in the drags whose steps are measured.
 */
export async function measureReturns(
  browser: Browser,
  ours: Contender,
  graph: PeerGraph,
  drags: readonly Drag[],
): Promise<Return[]> {
  const { page, hand } = await openStage(browser, ours);
  await page.evaluate(stampPaintings);
  const returns: Return[] = [];
  for (const { from, steps } of drags) {
    const end = steps.slice(-STEPS);
    const watch = (at: number, act: () => Promise<void>) =>
      watchReturn(browser, page, showWindow(graph, end.at(at)!.window).ties.size, act);
    const held = await watch(-1, () => reachEnd(hand, from, end));
    const released = await watch(-2, () => hand.release(end.at(-2)!.stop));
    returns.push({ held, released });
  }
  await page.close();
  return returns;
}

async function reachEnd(hand: Hand, from: number, end: Drag["steps"]): Promise<void> {
  await hand.press(from);
  for (const { stop } of end) await hand.step(stop);
}

/** Throws unless all of the window's ties have come back as curves. */
async function watchReturn(
  browser: Browser,
  page: Page,
  ties: number,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await act();
  await page.waitForTimeout(PEACE);
  const trace = await browser.stopTracing();
  const curves = await page.evaluate(() => (window as unknown as { curves: number }).curves);
  if (curves !== ties) throw new Error(`${curves} of ${ties} lines came back with their curves`);
  return readReturn(trace);
}

/** Runs in the page: each painting of the lines is stamped into the trace as it begins, by what it draws first. */
function stampPaintings(): void {
  const counter = window as unknown as { curves: number };
  const { prototype } = CanvasRenderingContext2D;
  const { clearRect, lineTo, quadraticCurveTo } = prototype;
  let begun = true;
  const stamp = (canvas: HTMLCanvasElement, what: "curved" | "straight") => {
    if (begun || canvas.className !== "graph-lines") return;
    begun = true;
    console.timeStamp(what);
  };
  prototype.clearRect = function (...box) {
    clearRect.apply(this, box);
    if (this.canvas.className !== "graph-lines") return;
    begun = false;
    counter.curves = 0;
  };
  prototype.lineTo = function (...point) {
    lineTo.apply(this, point);
    stamp(this.canvas, "straight");
  };
  prototype.quadraticCurveTo = function (...points) {
    quadraticCurveTo.apply(this, points);
    stamp(this.canvas, "curved");
    if (this.canvas.className === "graph-lines") counter.curves += 1;
  };
}
