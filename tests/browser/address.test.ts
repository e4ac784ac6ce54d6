/** The address bar holds the whole view: opened elsewhere it gives the same, and back and forward go through views. */
import { describe, expect, test } from "@jest/globals";
import { DOSSIER, eventually, type Stage, useStage } from "../support/browser.ts";
import { Explorer, openExplorer, type ViewOnScreen } from "../support/explorer.ts";

const stage = useStage();

/** Views on two pages of the same size are the same; the picture may be a pixel off. */
function expectSameView(found: ViewOnScreen, wanted: ViewOnScreen): void {
  const { viewport: foundPort, ...foundRest } = found;
  const { viewport: wantedPort, ...wantedRest } = wanted;
  expect(foundRest).toEqual(wantedRest);
  for (const [x, y] of Object.values(wanted.positions)) {
    const shift = [
      x * foundPort.zoom + foundPort.x - (x * wantedPort.zoom + wantedPort.x),
      y * foundPort.zoom + foundPort.y - (y * wantedPort.zoom + wantedPort.y),
    ];
    expect(Math.max(...shift.map(Math.abs))).toBeLessThanOrEqual(1);
  }
}

/** Does something on a page, and opens the address it leads to on a fresh one. */
async function expectReopens(
  explorer: Explorer,
  fresh: Explorer,
  act: () => Promise<unknown>,
): Promise<void> {
  const before = await explorer.address();
  await act();
  await eventually(async () => expect(await explorer.address()).not.toBe(before));
  const query = await explorer.settledBar();
  await fresh.page.goto("about:blank");
  await fresh.page.goto(`${stage.address}/d/${DOSSIER}?${query}`);
  await fresh.ready();
  expectSameView(await fresh.view(), await explorer.view());
  expect(await fresh.address()).toBe(query);
}

async function twoPages(from: Stage): Promise<[Explorer, Explorer]> {
  return [await openExplorer(from), new Explorer(await from.blank({ expected: [/about:blank/] }))];
}

describe("an address", () => {
  test("gives the same lens and selection", async () => {
    const [explorer, fresh] = await twoPages(stage);
    const { page } = explorer;
    await expectReopens(explorer, fresh, async () => {
      await explorer
        .facet("Families")
        .getByLabel(/^blame/)
        .click();
      await explorer
        .facet("As told by")
        .getByLabel(/^the author/)
        .click();
      await eventually(async () => expect(await explorer.address()).toContain("voice=author"));
      await explorer.clickActor("ukraine");
      await eventually(async () => expect(await explorer.address()).toContain("select=ukraine"));
    });
    await expectReopens(explorer, fresh, () => page.locator(".time-strip ol > li").nth(5).click());
    await expectReopens(explorer, fresh, async () => {
      await page.locator("#search").fill("élysée & “100 %” +x#");
      await page.keyboard.press("ArrowUp");
      await page.getByRole("option", { name: /^Show only what contains/ }).click();
    });
    expect(await page.getByRole("heading", { name: "Nothing matches this lens" }).isVisible()).toBe(true);
  });

  test("gives the same picture: moved actors, ties drawn apart, viewport, theme", async () => {
    const [explorer, fresh] = await twoPages(stage);
    const { page } = explorer;
    await expectReopens(explorer, fresh, async () => {
      const [x, y] = await explorer.actorPoint("isis-k");
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 41, y + 33, { steps: 5 });
      await page.mouse.up();
    });
    await expectReopens(explorer, fresh, async () => {
      const lines = await explorer.lines();
      const heavy = lines.reduce((most, line) =>
        line.statements.length > most.statements.length ? line : most,
      );
      await explorer.clickLine(heavy.id, { double: true });
      await eventually(async () => expect(await explorer.address()).toContain("expand="));
    });
    await expectReopens(explorer, fresh, async () => {
      await page.getByRole("button", { name: /^Change to / }).click();
      await page.mouse.move(...(await explorer.actorPoint("russia")));
      for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, -117);
      await eventually(async () => expect(await explorer.address()).toContain("zoom="));
    });
    await expectReopens(explorer, fresh, () => page.getByRole("button", { name: "Zoom out" }).click());
  });
});

describe("back and forward", () => {
  test("go through what was looked at, in both directions", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const views: [query: string, view: ViewOnScreen][] = [];
    const note = async () => views.push([await explorer.settledBar(), await explorer.view()]);
    const step = async (act: () => Promise<unknown>) => {
      const before = await explorer.address();
      await act();
      await eventually(async () => expect(await explorer.address()).not.toBe(before));
      await note();
    };
    await note();
    await step(() => explorer.clickActor("putin"));
    await step(() =>
      explorer
        .facet("Families")
        .getByLabel(/^threat/)
        .click(),
    );
    await step(() =>
      explorer
        .facet("Families")
        .getByLabel(/^alliance/)
        .click(),
    );
    const expectView = async ([query, view]: (typeof views)[number]) => {
      await eventually(() => expect(explorer.bar()).toBe(query));
      await eventually(async () => expectSameView(await explorer.view(), view));
    };
    for (const wanted of views.slice(0, -1).reverse()) {
      await page.goBack();
      await expectView(wanted);
    }
    for (const wanted of views.slice(1)) {
      await page.goForward();
      await expectView(wanted);
    }
    await page.reload();
    await explorer.ready();
    await expectView(views.at(-1)!);
  });

  test("do not stop at every pan and zoom", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const steps = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await eventually(async () => expect(await explorer.settledBar()).toContain("zoom="));
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test("come back to the explorer from a page of its own", async () => {
    const explorer = await openExplorer(stage, "select=putin&family=blame");
    const { page } = explorer;
    const view = await explorer.view();
    await page.locator("#reader .place a").first().click();
    await page.waitForURL(/\/read\//);
    await page.goBack();
    await explorer.ready();
    expectSameView(await explorer.view(), view);
  });
});
