/** Phones, walls, paper, reduced motion: the explorer in other surroundings. */
import { describe, expect, test } from "@jest/globals";
import type { NodeElement } from "../../graph-data/display/elements.ts";
import { DESK, eventually, PHONE, useStage, WALL } from "../support/browser.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

const stage = useStage();
const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** The actor that stands nearest to the middle of the window: a phone does not show them all. */
async function findMiddleActor(explorer: Explorer): Promise<NodeElement> {
  const { zoom, x, y } = await explorer.window();
  const box = (await explorer.page.locator(".graph").boundingBox())!;
  const distance = (node: NodeElement) =>
    Math.hypot(node.x * zoom + x - box.width / 2, node.y * zoom + y - box.height / 2);
  return (await explorer.nodes()).reduce((near, node) => (distance(node) < distance(near) ? node : near));
}

/** What does not fit: the page, or a control that lies outside the window or is covered by another. */
function findOverflow({ page }: Explorer): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const found: string[] = [];
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
    if (scrollHeight > innerHeight) found.push(`the page is ${scrollHeight} high`);
    for (const element of document.querySelectorAll<HTMLElement>(
      ".explorer-head button, .explorer-head input, .graph-tools button, .sheet-bar button, .time-strip button, .legend button",
    )) {
      // The chips are a list, and lists scroll.
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".chips li")) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const name = element.getAttribute("aria-label") ?? element.textContent;
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`${name} is outside`);
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (over && !element.contains(over) && !over.contains(element)) found.push(`${name} is covered`);
    }
    return found;
  });
}

describe("on a phone", () => {
  test("the graph keeps two thirds between header and sheets, and nothing lies outside", async () => {
    const explorer = await openExplorer(stage, "", TOUCH);
    const { page } = explorer;
    const graph = (await page.locator(".graph-area").boundingBox())!;
    expect(graph.height / PHONE.height).toBeGreaterThanOrEqual(2 / 3);
    expect(await findOverflow(explorer)).toEqual([]);
    await explorer.visit("family=blame,denial&voice=author&phase=attack..concession&select=putin");
    await explorer.drawn();
    expect(await findOverflow(explorer)).toEqual([]);
    const lensed = (await page.locator(".graph-area").boundingBox())!;
    expect(lensed.height / PHONE.height).toBeGreaterThanOrEqual(0.6);
  });

  test("a tap on an actor chooses it, the reader opens as a sheet and closes again", async () => {
    const explorer = await openExplorer(stage, "", TOUCH);
    const { page } = explorer;
    const [bar, reader, filters] = [
      page.locator(".sheet-bar"),
      page.locator("#reader"),
      page.locator("#filters"),
    ];
    expect(await reader.isVisible()).toBe(false);
    const { id, label } = await findMiddleActor(explorer);
    await page.touchscreen.tap(...(await explorer.actorPoint(id)));
    await eventually(async () => expect(await explorer.selection()).toEqual([id]));
    if (!(await reader.isVisible())) await bar.getByRole("button", { name: /^Reader/ }).tap();
    await eventually(async () => expect(await reader.isVisible()).toBe(true));
    expect(await reader.locator("h2").textContent()).toContain(label);
    await reader.getByRole("button", { name: "Close what is selected" }).tap();
    await eventually(async () => expect(await reader.isVisible()).toBe(false));

    await bar.getByRole("button", { name: "Filters" }).tap();
    await eventually(async () => expect(await filters.isVisible()).toBe(true));
    expect(await reader.isVisible()).toBe(false);
    await explorer
      .facet("Families")
      .getByLabel(/^denial/)
      .tap();
    await eventually(async () => expect(await explorer.address()).toBe("family=denial"));
    await filters.getByRole("button", { name: "Close" }).tap();
    await eventually(async () => expect(await filters.isVisible()).toBe(false));
  });

  test("a tap on a line opens its words", async () => {
    const explorer = await openExplorer(stage, "", TOUCH);
    const { id } = await findMiddleActor(explorer);
    const near = (await explorer.lines()).filter(({ source, target }) => source === id || target === id);
    await explorer.visit(`actor=${id}`);
    await eventually(async () => expect(await explorer.lines()).toHaveLength(near.length));
    const points = await Promise.all(
      near.map(async (line) => [line.id, await explorer.linePoint(line.id)] as const),
    );
    const [line, point] = points.find(([, [x, y]]) => x > 40 && x < PHONE.width - 40 && y > 180 && y < 600)!;
    await explorer.page.touchscreen.tap(...point);
    await eventually(async () => expect(await explorer.selection()).toEqual([line]));
    expect(await explorer.page.locator("#reader mark").count()).toBeGreaterThan(0);
  });
});

describe("a comparison on a phone", () => {
  const COMPARED = "phase=concession..main-adversary&compare=phase%3Dbackground..attack";

  test.each([PHONE, { width: 320, height: 640 }])(
    "of $width × $height has all of its controls, none smaller than a finger needs",
    async (viewport) => {
      const explorer = await openExplorer(stage, COMPARED, { ...TOUCH, viewport });
      const { page } = explorer;
      for (const query of [COMPARED, `${COMPARED}&beside=1`]) {
        await explorer.visit(query);
        await explorer.drawn();
        expect(await findOverflow(explorer)).toEqual([]);
        for (const name of ["A", "B", "Side by side", "Play", "Compare"]) {
          const button = page.getByRole("button", { name, exact: true }).and(page.locator(":visible"));
          const { width, height } = (await button.boundingBox())!;
          expect([name, Math.min(width, height) >= 32]).toEqual([name, true]);
          expect(await button.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
        }
        for (const kind of await page.locator(".shift-kinds button:visible").all())
          expect((await kind.boundingBox())!.height).toBeGreaterThanOrEqual(32);
      }
    },
  );

  test("draws window A where the switch says so, and stands A over B", async () => {
    const explorer = await openExplorer(stage, "phase=main-adversary&compare=phase%3Dbackground", TOUCH);
    const { page } = explorer;
    await page.getByRole("button", { name: "A", exact: true }).tap();
    const stop = (await page.locator(".time-strip ol > li").nth(3).boundingBox())!;
    await page.touchscreen.tap(stop.x + stop.width / 2, stop.y + stop.height / 2);
    await eventually(async () =>
      expect(new URLSearchParams(await explorer.address()).get("compare")).toBe("phase=blame-ukraine"),
    );
    expect(new URLSearchParams(await explorer.address()).get("phase")).toBe("main-adversary");
    await page.getByRole("button", { name: "Side by side" }).tap();
    await eventually(async () =>
      expect(await page.locator(".graph.before canvas").count()).toBeGreaterThan(1),
    );
    const [a, b] = await Promise.all(
      [".graph.before", ".graph:not(.before)"].map((graph) => page.locator(graph).boundingBox()),
    );
    expect([a!.x, a!.width]).toEqual([b!.x, b!.width]);
    expect(a!.y + a!.height).toBeCloseTo(b!.y, 0);
    expect(Math.abs(a!.height - b!.height)).toBeLessThanOrEqual(1);
  });
});

describe("on a screen", () => {
  test("of any usual size nothing scrolls but lists, and every control is in sight", async () => {
    const lens = "family=blame,denial&voice=author&select=putin";
    const explorer = await openExplorer(stage, lens);
    const found: Record<string, string[]> = {};
    const sizes = [
      DESK,
      WALL,
      { width: 1024, height: 768 },
      { width: 834, height: 1112 },
      { width: 320, height: 640 },
    ];
    for (const size of sizes) {
      await explorer.page.setViewportSize(size);
      for (const query of ["", lens]) {
        await explorer.visit(query);
        await explorer.drawn();
        const overflow = await findOverflow(explorer);
        if (overflow.length > 0) found[`${size.width} × ${size.height} ${query}`] = overflow;
      }
    }
    expect(found).toEqual({});
  });

  test.each([DESK, WALL])("of $width × $height the whole dossier is in sight at first", async (viewport) => {
    const explorer = await openExplorer(stage, "", { viewport });
    const { left, top, zoom, x, y } = await explorer.window();
    const box = (await explorer.page.locator(".graph").boundingBox())!;
    const outside = (await explorer.nodes()).filter((node) => {
      const [px, py] = [left + x + node.x * zoom, top + y + node.y * zoom];
      return px < box.x || px > box.x + box.width || py < box.y || py > box.y + box.height;
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  test("that is resized the whole dossier stays in sight", async () => {
    const explorer = await openExplorer(stage);
    const before = (await explorer.window()).zoom;
    await explorer.page.setViewportSize(WALL);
    await eventually(async () => expect((await explorer.window()).zoom).toBeGreaterThan(before * 1.2));
    expect(await explorer.settledBar()).toBe("");
  });
});

describe("whoever wants less motion", () => {
  test("gets the same explorer", async () => {
    const explorer = await openExplorer(stage, "", { reducedMotion: "reduce" });
    await explorer.clickActor("putin");
    await eventually(async () => expect(await explorer.selection()).toEqual(["putin"]));
    const moving = await explorer.page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    expect(moving).toBe(0);
  });
});

describe("on paper", () => {
  test("stand the picture, its legend, and what is read; no controls", async () => {
    const explorer = await openExplorer(stage, "select=putin~ukraine~blame");
    const { page } = explorer;
    await page.emulateMedia({ media: "print" });
    await explorer.drawn();
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    expect(await visible(".graph-lines")).toBe(true);
    expect(await visible(".legend")).toBe(true);
    expect(await visible("#reader mark")).toBe(true);
    expect(await visible("#filters")).toBe(false);
    expect(await visible(".head-tools")).toBe(false);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });
});
