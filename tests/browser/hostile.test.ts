/** Words from data are words: hostile ones run nothing and break nothing, wherever they are shown or taken to. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { eventually, useStage } from "../support/browser.ts";
import { Explorer, openExplorer } from "../support/explorer.ts";
import { hasNaughtyStrings, hostileDossier, naughtyStrings } from "../support/hostile.ts";

const strings = hasNaughtyStrings ? naughtyStrings() : ["<script>document.vulnerable=true</script>"];
const folder = mkdtempSync(join(tmpdir(), "narrascope-hostile-"));
const file = join(folder, "hostile.json");
writeFileSync(file, JSON.stringify(hostileDossier(strings)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stage = useStage({ paths: [file] });
const dossier = "hostile";

/** Nothing ran, and nothing that could run stands in the page beside what the server itself put there. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await findActive(page);
  expect(found).toEqual({ vulnerable: false, handlers: [], scripts: 0, addresses: [], foreign: 0 });
}

function findActive(page: Page) {
  return page.evaluate(() => ({
    vulnerable: "vulnerable" in document,
    handlers: [...document.querySelectorAll("*")].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith("on")),
    ),
    scripts: [...document.scripts].filter(
      ({ src, type }) => !src.startsWith(`${location.origin}/`) || type !== "module",
    ).length,
    addresses: [...document.querySelectorAll("a[href]")]
      .map((link) => (link as HTMLAnchorElement).protocol)
      .filter((protocol) => protocol !== location.protocol && !/^https?:$/.test(protocol)),
    foreign: document.querySelectorAll("iframe, object, embed, meta[http-equiv], base").length,
  }));
}

const given = hasNaughtyStrings ? describe : describe.skip;

given("hostile words (../shared/data/blns must be there)", () => {
  test("are all accepted as what they are", async () => {
    const { dossiers } = await stage.json<{ dossiers: { id: string; counts: unknown; problems: number }[] }>(
      "/api/dossiers",
    );
    const counts = { documents: 1, actors: strings.length, statements: strings.length, withheld: 0 };
    expect(dossiers.find(({ id }) => id === dossier)).toMatchObject({ counts, problems: 0 });
  });

  test("are shown by the pages letter by letter", async () => {
    const page = await stage.blank({ javaScriptEnabled: true });
    for (const path of [
      "/",
      `/d/${dossier}/statements`,
      `/d/${dossier}/problems`,
      `/d/${dossier}/actors/actor-3`,
    ]) {
      await page.goto(path);
      await expectHarmless(page);
    }
    await page.goto(`/d/${dossier}/read/words`);
    await expectHarmless(page);
    const marks = new Set((await page.locator("p.text mark").allTextContents()).map((text) => text.trim()));
    // What has line breaks in it is marked line by line; a paragraph has no space at its ends.
    const plain = strings
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/[\r\n\v\f\u0085\u2028\u2029]/.test(text));
    expect(plain.filter((text) => !marks.has(text))).toEqual([]);
  });

  test("run nothing in the explorer: reader, tables, search, filters, under every kind of lens", async () => {
    const explorer = await openExplorer(stage, "", { dossier });
    const { page } = explorer;
    expect(await explorer.statementIds()).toHaveLength(strings.length);
    await page.keyboard.press("t");
    await page.locator(".network-table").waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectHarmless(page);
    const [rows] = [await page.locator(".network-table tbody").first().locator("th").allTextContents()];
    expect(rows.filter((label) => !strings.includes(label))).toEqual([]);
    await page.keyboard.press("t");

    const dangerous = strings.flatMap((text, at) => (/[<>"'`&]|script|\u202e/i.test(text) ? [at] : []));
    for (const at of dangerous.filter((_, rank) => rank % 40 === 0)) {
      await explorer.visit(`select=s${at}`);
      await eventually(async () => expect(await explorer.quotations()).toEqual([strings[at]]));
      await explorer.visit(`phase=phase-0&voice=author&select=actor-${at}`);
      await eventually(async () =>
        expect(await page.locator("#reader h2").evaluate((heading) => heading.firstChild?.textContent)).toBe(
          strings[at],
        ),
      );
    }
    await expectHarmless(page);

    await explorer.visit("");
    for (const at of dangerous.filter((_, rank) => rank % 80 === 0)) {
      await page.locator("#search").fill(strings[at]!);
      await page.locator(".suggestion.words").click();
      await explorer.drawn();
      await explorer.settledBar();
      const { total } = await stage.json<{ total: number }>(
        `/api/dossiers/${dossier}/statements?per=1&${explorer.bar()}`.replace(/&select=[^&]*/, ""),
      );
      expect(await explorer.statementIds()).toHaveLength(total);
      await explorer.visit("");
    }
    await expectHarmless(page);
  });

  test("come out of the exports whole: graph JSON, CSV, picture, citation", async () => {
    const explorer = await openExplorer(stage, "", {
      dossier,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = explorer;
    const take = async (entry: RegExp) => {
      await page.getByRole("button", { name: /^Export/ }).click();
      const started = page.waitForEvent("download");
      await page.locator("#export").locator("a, button").filter({ hasText: entry }).click();
      return (await started).path();
    };
    const graph = JSON.parse(await readFile(await take(/^Graphology/), "utf8"));
    expect(graph.nodes.map(({ attributes }: { attributes: { label: string } }) => attributes.label)).toEqual(
      strings,
    );
    const png = await readFile(await take(/^Picture/));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.length).toBeGreaterThan(100_000);

    const at = strings.indexOf("<img src=x onerror='document.vulnerable=true'>");
    await explorer.visit(`select=s${at}`);
    await page.getByRole("button", { name: "Copy citation" }).click();
    await eventually(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`“${strings[at]}”`),
    );
    await expectHarmless(page);
  });

  test("run nothing in files that are mailed: the explorer in one file, the briefing in another", async () => {
    const open = async (path: string, name: string) => {
      const stored = join(folder, name);
      writeFileSync(stored, await (await fetch(`${stage.address}${path}`)).text());
      const page = await stage.blank({ offline: true, expected: [/^request to elsewhere: file:/] });
      await page.goto(pathToFileURL(stored).href);
      return page;
    };
    const explorer = await open(`/api/dossiers/${dossier}/graph?format=html`, "explorer.html");
    await new Explorer(explorer).ready();
    await explorer.keyboard.press("t");
    await explorer.locator(".network-table").waitFor();
    const labels = await explorer.locator(".network-table tbody").first().locator("th").allTextContents();
    expect(labels.filter((label) => !strings.includes(label))).toEqual([]);
    expect(labels.length).toBeGreaterThanOrEqual(200);
    const briefing = await open(`/api/dossiers/${dossier}/briefing?format=html`, "briefing.html");
    const quotations = await briefing.locator("blockquote").allTextContents();
    expect(quotations.length).toBeGreaterThan(10);
    for (const page of [explorer, briefing]) {
      const { scripts: _own, foreign, ...found } = await findActive(page);
      // The policy itself.
      expect({ ...found, foreign }).toEqual({ vulnerable: false, handlers: [], addresses: [], foreign: 1 });
    }
  });

  test("run nothing in the briefing that is read as a page", async () => {
    const page = await stage.open(`/d/${dossier}/briefing`);
    await expectHarmless(page);
    expect(await page.locator("h1").textContent()).toContain("<script>document.vulnerable=true</script>");
  });

  test("make a picture that is no page: opened by itself, it runs nothing", async () => {
    // A page says which icon is its own; for a picture, the browser asks for one that nobody has.
    const page = await stage.open(`/d/${dossier}/picture.svg`, { expected: [/favicon\.ico/] });
    expect(await page.evaluate(() => [document.documentElement.localName, "vulnerable" in document])).toEqual(
      ["svg", false],
    );
    const active = await page.evaluate(
      () =>
        document.querySelectorAll("script, foreignObject, image, use, animate, set, a, parsererror").length,
    );
    expect(active).toBe(0);
  });
});
