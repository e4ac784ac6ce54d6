/** A window of time drawn over a dossier too large to be sliced at each step: sketched, then all of it agrees. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { eventually, useStage } from "../support/browser.ts";
import { openExplorer } from "../support/explorer.ts";

const [STATEMENTS, STOPS, ACTORS] = [1_800, 10, 60];

/** Statement after statement from each actor to each of those that follow it; the stops hold different actors. */
const LARGE: Dossier = {
  format: "narrascope-dossier/1",
  id: "large",
  title: "Large",
  documents: [{ id: "d", title: "Text" }],
  actors: Array.from({ length: ACTORS }, (_, at) => ({ id: `a${at}`, label: `Actor ${at}`, kind: "state" })),
  phases: Array.from({ length: STOPS }, (_, at) => ({ id: `p${at}`, label: `Phase ${at}` })),
  statements: Array.from({ length: STATEMENTS }, (_, at) => {
    const stop = at % STOPS;
    const source = (stop * 5 + (at % 7)) % ACTORS;
    return {
      id: `s${at}`,
      source: `a${source}`,
      type: at % 2 === 0 ? "blames" : "denies",
      target: `a${(source + 1 + (at % 11)) % ACTORS}`,
      voice: "author",
      phase: `p${stop}`,
      evidence: [{ document: "d", locator: String(at) }],
    };
  }),
};

const folder = mkdtempSync(join(tmpdir(), "narrascope-passing-"));
mkdirSync(join(folder, LARGE.id));
writeFileSync(join(folder, LARGE.id, "dossier.json"), JSON.stringify(LARGE));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stage = useStage({ paths: [join(folder, LARGE.id)] });

test("the actors, the counts and the address follow while the pointer is held; one step of undo leads back", async () => {
  const explorer = await openExplorer(stage, "phase=p0", { dossier: LARGE.id });
  const { page } = explorer;
  const { x, y, width, height } = (await page.locator(".time-strip .stops ol").boundingBox())!;
  const reach = (stop: number) => page.mouse.move(x + ((stop + 0.5) * width) / STOPS, y + height / 2);
  const expectWindow = (phases: readonly string[], address: string) =>
    eventually(async () => {
      const wanted = LARGE.statements.filter(({ phase }) => phases.includes(phase ?? ""));
      const actors = new Set(wanted.flatMap(({ source, target }) => [source, target]));
      expect(explorer.bar()).toBe(address);
      expect(await explorer.statementIds()).toHaveLength(wanted.length);
      expect(await page.getByTestId("slice-count").textContent()).toMatch(
        new RegExp(`^${wanted.length} of `),
      );
      expect(await page.locator(".graph.passing").count()).toBe(0);
      expect(new Set(await explorer.visibleActors())).toEqual(actors);
    });
  await expectWindow(["p0"], "phase=p0");
  await reach(4);
  await page.mouse.down();
  for (const stop of [5, 6, 7]) await reach(stop);
  await expectWindow(["p4", "p5", "p6", "p7"], "phase=p4..p7");
  await reach(6);
  await page.mouse.up();
  await expectWindow(["p4", "p5", "p6"], "phase=p4..p6");
  await page.keyboard.press("Control+z");
  await expectWindow(["p0"], "phase=p0");
});
