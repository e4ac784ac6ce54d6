/** axe finds nothing: on any page, in any state of the explorer, wide and narrow, light and dark. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { DESK, DOSSIER, eventually, PHONE, useStage } from "../support/browser.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

/** Of what axe loads beforehand, style sheets are for rules that are not among those asked for. */
const LOADED = { resultTypes: ["violations"], preload: { assets: ["media"] } };
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const EVERYTHING = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
};
/** All that a theme changes. */
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

interface Look {
  readonly look: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: "light" | "dark";
  readonly options: object;
}

/** Pages have the same colours wide and narrow. */
const LOOKS: readonly Look[] = [
  { look: "desk, light", size: DESK, colorScheme: "light", options: EVERYTHING },
  { look: "phone, dark", size: PHONE, colorScheme: "dark", options: EVERYTHING },
];

/** The explorer hides panels where it is narrow. */
const EXPLORER_LOOKS: readonly Look[] = [
  ...LOOKS,
  { look: "desk, dark", size: DESK, colorScheme: "dark", options: COLOURS },
];

const stage = useStage();

interface Axe {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What axe objects to, as readable lines. Its code comes in by the debugger's door, past the page's policy. */
async function examine(page: Page, options: object): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(
    async (wanted) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(document, wanted);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) =>
            `${id}: ${html.slice(0, 160)} – ${failureSummary.replace(/\s+/g, " ")}`,
        ),
      );
    },
    { ...LOADED, ...options },
  );
}

/** Violations in every look, each named by where it is. */
async function examineLooks(
  page: Page,
  where: string,
  { looks = LOOKS, settle = async () => {} }: { looks?: readonly Look[]; settle?: () => Promise<void> } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const { look, size, colorScheme, options } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await settle();
    const violations = await examine(page, options);
    found.push(...violations.map((words) => `${where} (${look}): ${words}`));
  }
  await page.setViewportSize(DESK);
  return found;
}

describe("axe finds nothing", () => {
  test("on the pages", async () => {
    const page = await stage.blank({ expected: [/40[04]/] });
    const found: string[] = [];
    for (const path of [
      "/",
      "/about",
      `/d/${DOSSIER}/read/article`,
      `/d/${DOSSIER}/actors/putin`,
      `/d/${DOSSIER}/statements?family=denial`,
      `/d/${DOSSIER}/shift`,
      `/d/${DOSSIER}/story`,
      `/d/${DOSSIER}/problems`,
      `/d/${DOSSIER}/about`,
      "/nowhere",
      `/d/${DOSSIER}?phase=never`,
    ]) {
      await page.goto(path);
      found.push(...(await examineLooks(page, path)));
    }
    expect(found).toEqual([]);
  });

  test("on the explorer's tables without JavaScript", async () => {
    // axe is JavaScript: the page's own is kept out instead, and what it hides is shown.
    const page = await stage.blank({ expected: [/preloaded/] });
    const none = { contentType: "text/javascript", body: "" };
    await page.route("**/assets/main-*.js", (route) => route.fulfill(none));
    await page.goto(`/d/${DOSSIER}?family=denial`);
    await page.evaluate(() => {
      for (const { textContent } of document.querySelectorAll("noscript")) {
        const { head, body } = new DOMParser().parseFromString(textContent ?? "", "text/html");
        document.head.append(...head.children);
        document.body.prepend(...body.children);
      }
    });
    await eventually(async () =>
      expect(await page.locator("main").evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe("none"),
    );
    expect(await examineLooks(page, "tables")).toEqual([]);
  });

  test("in the explorer, whatever is open", async () => {
    const explorer = await openExplorer(stage);
    const found: string[] = [];
    for (const [what, query, open, close] of STATES) {
      await explorer.visit(query);
      await eventually(async () => expect(await explorer.address()).toBe(query));
      await open?.(explorer);
      found.push(
        ...(await examineLooks(explorer.page, what, {
          looks: EXPLORER_LOOKS,
          settle: () => explorer.drawn(),
        })),
      );
      await close?.(explorer);
    }
    expect(found).toEqual([]);
  });
});

type Act = (explorer: Explorer) => Promise<unknown>;

const press =
  (key: string): Act =>
  ({ page }) =>
    page.keyboard.press(key);

const STATES: readonly (readonly [what: string, query: string, open?: Act, close?: Act])[] = [
  ["as it opens", ""],
  ["an actor chosen", "select=putin"],
  ["a tie chosen, under a lens", "family=blame,threat&voice=author&select=isis-k~russia~threat"],
  ["tables open", "", press("t"), press("t")],
  ["help open", "", press("?"), press("Escape")],
  [
    "export menu open",
    "",
    async ({ page }) => {
      await page.getByRole("button", { name: /^Export/ }).click();
      await page.locator("#export li").first().waitFor();
    },
    press("Escape"),
  ],
  [
    "what a file leaves out",
    "",
    async ({ page }) => {
      await page.getByRole("button", { name: /^Export/ }).click();
      await page
        .locator("#export a")
        .filter({ hasText: /^Workbook/ })
        .click();
      await page.locator(".remark").waitFor();
    },
    ({ page }) => page.getByRole("button", { name: "Close what is said" }).click(),
  ],
  [
    "suggestions open",
    "",
    async ({ page }) => {
      await page.locator("#search").fill("ukrain");
      await page.getByRole("option").first().waitFor();
    },
    press("Escape"),
  ],
  ["two windows compared", "phase=main-adversary&compare=phase%3Dbackground..attack"],
  [
    "tables of two windows",
    "phase=main-adversary&compare=phase%3Dbackground..attack&shift=appeared",
    press("t"),
    press("t"),
  ],
  ["two windows side by side", "phase=main-adversary&compare=phase%3Dbackground..attack&beside=1"],
  ["a step of the story", "phase=warnings&select=s2,s4,s5,s6&story=1"],
  ["nothing to show", "family=alliance&voice=isis-k"],
  [
    "every filter unfolded, on a phone as a sheet",
    "actor=putin&credibility=3",
    async ({ page }) => {
      await page.setViewportSize(PHONE);
      await page.locator(".sheet-bar button").first().click();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
    },
  ],
];
