/** The story in time: windows compared on the graph and in the ledger, playback, and the told story; keys alone, too. */
import { describe, expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { DOSSIER, eventually, type OpenOptions, useStage } from "../support/browser.ts";
import { Explorer, openExplorer } from "../support/explorer.ts";

const stage = useStage();

interface ApiShifts {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly shifts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly a: { readonly statements: readonly string[] };
    readonly b: { readonly statements: readonly string[] };
  }[];
  readonly divergence: { readonly reads: string };
}

interface ApiStatement {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  appeared: "new",
  vanished: "gone",
  changed: "changed",
  grew: "more",
  shrank: "fewer",
  kept: "kept",
};

const HALVES = ["phase=background..attack", "phase=blame-ukraine..main-adversary"] as const;

const askShifts = (a: string, b: string) =>
  stage.json<ApiShifts>(
    `/api/dossiers/${DOSSIER}/shift?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}&per=500`,
  );

async function reopen(explorer: Explorer): Promise<Explorer> {
  const query = await explorer.settledBar();
  const fresh = new Explorer(await stage.blank());
  await fresh.page.goto(`${stage.address}/d/${DOSSIER}?${query}`);
  await fresh.ready();
  return fresh;
}

describe("a window of time", () => {
  test("brushed with keys changes graph and counts; the address holds it", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await page.getByRole("slider", { name: "Start of the window" }).focus();
    for (let at = 0; at < 3; at += 1) await page.keyboard.press("ArrowRight");
    await eventually(async () => expect(await explorer.address()).toContain("phase=blame-ukraine"));
    const { total } = await stage.json<{ total: number }>(
      `/api/dossiers/${DOSSIER}/statements?${await explorer.settledBar()}`,
    );
    expect(await explorer.statementIds()).toHaveLength(total);
    const fresh = await reopen(explorer);
    expect(await fresh.statementIds()).toEqual(await explorer.statementIds());
  });

  test("plays from the first stop to the last, by the space bar", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await page.getByRole("combobox", { name: "Speed of playback" }).selectOption("4");
    await page.locator(".graph").focus();
    await page.keyboard.press("Space");
    await eventually(async () => expect(await explorer.address()).toMatch(/phase=background(&|$)/));
    await eventually(async () => {
      expect(await explorer.address()).toMatch(/phase=main-adversary(&|$)/);
      expect(await page.getByRole("button", { name: "Play" }).count()).toBe(1);
    });
  });
});

describe("playback", () => {
  const OPENING = "phase=background";

  async function open(options: OpenOptions = {}): Promise<Explorer> {
    const explorer = await openExplorer(stage, OPENING, options);
    await explorer.page.getByRole("combobox", { name: "Speed of playback" }).selectOption("4");
    return explorer;
  }

  /** Some steps of playback later, nothing has moved; it says so. */
  async function expectHeld(explorer: Explorer): Promise<void> {
    const held = explorer.page.locator(".time-strip .held");
    await eventually(async () => expect(await held.textContent()).toBe("held"));
    await explorer.page.waitForTimeout(900);
    expect(await explorer.address()).toBe(OPENING);
    expect(await explorer.page.getByRole("button", { name: "Pause" }).getAttribute("title")).toMatch(/^Held/);
  }

  const expectEnd = ({ page }: Explorer) =>
    eventually(async () => {
      expect(new URLSearchParams(new URL(page.url()).search).get("phase")).toBe("main-adversary");
      expect(await page.getByRole("button", { name: "Play" }).count()).toBe(1);
    });

  test.each(["no-preference", "reduce"] as const)(
    "is held while the pointer rests on a stop, and goes on over the button (motion: %s)",
    async (reducedMotion) => {
      const explorer = await open({ reducedMotion });
      const { page } = explorer;
      await page.locator(".time-strip ol > li").nth(3).hover();
      await page.keyboard.press("Space");
      await expectHeld(explorer);
      await page.getByRole("button", { name: "Pause" }).hover();
      expect(await page.locator(".time-strip .held").count()).toBe(0);
      await expectEnd(explorer);
    },
  );

  test("is held over actors and lines that are drawn, and goes on over the ground", async () => {
    const explorer = await open();
    const { page } = explorer;
    const [line] = await explorer.lines();
    for (const place of [await explorer.actorPoint(line!.source), await explorer.linePoint(line!.id)]) {
      await explorer.visit(OPENING);
      await eventually(async () => expect(await explorer.lines()).toContainEqual(line));
      await explorer.point(place);
      await page.keyboard.press("Space");
      await expectHeld(explorer);
      await explorer.point(await bareGround(explorer));
      await expectEnd(explorer);
    }
  });

  test("is not held by a finger, which is gone after its tap", async () => {
    const explorer = await openExplorer(stage, OPENING, { hasTouch: true });
    const { page } = explorer;
    // This actor stays in sight through the next phases.
    const point = await explorer.actorPoint("russia");
    await page.getByRole("button", { name: "Play" }).tap();
    await page.touchscreen.tap(...point);
    await eventually(async () => expect(await explorer.selection()).toEqual(["russia"]));
    expect(await page.locator(".time-strip .held").count()).toBe(0);
    await expectEnd(explorer);
  });
});

/** A place of the graph with nothing near it, whatever the window of time. */
async function bareGround({ page }: Explorer): Promise<readonly [x: number, y: number]> {
  const { x, y, width, height } = (await page.locator(".graph").boundingBox())!;
  return [x + width / 2, y + height - 6];
}

describe("a comparison", () => {
  test("draws what the API tells, kind by kind, and reopens from its address", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await page.keyboard.press("c");
    await eventually(async () => expect(await explorer.address()).toContain("compare="));
    const told = await askShifts(...HALVES);
    const drawn = await explorer.lines();
    expect(new Map(drawn.map(({ id, shift }) => [id, shift]))).toEqual(
      new Map(told.shifts.map(({ id, kind }) => [id, kind])),
    );
    const legend = page.getByRole("list", { name: "Kinds of shift" });
    for (const [word, kind] of [
      ["new", "appeared"],
      ["gone", "vanished"],
      ["fewer", "shrank"],
    ] as const)
      expect(await legend.getByRole("button", { name: word }).textContent()).toBe(
        `${word}${told.counts[kind]}`,
      );
    await legend.getByRole("button", { name: "new" }).click();
    await eventually(async () =>
      expect(new Set((await explorer.lines()).map(({ shift }) => shift))).toEqual(new Set(["appeared"])),
    );
    const fresh = await reopen(explorer);
    expect(await fresh.lines()).toEqual(await explorer.lines());
    await page.keyboard.press("c");
    await eventually(async () => expect(await explorer.address()).not.toContain("compare="));
  });

  test("has a ledger with the words of both windows; a choice shows it on the graph, and leads back", async () => {
    const explorer = await openExplorer(stage, `${HALVES[1]}&compare=${encodeURIComponent(HALVES[0])}`);
    const { page } = explorer;
    const told = await askShifts(...HALVES);
    await eventually(async () =>
      expect(await page.locator(".ledger .finding").textContent()).toBe(told.divergence.reads),
    );
    const ledger = page.getByRole("list", { name: "Ledger of shifts" });
    const first = ledger.getByRole("listitem").first();
    const shift = told.shifts[0]!;
    const quoted = shift.b.statements[0]!;
    const { statements } = await stage.json<{
      statements: { id: string; evidence: { exact: string }[] }[];
    }>(`/api/dossiers/${DOSSIER}/statements?per=500`);
    const words = statements.find(({ id }) => id === quoted)!.evidence[0]!.exact;
    expect(await first.locator(".told.side-b blockquote").textContent()).toBe(`“${words}”`);
    expect(await first.locator(".told.side-a").textContent()).toBe("Anothing");
    await first.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await explorer.selection()).toEqual([shift.id]));
    expect(await page.getByRole("heading", { name: "In B" }).count()).toBe(1);
    await page.getByRole("button", { name: "Back to the ledger" }).click();
    await page.getByRole("searchbox", { name: "Words in the ledger" }).fill("zelensky");
    await eventually(async () => {
      const entries = await ledger.getByRole("listitem").allTextContents();
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) expect(entry).toMatch(/Zelensky/);
    });
  });

  test("moves its windows apart with the keys, and stands side by side with one viewport", async () => {
    const explorer = await openExplorer(stage, `${HALVES[1]}&compare=${encodeURIComponent(HALVES[0])}`);
    const { page } = explorer;
    await page.getByRole("slider", { name: "End of the window A" }).focus();
    await page.keyboard.press("ArrowLeft");
    await eventually(async () =>
      expect(new URLSearchParams(await explorer.address()).get("compare")).toBe("phase=background,warnings"),
    );
    await page.getByRole("button", { name: "Side by side" }).click();
    await eventually(async () =>
      expect(await page.locator(".graph.before canvas").count()).toBeGreaterThan(1),
    );
    const stands = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".graph-actors")].map((element) => {
          const { cy } = (element as Element & { _cyreg: { cy: { zoom(): number; pan(): object } } })._cyreg;
          return JSON.stringify([cy.zoom(), cy.pan()]);
        }),
      );
    await page.getByRole("button", { name: "Zoom in" }).click();
    await eventually(async () => {
      const [b, a] = await stands();
      expect(a).toBe(b);
    });
    const { total } = await stage.json<{ total: number }>(`/api/dossiers/${DOSSIER}/statements?${HALVES[1]}`);
    const shown = new Set((await explorer.lines()).flatMap(({ statements }) => statements));
    expect(shown.size).toBe(total);
  });
});

describe("what stands beside a comparison", () => {
  const OVERLAPPING = ["phase=background..concession", "phase=blame-ukraine..main-adversary"] as const;
  const COMPARED = `${OVERLAPPING[1]}&compare=${encodeURIComponent(OVERLAPPING[0])}`;

  async function statementsOf(lens: string) {
    const { statements } = await stage.json<{ statements: ApiStatement[] }>(
      `/api/dossiers/${DOSSIER}/statements?${lens}&per=500`,
    );
    return statements;
  }

  const rowsOf = (table: Locator) =>
    table
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "")),
      );

  test("as a table tells what became of each tie and counts both windows, of the kinds that are drawn", async () => {
    const explorer = await openExplorer(stage, COMPARED);
    const { page } = explorer;
    const told = await askShifts(...OVERLAPPING);
    expect(Object.values(told.counts).filter((count) => count > 0).length).toBeGreaterThanOrEqual(4);
    const [a, b] = await Promise.all(OVERLAPPING.map(statementsOf));
    const union = new Set([...a!, ...b!].map(({ id }) => id));
    await page.keyboard.press("t");
    const [actors, ties] = [page.getByRole("table").nth(0), page.getByRole("table").nth(1)];
    expect(await page.locator("#network-table-title").textContent()).toMatch(
      new RegExp(`actors, ${union.size} statements A: ${a!.length}, B: ${b!.length}$`),
    );
    const expected = told.shifts.map(({ kind, a: before, b: after }) => [
      KIND_WORDS[kind],
      String(before.statements.length),
      String(after.statements.length),
    ]);
    const last = async () => (await rowsOf(ties)).map((row) => row.slice(-3));
    expect(await last()).toEqual(expected);
    const heads = await ties.locator("thead th").allTextContents();
    expect(heads).toEqual(["From", "Family", "To", "Shift", "Statements in A", "Statements in B"]);

    const touching = (statements: readonly ApiStatement[], id: string) =>
      String(statements.filter(({ source, target }) => [source, target].includes(id)).length);
    const counted = (await explorer.nodes()).map(({ id, label }) => [
      label,
      touching(a!, id),
      touching(b!, id),
    ]);
    const shown = (await rowsOf(actors)).map(([label, , ...counts]) => [label, ...counts]);
    expect(new Set(shown.map((row) => row.join("|")))).toEqual(new Set(counted.map((row) => row.join("|"))));
    expect(shown).toHaveLength(counted.length);

    await page.getByRole("list", { name: "Kinds of shift" }).getByRole("button", { name: "fewer" }).click();
    await eventually(async () => expect(await last()).toEqual(expected.filter(([kind]) => kind === "fewer")));
    expect(await ties.locator("caption").textContent()).toBe("Ties: fewer");
    await ties.locator("tbody button").first().click();
    await eventually(async () =>
      expect(await explorer.selection()).toEqual([told.shifts.find(({ kind }) => kind === "shrank")!.id]),
    );
  });

  test("are the graph's words, side by side those of each network", async () => {
    const explorer = await openExplorer(stage, COMPARED);
    const { page } = explorer;
    const [a, b] = await Promise.all(OVERLAPPING.map(statementsOf));
    const union = new Set([...a!, ...b!].map(({ id }) => id)).size;
    const words = () => page.locator(".graph:not(.before)").getAttribute("aria-label");
    expect(await words()).toContain(
      ` and ${union} statements, ${a!.length} in window A and ${b!.length} in window B. Ties: `,
    );
    await page.locator(".graph").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(".");
    await eventually(async () =>
      expect(await explorer.announcement()).toMatch(/, (new|gone|more|fewer|kept), \d+ statements?$/),
    );
    await page.getByRole("button", { name: "Side by side" }).click();
    await eventually(async () => expect(await words()).toMatch(/^Network of window B: /));
    expect(await words()).toContain(` and ${b!.length} statements.`);
    expect(await page.locator(".graph.before").getAttribute("aria-label")).toMatch(
      new RegExp(`^Network of window A: \\d+ actors and ${a!.length} statements$`),
    );
  });

  test("side by side both networks draw the chosen kinds alone", async () => {
    const explorer = await openExplorer(stage, `${COMPARED}&shift=vanished,shrank&beside=1`);
    const told = await askShifts(...OVERLAPPING);
    const idsOf = (...kinds: string[]) =>
      told.shifts
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ id }) => id)
        .sort();
    const before = await explorer.page.evaluate(() =>
      window.narrascope.before.peek().lines.map(({ id }) => id),
    );
    expect(before.sort()).toEqual(idsOf("vanished", "shrank"));
    expect((await explorer.lines()).map(({ id }) => id).sort()).toEqual(idsOf("shrank"));
  });

  test("a statement of window A alone is no stranger to the lens", async () => {
    const [a, b] = await Promise.all(OVERLAPPING.map(statementsOf));
    const later = new Set(b!.map(({ id }) => id));
    const { id } = a!.find((statement) => !later.has(statement.id))!;
    const explorer = await openExplorer(stage, `${COMPARED}&select=${id}`);
    const reader = explorer.page.locator("#reader");
    expect(await reader.locator("mark").count()).toBeGreaterThan(0);
    expect(await reader.textContent()).not.toContain("leaves this statement out");
    const link = await reader.locator(".place a").first().getAttribute("href");
    expect(decodeURIComponent(link!)).toContain(`?${OVERLAPPING[0]}#`);
  });
});

describe("the told story", () => {
  test("goes from the first step to the last with the keys; each step's address opens it again", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const { story } = await stage.json<{ story: { title: string; highlight: string[] }[] }>(
      `/api/dossiers/${DOSSIER}`,
    );
    await page.keyboard.press("s");
    for (const [at, { title, highlight }] of story.entries()) {
      const heading = page.locator(".story-step > h3");
      await eventually(async () => expect(await heading.textContent()).toBe(title));
      expect(await explorer.selection()).toEqual(highlight);
      expect((await explorer.quotations()).length).toBeGreaterThanOrEqual(highlight.length);
      expect(new URLSearchParams(await explorer.settledBar()).get("story")).toBe(String(at + 1));
      if (at === 3) {
        const fresh = await reopen(explorer);
        expect(await fresh.page.locator(".story-step > h3").textContent()).toBe(title);
        expect(await fresh.statementIds()).toEqual(await explorer.statementIds());
      }
      await page.keyboard.press("PageDown");
    }
    expect(await page.locator(".story-step > h3").textContent()).toBe(story.at(-1)!.title);
    await page.keyboard.press("PageUp");
    await eventually(async () =>
      expect(await page.locator(".story-step > h3").textContent()).toBe(story.at(-2)!.title),
    );
    await page.keyboard.press("s");
    await eventually(async () => expect(await explorer.address()).not.toContain("story="));
  });

  test("is left for a line that is chosen, and returned to", async () => {
    const explorer = await openExplorer(stage, "story=4&phase=blame-ukraine&select=s48,s52,s53,s54");
    await explorer.clickLine("putin~ukraine~blame");
    const back = explorer.page.getByRole("button", { name: "Back to step 4 of the story" });
    await back.click();
    await eventually(async () => expect(await explorer.selection()).toEqual(["s48", "s52", "s53", "s54"]));
  });
});

describe("a pair", () => {
  test("Putin on ISIS-K is a reversal: the page faces the denial with the concession", async () => {
    const page = await stage.open(`/d/${DOSSIER}/shift`);
    const row = page
      .getByRole("row")
      .filter({ hasText: "Reversal" })
      .filter({ hasText: "Putin denied its Islamist dimension" });
    expect(await row.first().textContent()).toMatch(/reluctantly acknowledged ISIS-K’s responsibility/);
  });
});
