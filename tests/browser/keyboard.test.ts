/** The explorer by keyboard alone: everything is reached, said, seen, and the focus is never lost. */
import { describe, expect, test } from "@jest/globals";
import { stepFrom } from "../../client/graph/walk.ts";
import type { Elements } from "../../graph-data/display/elements.ts";
import { DOSSIER, eventually, useStage } from "../support/browser.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

const stage = useStage();

/** How what has the focus looks: whether it lies in the window and shows that it has the focus. */
function lookAtFocus({ page }: Explorer) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      lost: element === document.body,
      name: `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40)}`,
      visible:
        right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top,
      ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1,
    };
  });
}

/** Whether the focus is somewhere in the page, once what was done has been drawn. */
async function keepsFocus(explorer: Explorer): Promise<boolean> {
  await explorer.drawn();
  return (await explorer.focused()) !== "body";
}

async function press({ page }: Explorer, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("the tabulator key", () => {
  test("goes through every control; each is in sight and shows that it has the focus", async () => {
    const explorer = await openExplorer(stage, "select=putin&family=blame");
    const controls = await explorer.page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "a[href], button, input, select, summary, [tabindex='0']",
          ),
        ].filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) && !(element as HTMLButtonElement).disabled,
        ).length,
    );
    const seen: string[] = [];
    for (let step = 0; step < controls + 5; step += 1) {
      await press(explorer, "Tab");
      const { lost, name, visible, ring } = await lookAtFocus(explorer);
      if (lost) break;
      seen.push(name);
      expect({ name, visible, ring }).toEqual({ name, visible: true, ring: true });
    }
    // Radio buttons of one group are a single stop.
    const radios = await explorer.page.locator("#filters input[type=radio]").count();
    expect(seen).toHaveLength(controls - radios + 1);
  });
});

describe("in the graph", () => {
  test("arrows walk to an actor, full stop and comma through its lines, and their words open", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const elements = { nodes: await explorer.nodes(), lines: await explorer.lines() } as unknown as Elements;
    await press(explorer, "g");
    expect(await explorer.focused()).toBe("graph");

    await press(explorer, "ArrowRight");
    const start = stepFrom(null, "right", elements)!;
    await eventually(async () => expect(await explorer.focus()).toBe(start));
    const label = elements.nodes.find(({ id }) => id === start)!.label;
    const region = page.locator("[aria-live=polite]");
    await eventually(async () =>
      expect(await region.textContent()).toMatch(
        new RegExp(`^${label}, [a-z ]+, \\d+ statements, linked with \\d+ actors$`),
      ),
    );

    let at = start;
    for (const [key, direction] of [
      ["ArrowUp", "up"],
      ["ArrowLeft", "left"],
      ["ArrowDown", "down"],
    ] as const) {
      await press(explorer, key);
      at = stepFrom(at, direction, elements) ?? at;
      await eventually(async () => expect(await explorer.focus()).toBe(at));
    }
    await press(explorer, "Enter");
    await eventually(async () => expect(await explorer.selection()).toEqual([at]));

    const own = elements.lines
      .filter(({ source, target }) => source === at || target === at)
      .map(({ id }) => id);
    await press(explorer, ".");
    await eventually(async () => expect(await explorer.selection()).toEqual([own[0]]));
    await eventually(async () => expect((await explorer.quotations()).length).toBeGreaterThan(0));
    await eventually(async () => expect(await region.textContent()).toMatch(/, \d+ statements?$/));
    await press(explorer, ",");
    await eventually(async () => expect(await explorer.selection()).toEqual([own.at(-1)]));
    await press(explorer, ".");
    await eventually(async () => expect(await explorer.selection()).toEqual([own[0]]));
    expect(await explorer.focused()).toBe("graph");

    await press(explorer, "Escape");
    await eventually(async () =>
      expect([await explorer.selection(), await explorer.focus()]).toEqual([[], null]),
    );
    expect(await explorer.focused()).toBe("graph");
  });

  test("X draws a chosen line apart and back; undo and redo work from there", async () => {
    const explorer = await openExplorer(stage);
    const lines = await explorer.lines();
    const heavy = lines.reduce((most, line) =>
      line.statements.length > most.statements.length ? line : most,
    );
    await explorer.visit(`select=${heavy.id}`);
    await press(explorer, "g", "x");
    const apart = async () => (await explorer.lines()).filter(({ tie }) => tie === heavy.id).length;
    await eventually(async () => expect(await apart()).toBe(heavy.statements.length));
    await press(explorer, "Control+z");
    await eventually(async () => expect(await apart()).toBe(1));
    await press(explorer, "Control+Shift+Z");
    await eventually(async () => expect(await apart()).toBe(heavy.statements.length));
    await press(explorer, "Control+z", "Control+y");
    await eventually(async () => expect(await apart()).toBe(heavy.statements.length));
  });

  test("plus, minus, shift with arrows and F move the picture; an actor outside comes into sight", async () => {
    const explorer = await openExplorer(stage);
    await press(explorer, "g", "ArrowRight");
    const zoom = async () => (await explorer.window()).zoom;
    const before = await zoom();
    await press(explorer, "+", "+", "+", "+", "+");
    await eventually(async () => expect(await zoom()).toBeGreaterThan(before * 2.5));
    await press(explorer, "-");
    await eventually(async () => expect(await zoom()).toBeLessThan(before * 2.5));
    const { x } = await explorer.window();
    await press(explorer, "Shift+ArrowRight");
    await eventually(async () =>
      expect(Math.abs((await explorer.window()).x - (x - 60))).toBeLessThanOrEqual(2),
    );

    for (let step = 0; step < 8; step += 1) await press(explorer, "ArrowLeft");
    const focus = (await explorer.focus())!;
    await eventually(async () => {
      const [px, py] = await explorer.actorPoint(focus);
      const box = (await explorer.page.locator(".graph").boundingBox())!;
      expect(px > box.x && px < box.x + box.width && py > box.y && py < box.y + box.height).toBe(true);
    });
    await press(explorer, "f");
    await eventually(async () => expect(Math.abs((await zoom()) - before)).toBeLessThan(0.06));
  });
});

describe("from anywhere", () => {
  test("a lens is set in the filters, taken back with undo, and reset with R", async () => {
    const explorer = await openExplorer(stage);
    const all = (await explorer.statementIds()).length;
    const { page } = explorer;
    await press(explorer, "/");
    expect(await explorer.focused()).toBe("#search");
    await press(explorer, "Escape");
    await explorer
      .facet("Families")
      .getByLabel(/^denial/)
      .focus();
    await press(explorer, "Space");
    const { total } = await stage.json<{ total: number }>(
      `/api/dossiers/${DOSSIER}/statements?family=denial`,
    );
    await eventually(async () => expect(await explorer.statementIds()).toHaveLength(total));
    await press(explorer, "Control+z");
    await eventually(async () => expect(await explorer.statementIds()).toHaveLength(all));
    await press(explorer, "Control+Shift+Z");
    await eventually(async () => expect(await explorer.statementIds()).toHaveLength(total));
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("input");
    await press(explorer, "r");
    await eventually(async () => expect(await explorer.settledBar()).toBe(""));
  });

  test("B hides and shows the filters; T opens and closes the tables, which choose actors and ties", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const filters = page.locator("#filters");
    await press(explorer, "g", "b");
    await eventually(async () => expect(await filters.isVisible()).toBe(false));
    await press(explorer, "b");
    await eventually(async () => expect(await filters.isVisible()).toBe(true));

    await press(explorer, "t");
    const table = page.locator(".network-table");
    await table.waitFor();
    await eventually(async () => expect(await explorer.focused()).toBe("#network-table-title"));
    expect(await table.getByRole("table").count()).toBe(2);
    expect(await table.getByRole("table").nth(0).locator("tbody tr").count()).toBe(
      (await explorer.nodes()).length,
    );
    expect(await table.getByRole("table").nth(1).locator("tbody tr").count()).toBe(
      (await explorer.lines()).length,
    );
    await press(explorer, "Tab", "Tab", "Enter");
    await eventually(async () => expect(await explorer.selection()).toHaveLength(1));
    expect(await keepsFocus(explorer)).toBe(true);
    await press(explorer, "t");
    await eventually(async () => expect(await table.count()).toBe(0));
  });

  test("? shows all keys, Escape closes them", async () => {
    const explorer = await openExplorer(stage);
    const help = explorer.page.getByRole("dialog", { name: "Keys and help" });
    await press(explorer, "g", "?");
    await help.waitFor();
    await press(explorer, "t", "b");
    expect(await explorer.page.locator(".network-table").count()).toBe(0);
    await press(explorer, "Escape");
    await eventually(async () => expect(await help.isVisible()).toBe(false));
    expect(await explorer.focused()).toBe("graph");
    await press(explorer, "?");
    await help.waitFor();
    await press(explorer, "Enter");
    await eventually(async () => expect(await help.isVisible()).toBe(false));
    expect(await explorer.focused()).toBe("graph");
  });
});

type Situation = readonly [what: string, query: string, act: (explorer: Explorer) => Promise<unknown>];

/** Puts the focus on a button and presses Enter there. */
function pressButton(name: RegExp | string) {
  return async (explorer: Explorer) => {
    await explorer.page.getByRole("button", { name }).first().focus();
    await press(explorer, "Enter");
  };
}

const SITUATIONS: readonly Situation[] = [
  ["a chip is taken away", "family=blame&voice=author", pressButton(/^Remove from the lens/)],
  ["the last chip is taken away", "family=blame", pressButton(/^Remove from the lens/)],
  ["the lens is cleared", "family=blame", pressButton("Clear")],
  ["the view is reset", "family=blame", pressButton("Reset")],
  ["what is selected is closed", "select=putin", pressButton("Close what is selected")],
  ["another actor is chosen in the reader", "select=putin", pressButton("The Kremlin")],
  ["the way out of an empty lens is taken", "family=alliance&voice=isis-k", pressButton("Show everything")],
  ["all times are shown", "phase=attack", pressButton(/^All (phases|times)/)],
  [
    "a statement is chosen in the reader",
    "select=putin",
    async (explorer) => {
      await explorer.page.locator("#reader .relation").first().focus();
      await press(explorer, "Enter");
    },
  ],
  [
    "there is nothing more to redo",
    "",
    async (explorer) => {
      await explorer
        .facet("Families")
        .getByLabel(/^blame/)
        .focus();
      await press(explorer, "Space", "Control+z");
      await pressButton("Redo")(explorer);
    },
  ],
  [
    "the tables are closed with T",
    "",
    async (explorer) => {
      await press(explorer, "t");
      await eventually(async () => expect(await explorer.focused()).toBe("#network-table-title"));
      await press(explorer, "t");
    },
  ],
  [
    "a suggestion is chosen",
    "",
    async (explorer) => {
      await press(explorer, "/");
      await explorer.page.keyboard.type("zelen");
      await press(explorer, "Enter");
    },
  ],
  ["the search is left", "", (explorer) => press(explorer, "/", "Escape")],
  [
    "the export menu is closed",
    "",
    async (explorer) => {
      await pressButton(/^Export/)(explorer);
      await press(explorer, "Tab", "Escape");
    },
  ],
  [
    "a link is copied",
    "",
    async (explorer) => {
      await pressButton(/^Export/)(explorer);
      await pressButton(/^Copy link/)(explorer);
    },
  ],
];

describe("the focus", () => {
  test("is nowhere lost when what had it goes away", async () => {
    const explorer = await openExplorer(stage, "", { permissions: ["clipboard-read", "clipboard-write"] });
    const lost: string[] = [];
    for (const [what, query, act] of SITUATIONS) {
      await explorer.visit(query);
      await eventually(async () => expect(await explorer.address()).toBe(query));
      await press(explorer, "g");
      await act(explorer);
      if (!(await keepsFocus(explorer))) lost.push(what);
    }
    expect(lost).toEqual([]);
  });
});
