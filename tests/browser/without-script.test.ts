/** Without JavaScript every page reads, its links lead somewhere, and the lens works as a form. */
import { describe, expect, test } from "@jest/globals";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { DESK, DOSSIER, eventually, PHONE, useStage } from "../support/browser.ts";

const stage = useStage();
const open = (path: string) => stage.open(path, { javaScriptEnabled: false });

async function countOf(lens: string): Promise<number> {
  return (await stage.json<{ total: number }>(`/api/dossiers/${DOSSIER}/statements?${lens}`)).total;
}

describe("without JavaScript", () => {
  test("the way goes from the dossiers to the explorer's tables, an actor, the statements, the text", async () => {
    const page = await open("/");
    const { title, actors, statements } = await stage.json<Dossier>(`/api/dossiers/${DOSSIER}`);
    await page.getByRole("link", { name: title }).first().click();
    await page.waitForLoadState();
    expect(new URL(page.url()).pathname).toBe(`/d/${DOSSIER}`);
    expect(await page.getByRole("heading", { name: "What is shown" }).isVisible()).toBe(true);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
    const picture = page.locator("img.picture");
    await picture.scrollIntoViewIfNeeded();
    await eventually(async () =>
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300),
    );
    const { ties } = await stage.json<{ ties: unknown[] }>(`/api/dossiers/${DOSSIER}/ties`);
    expect(await page.getByRole("table").first().locator("tbody tr").count()).toBe(ties.length);
    expect(await page.getByRole("table").nth(1).locator("tbody tr").count()).toBe(actors.length);

    await page.getByRole("table").nth(1).getByRole("link", { name: "Vladimir Putin" }).click();

    await page.waitForLoadState();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Vladimir Putin");

    await page.goto(`/d/${DOSSIER}`);
    await page.getByRole("link", { name: /^All statements shown/ }).click();
    await page.waitForLoadState();
    const rows = page.locator("table.statements tbody tr");
    const total = await countOf("");
    await eventually(async () => expect(await rows.count()).toBe(total));

    await page.goto(`/d/${DOSSIER}/read/article`);
    const words = statements.flatMap(({ evidence }) => evidence.map(({ exact }) => exact ?? ""));
    const text = (await page.locator("p.text").allTextContents()).join("\n");
    expect(words.filter((quotation) => !plain(text).includes(plain(quotation)))).toEqual([]);
    expect(await page.locator("p.text mark").count()).toBeGreaterThan(40);
  });

  test("the lens is a form, and its parts are links that take them away", async () => {
    const page = await open(`/d/${DOSSIER}`);
    await page.getByRole("checkbox", { name: "denial", exact: true }).check();
    await page.getByRole("button", { name: "Look" }).click();
    await page.waitForLoadState();
    expect(new URL(page.url()).searchParams.get("family")).toBe("denial");
    const total = await countOf("family=denial");
    expect(await page.getByRole("status").textContent()).toContain(`${total} of `);
    await page.getByRole("checkbox", { name: "blame", exact: true }).check();
    await page.getByRole("button", { name: "Look" }).click();
    await page.waitForLoadState();
    expect(await page.getByRole("status").textContent()).toContain(
      `${await countOf("family=blame,denial")} of `,
    );
    await page.getByRole("list", { name: "Parts of the lens" }).getByRole("link").click();
    await page.waitForLoadState();
    expect(await page.getByRole("status").textContent()).toContain("Everything");
  });

  test("every link of every page leads to a page", async () => {
    const page = await open("/");
    const visited = new Set<string>();
    const waiting = [
      "/",
      "/about",
      `/d/${DOSSIER}?family=blame`,
      `/d/${DOSSIER}/read/article`,
      `/d/${DOSSIER}/actors/putin?family=blame`,
      `/d/${DOSSIER}/statements?family=denial`,
      `/d/${DOSSIER}/problems`,
    ];
    const links = new Set<string>();
    for (const path of waiting) {
      await page.goto(path);
      visited.add(path);
      const found = await page
        .locator("a[href]")
        .evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href));
      for (const href of found) if (href.startsWith(`${stage.address}/`)) links.add(href.replace(/#.*/, ""));
    }
    const answers = await Promise.all(
      [...links].map(async (href) => [href, (await fetch(href)).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    expect(links.size).toBeGreaterThan(50);
  });

  test.each([
    ["desk", DESK],
    ["phone", PHONE],
  ])("no page is wider than its window on a %s", async (_name, viewport) => {
    const page = await stage.blank({ javaScriptEnabled: false, viewport });
    const wide: string[] = [];
    for (const path of [
      "/",
      "/about",
      "",
      "/read/article",
      "/actors/russia",
      "/statements",
      "/problems",
      "/about",
    ]) {
      const address = path.startsWith("/about") || path === "/" ? path : `/d/${DOSSIER}${path}`;
      await page.goto(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) wide.push(`${address}: ${width}`);
    }
    expect(wide).toEqual([]);
  });
});

/** Without the numbers of references that stand between the words, and with spaces as in print. */
function plain(text: string): string {
  return text.replace(/\d+/g, "").replace(/\s+/g, " ");
}
