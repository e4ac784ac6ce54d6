/** What the benchmarks share: medians, tables, a browser, a folder with a generated dossier. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "playwright-core";
import type { Dossier } from "../graph-data/dossier/records.ts";
import { writeDossier } from "../graph-data/dossier/write.ts";

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `label   value unit   (target)`; says whether the target is met. */
export function report(
  label: string,
  value: number,
  unit: string,
  target?: { atMost?: number; atLeast?: number },
): void {
  const digits = Math.abs(value) >= 100 ? 0 : value >= 10 ? 1 : 2;
  const { atMost, atLeast } = target ?? {};
  const met = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  const goal =
    atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : "";
  const verdict = goal === "" ? "" : `  (${goal} ${unit}: ${met ? "met" : "MISSED"})`;
  console.log(`${label.padEnd(64)} ${value.toFixed(digits).padStart(9)} ${unit}${verdict}`);
}

export async function launchBrowser(): Promise<Browser> {
  const { CHROMIUM_FLAGS, findChromium } = await import("../scripts/chromium.js");
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium found; `node scripts/prepare.js chromium` installs one");
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** Writes a dossier into a new folder under the system's temporary one. */
export function storeDossier(dossier: Dossier): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "narrascope-bench-"));
  const path = join(folder, dossier.id);
  mkdirSync(path);
  writeFileSync(join(path, "dossier.json"), writeDossier(dossier));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface RunningServer {
  readonly address: string;
  stop(): Promise<number | null>;
}

/** The built server on a free port, serving the project's dossiers and the paths given. */
export async function serve(...args: string[]): Promise<RunningServer> {
  const { startServer } = await import("../scripts/server.js");
  return startServer({ args, env: { LOG_LEVEL: "silent" } });
}

/** The longest that `/healthz` takes, in milliseconds, while a request of somebody else's is answered. */
export async function worstWhile(address: string, during: Promise<Response>): Promise<number> {
  let going = true;
  const ended = during.finally(() => (going = false));
  let worst = 0;
  while (going) {
    const before = performance.now();
    await (await fetch(`${address}/healthz`)).text();
    worst = Math.max(worst, performance.now() - before);
    await pause(5);
  }
  if (!(await ended).ok) throw new Error(`answered with ${(await ended).status}`);
  return worst;
}
