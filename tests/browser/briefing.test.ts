/** The briefing desk: two clicks from any view, by hand and by keys, words that stay, and what they become. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Download, Page } from "playwright-core";
import { DESK, DOSSIER, eventually, type OpenOptions, PHONE, useStage } from "../support/browser.ts";
import { Explorer, openExplorer } from "../support/explorer.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
};
/** All that a theme changes. */
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

const stage = useStage();

const desk = (page: Page) => page.getByRole("dialog", { name: "Briefing", exact: true });
const paper = (page: Page) => desk(page).locator("article.briefing");
const title = (page: Page) => desk(page).getByLabel("Title", { exact: true });
const bottomLine = (page: Page) => desk(page).getByLabel("Bottom line", { exact: true }).first();

/** The desk over the explorer, with its first preview. */
async function openDesk(query = "", options?: OpenOptions): Promise<Page> {
  const page = await stage.open(`/d/${DOSSIER}${query}#briefing`, options);
  await paper(page).waitFor({ state: "attached" });
  return page;
}

async function previewHas(page: Page, text: string): Promise<void> {
  await eventually(async () => expect(await paper(page).textContent()).toContain(text));
}

async function download(page: Page, act: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: await read(file) };
}

async function read(file: Download): Promise<string> {
  return readFileSync(await file.path(), "utf8");
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

const take = (page: Page, form: string) =>
  download(page, () => desk(page).getByRole("button", { name: form, exact: true }).click());

async function load(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "application/yaml", buffer: Buffer.from(text) };
  const chooser = page.waitForEvent("filechooser");
  await desk(page)
    .getByRole("button", { name: /^Load words/ })
    .click();
  await (await chooser).setFiles(file);
}

/** Every element of the briefing: its name, what a reader's program knows of it, where it leads, its words. */
function inspect(page: Page): Promise<string[]> {
  return page.locator("article.briefing").evaluate((article) =>
    [article, ...article.querySelectorAll("*:not(svg *)")].map((element) => {
      const attributes = ["class", "id", "dir", "lang", "role", "aria-label", "scope", "tabindex", "rel"]
        .map((name) => element.getAttribute(name) ?? "")
        .join(" ");
      const href = element.getAttribute("href");
      const leads = href === null || href.startsWith("#") ? href : new URL(href, document.baseURI).href;
      return `${element.localName} ${attributes} ${leads} ${element.textContent?.replace(/\s+/g, "")}`;
    }),
  );
}

describe("a briefing", () => {
  test("is two clicks from any view, under the lens of the view", async () => {
    const { page } = await openExplorer(stage, "family=denial&select=putin");
    await page.getByRole("button", { name: "Briefing", exact: true }).click();
    const { name, text } = await take(page, "JSON");
    expect(name).toBe(`${DOSSIER}-briefing_family-denial.json`);
    const briefing = JSON.parse(text);
    expect(briefing.lens.query).toBe("family=denial");
    expect(briefing.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await page.locator(".notice").textContent()).toBe(`Saved ${name}`);
  });

  test("is opened, written and left by keys alone, and gives the focus back", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await page.locator(".graph").focus();
    await page.keyboard.press("d");
    await paper(page).waitFor();
    expect(await explorer.focused()).toBe("#desk-title");
    await page.keyboard.press("Tab");
    for (let step = 0; step < 60 && (await explorer.focused()) !== "#desk-title-field"; step += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.type("By keys");
    await previewHas(page, "By keys");
    // Keys of the explorer are letters here, and nothing behind the desk takes the focus.
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => document.activeElement?.closest(".desk, body")?.className);
      expect(where).toMatch(/^desk$|page/);
    }
    await page.keyboard.press("Escape");
    await desk(page).waitFor({ state: "detached" });
    await eventually(async () => expect(await explorer.focused()).toBe("graph"));
    expect(new URL(page.url()).hash).toBe("");
    await page.keyboard.press("?");
    expect(await page.locator(".help").textContent()).toContain("write a briefing on the view");
  });

  test("that is on its way can be stopped; one that is refused comes with the server's reason", async () => {
    const page = await openDesk("?family=denial", { expected: [/400/] });
    const json = desk(page).getByRole("button", { name: "JSON", exact: true });
    await page.route("**/briefing?**", () => {});
    await json.click();
    await desk(page).getByText("JSON: being made …").waitFor();
    await desk(page).getByRole("button", { name: "Cancel" }).click();
    await page.locator(".notice", { hasText: "JSON: stopped" }).waitFor();
    await page.unroute("**/briefing?**");
    await title(page).fill("x".repeat(301));
    await json.click();
    await page.locator(".remark", { hasText: "JSON could not be made" }).waitFor();
    expect(await page.locator(".remark li").allTextContents()).toEqual([
      "The words of the briefing cannot be used.",
      expect.stringMatching(/^title \(line 1, column \d+\): is longer than 300 characters$/),
    ]);
    await page.keyboard.press("Escape");
    await desk(page).waitFor({ state: "detached" });
  });

  test("reads the same in the desk as on the server's page", async () => {
    const page = await openDesk();
    await desk(page).getByLabel("Date").fill("2026-01-02");
    await previewHas(page, "2026-01-02");
    const shown = await inspect(page);
    await page.goto(`/d/${DOSSIER}/briefing?date=2026-01-02`);
    expect(shown).toEqual(await inspect(page));
    expect(shown.length).toBeGreaterThan(300);
    await page.getByRole("link", { name: "Edit" }).click();
    await paper(page).waitFor();
    expect(await page.locator("article.briefing svg").count()).toBeGreaterThan(0);
  });
});

describe("the analyst's words", () => {
  test("are previewed, cited, kept over a reload, and in what is downloaded", async () => {
    const page = await openDesk();
    await title(page).fill("What the Kremlin says");
    await bottomLine(page).fill("It turned. Nobody says why [@s99]. <img src=x onerror=alert(1)>");
    await previewHas(page, "Nobody says why [@s99]. <img src=x onerror=alert(1)>");
    await eventually(async () =>
      expect(await desk(page).locator(".desk-wrong").allTextContents()).toEqual([
        'There is no statement "s99" that could be cited',
      ]),
    );
    expect(await desk(page).locator(".desk-uncited").first().textContent()).toBe("1 sentence cites nothing");

    await bottomLine(page).fill("It turned");
    await desk(page).getByRole("button", { name: "Cite in: Bottom line" }).click();
    await page.keyboard.type("s48");
    await eventually(async () => expect(await desk(page).locator(".desk-candidate").count()).toBe(1));
    await page.keyboard.press("Enter");
    expect(await bottomLine(page).inputValue()).toBe("It turned [@s48]");
    await page.keyboard.press("ControlOrMeta+z");
    expect(await bottomLine(page).inputValue()).toBe("It turned");
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await previewHas(page, "It turned [1]");

    await page.reload();
    await previewHas(page, "It turned [1]");
    expect(await title(page).inputValue()).toBe("What the Kremlin says");
    const { text } = await take(page, "JSON");
    expect(JSON.parse(text)).toMatchObject({
      title: "What the Kremlin says",
      bottomLine: { by: "analyst", markdown: "It turned [@s48]" },
    });
    await paper(page).getByRole("link", { name: "1", exact: true }).first().click();
    await eventually(async () => expect(await focusedId(page)).toBe("evidence-1"));
    expect(new URL(page.url()).hash).toBe("#briefing");
  });

  test("start from the draft, weigh judgements, comment on shifts, leave sections out", async () => {
    const page = await openDesk();
    await desk(page).getByRole("button", { name: "Start from the draft" }).click();
    expect(await bottomLine(page).inputValue()).toMatch(/^Of .+ \[@\w+/);
    await eventually(async () =>
      expect(await paper(page).textContent()).not.toContain("judged by nobody yet"),
    );
    await desk(page).getByRole("button", { name: "Add a judgement" }).click();
    await eventually(async () => expect(await focusedId(page)).toBe("desk-judgement-1"));
    await page.keyboard.type("It goes on.");
    await desk(page).getByLabel("Likelihood").selectOption("likely");
    await previewHas(page, "Likelihood: likely (55–80 %)");
    await desk(page).getByText("Comments on shifts").click();
    await desk(page).locator(".desk-comment summary").first().click();
    await desk(page)
      .getByLabel(/^Comment on: /)
      .fill("As expected.");
    await previewHas(page, "Comment: As expected.");
    await desk(page).getByLabel("Figures").uncheck();
    await eventually(async () => expect(await paper(page).locator("figure").count()).toBe(0));
  });

  test("go into a file and come back; what is wrong with one is told with line and column", async () => {
    const page = await openDesk();
    await title(page).fill("Mine");
    await load(page, "broken.yaml", "title: Yours\njudgements:\n  - text: [open\n");
    const remark = page.locator(".remark");
    await remark.waitFor();
    expect(await remark.textContent()).toMatch(/^broken\.yaml cannot be used.*line \d+, column \d+: /);
    expect(await title(page).inputValue()).toBe("Mine");
    await load(page, "words.yaml", "title: Yours\nbottomLine: |\n  Both [@s48].\n");
    await previewHas(page, "Yours");
    expect(await bottomLine(page).inputValue()).toBe("Both [@s48].\n");
    const { name, text } = await download(page, () =>
      desk(page).getByRole("button", { name: "Download words" }).click(),
    );
    expect([name, text]).toEqual([`${DOSSIER}-words.yaml`, "title: Yours\nbottomLine: |\n  Both [@s48].\n"]);
    await desk(page).getByRole("button", { name: "Undo" }).click();
    expect(await title(page).inputValue()).toBe("Mine");
    await desk(page).getByRole("button", { name: "Discard all words" }).click();
    expect(await title(page).inputValue()).toBe("");
    // The button that was pressed is of no use now.
    await eventually(async () => expect(await focusedId(page)).toBe("desk-undo"));
    await desk(page).getByRole("button", { name: "Undo" }).click();
    await previewHas(page, "Mine");
  });

  test("that the browser does not keep are said to be lost with the page", async () => {
    const page = await stage.blank();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.goto(`/d/${DOSSIER}#briefing`);
    await paper(page).waitFor();
    await title(page).fill("Lost");
    await desk(page)
      .getByText("Your words are not kept in this browser: the browser’s storage is full.")
      .waitFor();
  });
});

test("an opened file is briefed on in the browser alone", async () => {
  const whole = JSON.stringify(await stage.json(`/api/dossiers/${DOSSIER}`));
  const page = await stage.open("/");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  const file = { name: "dossier.json", mimeType: "application/json", buffer: Buffer.from(whole) };
  await (await chooser).setFiles(file);
  await page.waitForURL("**/open");
  await page.getByRole("button", { name: "Explore" }).click();
  await new Explorer(page).ready();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await page.getByRole("button", { name: "Briefing", exact: true }).click();
  await title(page).fill("Of my own file");
  await previewHas(page, "Of my own file");
  const { name, text } = await take(page, "HTML");
  expect(name).toBe(`${DOSSIER}-briefing.html`);
  expect(text).toContain(`content="default-src 'none'; style-src 'sha256-`);
  expect(text).toMatch(/<h1 dir="auto">Of my own file<\/h1>[\s\S]*<svg /);
  expect((await take(page, "Markdown")).text).toMatch(/^# Of my own file\n/);
  await desk(page).getByRole("button", { name: "PDF", exact: true }).click();
  expect(await page.locator(".remark").textContent()).toContain("PDF is made by a server");
  expect(sent).toEqual([]);

  // As a file it loads nothing, and its policy lets its style in.
  const alone = await stage.blank();
  await alone.route("**/briefing.html", (route) => route.fulfill({ body: text, contentType: "text/html" }));
  await alone.goto("/briefing.html");
  expect(await alone.locator(".briefing").evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("the desk is usable on a phone, and axe finds nothing in it, in either theme", async () => {
  const page = await openDesk("", { reducedMotion: "reduce" });
  await desk(page).getByRole("button", { name: "Add a judgement" }).click();
  await desk(page).getByRole("textbox", { name: "Judgement 1", exact: true }).fill("Odd [@s99].");
  await desk(page).locator(".desk-wrong").waitFor();
  await desk(page).getByRole("button", { name: "Cite in: Bottom line" }).click();
  await desk(page).locator(".desk-candidate").first().waitFor();
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [size, colorScheme, sheet, options] of [
    [DESK, "light", null, RULES],
    [DESK, "dark", null, COLOURS],
    [PHONE, "dark", "Words", COLOURS],
    [PHONE, "light", "Preview", COLOURS],
    [PHONE, "light", "Download", RULES],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    if (sheet) await desk(page).getByRole("button", { name: sheet, exact: true }).click();
    const violations = await examine(page, options);
    found.push(...violations.map((words) => `${sheet ?? "all"}, ${colorScheme}: ${words}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(size.width);
  }
  expect(found).toEqual([]);
  expect(await paper(page).isVisible()).toBe(false);
  expect(await desk(page).getByRole("button", { name: "JSON", exact: true }).isVisible()).toBe(true);
});

interface Axe {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

function examine(page: Page, options: object): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { ...wanted, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, options);
}
