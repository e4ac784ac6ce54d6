/** Taking the view away: files that other tools read, a link and a citation that lead back to it. */
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { MultiDirectedGraph } from "graphology";
import type { Download } from "playwright-core";
import { DESK, DOSSIER, eventually, PHONE, useStage } from "../support/browser.ts";
import { readCsv } from "../support/csv.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

const stage = useStage();
const LENS = "phase=blame-ukraine..main-adversary&family=blame,denial";
const NAME = `${DOSSIER}_phase-blame-ukraine-main-adversary_family-blame-denial`;
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

async function exportAs({ page }: Explorer, entry: RegExp): Promise<Download> {
  await page.getByRole("button", { name: /^Export/ }).click();
  const started = page.waitForEvent("download");
  await page.locator("#export").locator("a, button").filter({ hasText: entry }).click();
  return started;
}

async function readText(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

function readClipboard({ page }: Explorer): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

describe("the export menu", () => {
  test("gives Graphology JSON that Graphology imports, an edge for each statement shown", async () => {
    const explorer = await openExplorer(stage, LENS);
    const download = await exportAs(explorer, /^Graphology/);
    expect(download.suggestedFilename()).toBe(`${NAME}.json`);
    const graph = new MultiDirectedGraph();
    graph.import(JSON.parse(await readText(download)));
    expect(graph.edges().sort()).toEqual((await explorer.statementIds()).sort());
    expect(graph.nodes().sort()).toEqual((await explorer.nodes()).map(({ id }) => id).sort());
    expect(await explorer.page.locator("#export").count()).toBe(0);
  });

  test("gives Cytoscape JSON, the dossier and CSV of the same statements", async () => {
    const explorer = await openExplorer(stage, LENS);
    const ids = (await explorer.statementIds()).sort();
    const cytoscape = JSON.parse(await readText(await exportAs(explorer, /^Cytoscape/)));
    expect(cytoscape.elements.edges.map(({ data }: { data: { id: string } }) => data.id)).toHaveLength(
      ids.length,
    );
    const dossier = JSON.parse(await readText(await exportAs(explorer, /dossier/i)));
    expect(dossier.statements.map(({ id }: { id: string }) => id).sort()).toEqual(ids);

    const download = await exportAs(explorer, /^Statements/);
    expect(download.suggestedFilename()).toBe(`${NAME}.csv`);
    const [header, ...rows] = readCsv(await readText(download));
    const column = header!.indexOf("id");
    expect(rows.map((row) => row[column]).sort()).toEqual(ids);
  });

  test("gives the picture as PNG, with something on it, in the colours of the theme", async () => {
    const explorer = await openExplorer(stage, `${LENS}&theme=dark`);
    const download = await exportAs(explorer, /^Picture/);
    expect(download.suggestedFilename()).toBe(`${NAME}.png`);
    const { width, height, ground, colours } = readPng(await readFile(await download.path()));
    expect(width).toBeGreaterThan(800);
    expect(height).toBeGreaterThan(500);
    expect(width * height).toBeLessThan(30_000_000);
    expect(ground).toEqual([0x14, 0x17, 0x1c]);
    expect(colours).toBeGreaterThan(50);
    await eventually(async () =>
      expect(await explorer.page.locator(".notice").textContent()).toBe(`Saved ${NAME}.png`),
    );
  });

  test("copies a link that opens the same view", async () => {
    const explorer = await openExplorer(stage, `${LENS}&select=putin`, CLIPBOARD);
    const { page } = explorer;
    await page.getByRole("button", { name: /^Export/ }).click();
    await page.getByRole("button", { name: "Copy link to this view" }).click();
    await eventually(async () => expect(await readClipboard(explorer)).toBe(page.url()));
    expect(await readClipboard(explorer)).toBe(`${stage.address}/d/${DOSSIER}?${LENS}&select=putin`);
    expect(await page.locator(".notice").textContent()).toBe("Link to this view copied");
  });

  test("copies the link of the view as it is, also in the moment after a zoom", async () => {
    const explorer = await openExplorer(stage, LENS, CLIPBOARD);
    const { page } = explorer;
    await page.evaluate(() => {
      const button = (name: string) =>
        [...document.querySelectorAll("button")].find((candidate) =>
          (candidate.getAttribute("aria-label") ?? candidate.textContent)?.startsWith(name),
        );
      button("Export")?.click();
      return new Promise<void>((done) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            button("Zoom in")?.click();
            button("Copy link")?.click();
            done();
          });
        });
      });
    });
    await eventually(async () => expect(await readClipboard(explorer)).toContain("&zoom="));
  });
});

describe("the list of formats", () => {
  test("stands under headings, is walked by keys, and lies within the window", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const menu = page.locator("#export");
    await page.getByRole("button", { name: /^Export/ }).click();
    await menu.locator("li").first().waitFor();
    expect(await menu.locator("h2").allTextContents()).toEqual([
      "Networks",
      "Tables",
      "Exchange",
      "Pictures and pages",
    ]);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^Graphology/);
    expect(await menu.locator(".what:visible").allTextContents()).toEqual([
      expect.stringContaining("directed multigraph"),
    ]);
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("Copy link to this view");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^Cytoscape/);
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      const { y, height } = (await menu.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(viewport.height);
      await menu.locator("li").last().scrollIntoViewIfNeeded();
      expect(await menu.locator("li").last().isVisible()).toBe(true);
    }
    await page.keyboard.press("Escape");
    expect(await menu.count()).toBe(0);
    expect(await focused()).toMatch(/^Export/);
  });

  test("gives ties where ties are wanted, and links that can be copied", async () => {
    const explorer = await openExplorer(stage, LENS);
    const { page } = explorer;
    await page.getByRole("button", { name: /^Export/ }).click();
    await page.locator("#export").getByLabel("ties").check();
    const entry = page.locator("#export a").filter({ hasText: /^Graphology/ });
    expect(await entry.getAttribute("href")).toBe(
      `/api/dossiers/${DOSSIER}/graph?format=graphology&unit=ties&${LENS}&download=1`,
    );
    expect(await page.locator("#export a").filter({ hasText: /^STIX/ }).textContent()).toContain("no ties");
    const started = page.waitForEvent("download");
    await entry.click();
    const graph = JSON.parse(await readText(await started));
    expect(graph.edges.map(({ key }: { key: string }) => key).sort()).toEqual(
      [...new Set((await explorer.lines()).map(({ id }) => id))].sort(),
    );
  });

  test("says what is not in a file until that is closed; it can be copied", async () => {
    const explorer = await openExplorer(stage, LENS, CLIPBOARD);
    const { page } = explorer;
    const download = await exportAs(explorer, /^Workbook/);
    const remark = page.locator(".remark");
    await remark.waitFor();
    expect(download.suggestedFilename()).toBe(`${NAME}.xlsx`);
    const lines = await remark.locator("li").allTextContents();
    expect(lines).toContain("1 text of a document");
    expect(await remark.locator("strong").textContent()).toBe(`Not in ${NAME}.xlsx`);
    await remark.getByRole("button", { name: "Copy what is said" }).click();
    await eventually(async () =>
      expect(await readClipboard(explorer)).toBe([`Not in ${NAME}.xlsx`, ...lines].join("\n")),
    );
    await remark.getByRole("button", { name: "Close what is said" }).click();
    expect(await remark.count()).toBe(0);
  });

  test("says why a file could not be made", async () => {
    const explorer = await openExplorer(stage, "", { expected: [/503|Service Unavailable/] });
    const { page } = explorer;
    await page.route("**/graph?format=gexf*", (route) =>
      route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "Busy", status: 503, detail: "The server has too much to do." }),
      }),
    );
    await page.getByRole("button", { name: /^Export/ }).click();
    await page.locator("#export a").filter({ hasText: /^GEXF/ }).click();
    await eventually(async () =>
      expect(await page.locator(".remark").textContent()).toContain("The server has too much to do."),
    );
    expect(await page.locator(".remark strong").textContent()).toBe("GEXF could not be made");
  });
});

describe("a citation", () => {
  test("holds the words, who says so, and a link that opens the view with the statement chosen", async () => {
    const explorer = await openExplorer(stage, `${LENS}&select=putin~ukraine~blame`, CLIPBOARD);
    const { page } = explorer;
    const card = page.locator("#reader .card").first();
    const [quotation] = await explorer.quotations();
    await card.getByRole("button", { name: "Copy citation" }).click();
    const citation = await eventually(async () => {
      const text = await readClipboard(explorer);
      expect(text).toContain(`“${quotation}”`);
      return text;
    });
    expect(citation).toContain("According to ");
    expect(citation).toContain("¶ ");
    const link = citation.split(" ").at(-1)!;
    await page.goto(link);
    await explorer.ready();
    const id = (await card.getAttribute("id"))!.replace(/^statement-/, "");
    expect(await explorer.selection()).toEqual([id]);
    expect(await explorer.quotations()).toContain(quotation);
    expect(await explorer.bar()).toBe(`${LENS}&select=${id}`);
  });
});

/** Size, the first pixel's colour and the number of colours of a PNG with 8 bits a channel, without interlace. */
function readPng(file: Buffer) {
  expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const [width, height, depth, type] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  expect(depth).toBe(8);
  const channels = type === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(chunks));
  // The filtered bytes of the rows: not colours, but as varied as they are.
  const colours = new Set<number>();
  for (let at = 1; at + 3 < data.length; at += channels) colours.add(data.readUIntBE(at, 3));
  return { width, height, ground: [...data.subarray(1, 4)], colours: colours.size };
}
