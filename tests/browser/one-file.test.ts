/** The explorer as one file, opened from a disk by a browser that has no network. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { DOSSIER, eventually, type OpenOptions, useStage } from "../support/browser.ts";
import { Explorer } from "../support/explorer.ts";

const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), "narrascope-one-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
/** The file itself is the one thing that may be read. */
const OWN = /^request to elsewhere: file:/;

async function download(query: string): Promise<string> {
  const response = await fetch(`${stage.address}/api/dossiers/${DOSSIER}/graph?format=html&${query}`);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  return response.text();
}

/** Opens a page from a disk, cut off from every network; `requests` are those beside the file. */
async function openFile(text: string, { hash = "", ...options }: OpenOptions & { hash?: string } = {}) {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.html`);
  writeFileSync(file, text);
  const address = pathToFileURL(file).href;
  const page = await stage.blank({ ...options, offline: true, expected: [OWN] });
  const requests: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url()))
      requests.push(request.url());
  });
  await page.goto(address + hash);
  const explorer = await new Explorer(page).ready();
  return { explorer, page, requests, address };
}

const hashOf = (page: Page) => new URL(page.url()).hash;

async function exportAs(page: Page, entry: RegExp) {
  await page.getByRole("button", { name: /^Export/ }).click();
  const started = page.waitForEvent("download");
  await page.locator("#export button").filter({ hasText: entry }).click();
  return started;
}

describe("one HTML file", () => {
  test("is small beside its data, and holds no address that it would load from", async () => {
    const page = await download("");
    const dossier = JSON.stringify(await stage.json(`/api/dossiers/${DOSSIER}`));
    const size = Buffer.byteLength(page) - Buffer.byteLength(dossier);
    process.stdout.write(`one HTML file: ${Math.round(size / 1_000)} kB beside its data\n`);
    expect(size).toBeLessThan(600_000);
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-`,
    );
    expect(page.match(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
  });

  test("filters, selects, reads a quotation, and moves in time without a request", async () => {
    const { explorer, page, requests } = await openFile(await download(""));
    const all = await explorer.statementIds();
    await explorer
      .facet("Families")
      .getByLabel(/^blame/)
      .check();
    await eventually(async () => expect(await explorer.address()).toBe("family=blame"));
    expect((await explorer.statementIds()).length).toBeLessThan(all.length);
    await explorer.clickActor("putin");
    await eventually(async () => expect(await explorer.selection()).toEqual(["putin"]));
    expect((await explorer.quotations()).length).toBeGreaterThan(0);
    await page.getByRole("slider").first().focus();
    await page.keyboard.press("ArrowRight");
    await eventually(async () => expect(await explorer.address()).toContain("phase="));
    expect(requests).toEqual([]);
    expect(await page.locator("a[href^='/']").count()).toBe(0);
  });

  test("keeps the view after #, over a reload and back", async () => {
    const { explorer, page } = await openFile(await download("family=blame&select=putin"));
    expect(await explorer.address()).toBe("family=blame&select=putin");
    await page.getByTitle("Remove every restriction").click();
    await eventually(() => expect(hashOf(page)).toBe("#select=putin"));
    await page.reload();
    await explorer.ready();
    expect(await explorer.address()).toBe("select=putin");
    await page.keyboard.press("Escape");
    await eventually(() => expect(page.url().endsWith("#")).toBe(true));
    await page.reload();
    await explorer.ready();
    expect(await explorer.address()).toBe("");
    await page.goBack();
    await eventually(async () => expect(await explorer.address()).toBe("select=putin"));
  });

  test("holds the slice alone: what the lens kept back is nowhere in it", async () => {
    const page = await download("family=denial");
    const { statements } = await stage.json<{ statements: { id: string; type: string }[] }>(
      `/api/dossiers/${DOSSIER}/graph?format=dossier&family=denial`,
    );
    const { explorer } = await openFile(page);
    expect((await explorer.statementIds()).sort()).toEqual(statements.map(({ id }) => id).sort());
    expect(page).not.toContain('"type":"blames"');
  });

  test("compares, and says how much has shifted as the server says it", async () => {
    const query = "phase=main-adversary&compare=phase%3Dblame-ukraine";
    const { explorer, page, requests } = await openFile(await download(query));
    expect(await explorer.address()).toBe(query);
    const said = await stage.json<{ divergence: { reads: string } }>(
      `/api/dossiers/${DOSSIER}/shift?a=phase%3Dblame-ukraine&b=phase%3Dmain-adversary`,
    );
    await eventually(async () =>
      expect(await page.locator(".finding").textContent()).toBe(said.divergence.reads),
    );
    expect(await page.locator(".shift").count()).toBeGreaterThan(0);
    expect(requests).toEqual([]);
  });

  test("tells the story", async () => {
    const { explorer, page } = await openFile(await download(""));
    await page.getByRole("button", { name: /^Story/ }).click();
    await eventually(async () => expect(await explorer.address()).toContain("story=1"));
    await page.getByRole("button", { name: "Next" }).click();
    await eventually(async () => expect(await explorer.address()).toContain("story=2"));
    expect(await page.locator("#reader mark").count()).toBeGreaterThan(0);
  });

  test("is taken away again in every format, as a picture and as a file of its own", async () => {
    const { explorer, page, requests } = await openFile(await download(""), CLIPBOARD);
    await explorer
      .facet("Families")
      .getByLabel(/^denial/)
      .check();
    await eventually(async () => expect(await explorer.address()).toBe("family=denial"));
    const ids = (await explorer.statementIds()).sort();
    const graph = JSON.parse(readFileSync(await (await exportAs(page, /^Graphology/)).path(), "utf8"));
    expect(graph.edges.map(({ key }: { key: string }) => key).sort()).toEqual(ids);
    const png = readFileSync(await (await exportAs(page, /^Picture/)).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const second = await openFile(readFileSync(await (await exportAs(page, /^One HTML/)).path(), "utf8"));
    expect((await second.explorer.statementIds()).sort()).toEqual(ids);
    expect([...requests, ...second.requests]).toEqual([]);
  });

  test("whose address asks for what it does not have says so", async () => {
    const page = await stage.blank({ offline: true, expected: [OWN] });
    const file = join(folder, "wrong.html");
    writeFileSync(file, await download(""));
    await page.goto(`${pathToFileURL(file).href}#family=nope`);
    await eventually(async () =>
      expect(await page.locator(".opening").textContent()).toContain("could not be opened: family:"),
    );
  });
});
