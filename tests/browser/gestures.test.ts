/** What hands do on the graph: click, drag, wheel, box; and what the reader and the panels make of it. */
import { describe, expect, test } from "@jest/globals";
import { DOSSIER, eventually, useStage } from "../support/browser.ts";
import { openExplorer } from "../support/explorer.ts";

const stage = useStage();

describe("a click", () => {
  test("on an actor opens what is said by and of it; on the ground, nothing is chosen", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await explorer.clickActor("putin");
    await eventually(async () => expect(await explorer.selection()).toEqual(["putin"]));
    const heading = page.locator("#reader h2");
    await eventually(async () => expect(await heading.textContent()).toBe("Vladimir Putin person"));

    const nodes = await explorer.nodes();
    const corner = [
      Math.min(...nodes.map(({ x }) => x)) - 20,
      Math.max(...nodes.map(({ y }) => y)) + 20,
    ] as const;
    await page.mouse.click(...(await explorer.onPage(corner)));
    await eventually(async () => expect(await explorer.selection()).toEqual([]));
    await eventually(async () => expect(await heading.textContent()).toBe("About this dossier"));
  });

  test("on a line opens the words it rests on", async () => {
    const explorer = await openExplorer(stage);
    const lines = (await explorer.lines()).filter((_, at) => at % 9 === 0);
    for (const line of lines) {
      await explorer.clickLine(line.id);
      await eventually(async () => expect(await explorer.selection()).toEqual([line.id]));
      await eventually(async () =>
        expect((await explorer.quotations()).length).toBeGreaterThanOrEqual(line.statements.length),
      );
    }
  });

  test("with shift adds to what is chosen: a pair, its paths, then a third", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await explorer.clickActor("putin");
    await explorer.clickActor("ukraine", { shift: true });
    await eventually(async () => expect(await explorer.selection()).toEqual(["putin", "ukraine"]));
    const statements = (await explorer.lines())
      .filter(({ source, target }) => [source, target].sort().join() === "putin,ukraine")
      .flatMap((line) => line.statements);
    expect(statements.length).toBeGreaterThan(1);
    await eventually(async () => expect(await page.locator("#reader .card").count()).toBe(statements.length));

    await explorer.clickActor("kremlin", { shift: true });
    await eventually(async () => expect(await explorer.selection()).toEqual(["putin", "ukraine", "kremlin"]));
    expect(await page.locator("#reader h2").textContent()).toBe("3 actors");

    await explorer.clickActor("kremlin", { shift: true });
    await page.getByRole("button", { name: /^Paths from Vladimir Putin to Ukraine$/ }).click();
    const paths = await stage.json<{ statements: string[] }>(
      `/api/dossiers/${DOSSIER}/paths?path=putin..ukraine`,
    );
    await eventually(async () => expect(await explorer.statementIds()).toEqual(paths.statements));
  });

  test("twice on an actor leaves only what touches it; twice on a line draws its statements apart", async () => {
    const explorer = await openExplorer(stage);
    const lines = await explorer.lines();
    const heavy = lines.reduce((most, line) =>
      line.statements.length > most.statements.length ? line : most,
    );
    await explorer.clickLine(heavy.id, { double: true });
    await eventually(async () => {
      const now = await explorer.lines();
      expect(now.filter(({ tie }) => tie === heavy.id).map(({ id }) => id)).toEqual(heavy.statements);
    });
    await explorer.clickLine(heavy.statements[0]!);
    await eventually(async () => expect(await explorer.selection()).toEqual([heavy.statements[0]]));
    await explorer.clickLine(heavy.statements[0]!, { double: true });
    await eventually(async () =>
      expect((await explorer.lines()).map(({ id }) => id)).toEqual(lines.map(({ id }) => id)),
    );

    await explorer.clickActor("russia", { double: true });
    const { total } = await stage.json<{ total: number }>(`/api/dossiers/${DOSSIER}/statements?actor=russia`);
    await eventually(async () => expect(await explorer.statementIds()).toHaveLength(total));
    expect(total).toBeLessThan(lines.flatMap(({ statements }) => statements).length);
  });

  test("on two actors one after the other, however quickly, is no double click", async () => {
    const explorer = await openExplorer(stage);
    const [first, second] = [await explorer.actorPoint("putin"), await explorer.actorPoint("russia")];
    await explorer.page.mouse.click(...first);
    await explorer.page.mouse.click(...second);
    await eventually(async () => expect(await explorer.selection()).toEqual(["russia"]));
    expect(await explorer.address()).toBe("select=russia");
  });
});

describe("the pointer", () => {
  test("over an actor dims what it is not linked with; over a line says what it stands for", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const lines = await explorer.lines();
    const near = new Set(
      lines.flatMap(({ source, target }) =>
        source === "isis-k" || target === "isis-k" ? [source, target] : [],
      ),
    );
    const distant = (await explorer.nodes()).map(({ id }) => id).filter((id) => !near.has(id));
    await explorer.point(await explorer.actorPoint("isis-k"));
    await eventually(async () => expect((await explorer.classed("dim")).sort()).toEqual(distant.sort()));

    const line = lines.find(({ source, target }) => source === "isis-k" && target === "russia")!;
    await explorer.point(await explorer.linePoint(line.id));
    await eventually(async () =>
      expect(await page.locator(".pointed-line").textContent()).toMatch(/^ISIS-K .+ Russia/),
    );
    expect(await explorer.classed("dim")).toEqual([]);
  });
});

describe("a reset", () => {
  test("is undone with what was chosen and where the picture stood", async () => {
    const explorer = await openExplorer(stage, "family=blame&select=putin~ukraine~blame");
    const { page } = explorer;
    await page.getByRole("button", { name: "Zoom in" }).click();
    await eventually(async () => expect(await explorer.settledBar()).toContain("zoom="));
    const [bar, view] = [explorer.bar(), await explorer.view()];
    const quotations = await explorer.quotations();
    expect(quotations.length).toBeGreaterThan(0);
    await page.keyboard.press("r");
    await eventually(async () => expect(await explorer.settledBar()).toBe(""));
    await page.keyboard.press("Control+z");
    await eventually(async () => expect(await explorer.settledBar()).toBe(bar));
    expect(await explorer.view()).toEqual(view);
    expect(await explorer.quotations()).toEqual(quotations);
    await page.keyboard.press("Control+y");
    await eventually(async () => expect(await explorer.settledBar()).toBe(""));
    expect(await explorer.viewport()).toBeNull();
  });
});

describe("dragging", () => {
  test("moves an actor, which undo and redo take back and bring again", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const place = async () => {
      const { x, y } = (await explorer.nodes()).find(({ id }) => id === "isis-k")!;
      return [x, y];
    };
    const [before, from] = [await place(), await explorer.actorPoint("isis-k")];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(from[0] + 30, from[1] + 20, { steps: 4 });
    await page.mouse.move(from[0] + 60, from[1] + 40, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => expect(await place()).not.toEqual(before));
    const [after, { zoom }] = [await place(), await explorer.window()];
    expect(Math.abs(after[0]! - before[0]! - 60 / zoom)).toBeLessThan(3);
    expect(Math.abs(after[1]! - before[1]! - 40 / zoom)).toBeLessThan(3);
    expect(await explorer.settledBar()).toContain(`at=isis-k~${after[0]}~${after[1]}`);

    const screen = async () => explorer.drawnAt("isis-k");
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(async () => expect([await place(), await screen()]).toEqual([before, before]));
    await page.getByRole("button", { name: "Redo" }).click();
    await eventually(async () => expect([await place(), await screen()]).toEqual([after, after]));
  });

  test("on the ground moves the picture, and with shift chooses the actors in a box", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const nodes = await explorer.nodes();
    const wanted = ["afghanistan", "pamir-valleys"].filter((id) => nodes.some((node) => node.id === id));
    const chosen = nodes.filter(({ id }) =>
      wanted.length === 2 ? wanted.includes(id) : ["russia", "tajikistan"].includes(id),
    );
    const corner = async (pick: (...values: number[]) => number, by: number) => {
      const x = pick(...chosen.map((node) => node.x));
      const y = pick(...chosen.map((node) => node.y));
      return explorer.onPage([x + by, y + by]);
    };
    const [start, end] = [await corner(Math.min, -45), await corner(Math.max, 45)];
    await page.keyboard.down("Shift");
    await page.mouse.move(...start);
    await page.mouse.down();
    await page.mouse.move(start[0] + 5, start[1] + 5, { steps: 2 });
    await page.mouse.move(...end, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    const inside = await eventually(async () => {
      const selection = await explorer.selection();
      expect(selection.length).toBeGreaterThanOrEqual(2);
      return selection;
    });
    for (const { id } of chosen) expect(inside).toContain(id);

    const before = await explorer.window();
    await page.mouse.move(...start);
    await page.mouse.down();
    await page.mouse.move(start[0] + 80, start[1] - 50, { steps: 6 });
    await page.mouse.up();
    await eventually(async () => {
      const after = await explorer.window();
      expect(Math.abs(after.x - before.x - 80)).toBeLessThan(1.5);
      expect(Math.abs(after.y - before.y + 50)).toBeLessThan(1.5);
    });
    await eventually(async () => expect(await explorer.settledBar()).toContain("zoom="));
  });
});

describe("the wheel", () => {
  test("zooms around the pointer; then the minimap shows where the window stands, and a click there looks there", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const minimap = page.locator(".minimap");
    expect(await minimap.isVisible()).toBe(false);
    const point = await explorer.actorPoint("russia");
    const { zoom } = await explorer.window();
    await page.mouse.move(...point);
    let turns = 0;
    await eventually(async () => {
      await page.mouse.wheel(0, -120);
      turns += 1;
      expect((await explorer.window()).zoom).toBeGreaterThan(zoom * 1.5);
    });
    const still = await explorer.actorPoint("russia");
    // The address holds whole numbers: on a slow machine every turn of the wheel may come to rest on them.
    expect(Math.hypot(still[0] - point[0], still[1] - point[1])).toBeLessThan(3 * turns);
    await eventually(async () => expect(await minimap.isVisible()).toBe(true));
    const before = await eventually(async () => {
      const viewport = await explorer.viewport();
      expect(viewport).not.toBeNull();
      return viewport!;
    });
    await explorer.settledBar();

    const { width, height } = (await minimap.boundingBox())!;
    await minimap.click({ position: { x: width * 0.2, y: height * 0.3 } });
    await eventually(async () => expect((await explorer.viewport())?.x).toBeLessThan(before.x));

    await page.getByRole("button", { name: "Fit what is shown" }).click();
    await eventually(async () => expect(await minimap.isVisible()).toBe(false));
    await page.getByRole("button", { name: "Reset" }).click();
    await eventually(async () => expect(await explorer.settledBar()).toBe(""));
  });
});
