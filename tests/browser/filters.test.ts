/** Filters, search, chips, time strip, voice switch: the lens by hand, its counts those of the API. */
import { describe, expect, test } from "@jest/globals";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { DOSSIER, eventually, useStage } from "../support/browser.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

const stage = useStage();

async function countOf(lens: string): Promise<number> {
  return (await stage.json<{ total: number }>(`/api/dossiers/${DOSSIER}/statements?${lens}`)).total;
}

async function idsUnder(lens: string): Promise<string[]> {
  const { statements } = await stage.json<{ statements: { id: string }[] }>(
    `/api/dossiers/${DOSSIER}/statements?${lens}&per=500`,
  );
  return statements.map(({ id }) => id);
}

/** Label and count of each choice, in order. */
async function choicesOf(explorer: Explorer, title: string): Promise<[label: string, count: number][]> {
  const facet = explorer.facet(title);
  if ((await facet.getAttribute("open")) === null) await facet.locator("summary").click();
  const rows = facet.locator(".choice");
  await rows.first().waitFor();
  return rows.evaluateAll((list) =>
    list.map((row): [string, number] => [
      row.querySelector(".choice-label")?.textContent ?? "",
      Number(row.querySelector(".count")?.textContent),
    ]),
  );
}

async function expectShown(explorer: Explorer, lens: string): Promise<void> {
  const total = await countOf(lens);
  await eventually(async () => expect(await explorer.settledBar()).toBe(lens));
  expect(await explorer.statementIds()).toHaveLength(total);
  await eventually(async () =>
    expect(await explorer.page.getByTestId("slice-count").textContent()).toMatch(new RegExp(`^${total} of `)),
  );
}

describe("the counts beside the filters", () => {
  test.each(["", "phase=blame-ukraine..main-adversary&voice=author"])(
    "are what the API gives for each choice under '%s'",
    async (base) => {
      const explorer = await openExplorer(stage, base);
      const dossier = await stage.json<Dossier>(`/api/dossiers/${DOSSIER}`);
      const { families, relationTypes } = await stage.json<{
        families: { id: string; label: string }[];
        relationTypes: { id: string; label: string }[];
      }>("/api/codebook");
      const speakers = [{ id: "author", label: "the author" }, ...dossier.actors];
      const facets: [title: string, key: string, options: readonly { id: string; label: string }[]][] = [
        ["Families", "family", families],
        ["Relation types", "type", relationTypes],
        ["As told by", "voice", speakers],
        ["Narratives", "narrative", dossier.narratives ?? []],
        [
          "Modality",
          "modality",
          ["asserted", "insinuated", "reported", "hypothetical", "desired"].map((id) => ({ id, label: id })),
        ],
      ];
      for (const [title, key, options] of facets) {
        const rest = base.split("&").filter((part) => part !== "" && !part.startsWith(`${key}=`));
        const shown = (await choicesOf(explorer, title)).filter(([label]) => label !== "everyone");
        const counts = await Promise.all(
          options.map(
            async ({ id, label }) => [label, await countOf([...rest, `${key}=${id}`].join("&"))] as const,
          ),
        );
        expect(shown).toEqual(counts.filter(([, count]) => count > 0 || key === "family"));
      }
    },
  );
});

describe("the counts beside the filters of a comparison", () => {
  test("are those of both windows, each statement once", async () => {
    const windows = ["phase=background..concession", "phase=blame-ukraine..main-adversary"] as const;
    const explorer = await openExplorer(
      stage,
      `${windows[1]}&voice=author&compare=${encodeURIComponent(windows[0])}`,
    );
    const { families } = await stage.json<{ families: { id: string; label: string }[] }>("/api/codebook");
    const union = async (rest: string) => {
      const ids = await Promise.all(windows.map((window) => idsUnder(`${window}&${rest}`)));
      return new Set(ids.flat()).size;
    };
    const counts = await Promise.all(
      families.map(async ({ id, label }) => [label, await union(`voice=author&family=${id}`)] as const),
    );
    expect(await choicesOf(explorer, "Families")).toEqual(counts);
    const [total, everyone] = [await union("voice=author"), await union("")];
    expect((await choicesOf(explorer, "As told by")).slice(0, 2)).toEqual([
      ["everyone", everyone],
      ["the author", total],
    ]);
    const { page } = explorer;
    expect(await page.getByTestId("slice-count").textContent()).toMatch(new RegExp(`^${total} of `));
    const each = await Promise.all(windows.map((window) => countOf(`${window}&voice=author`)));
    expect(await page.locator("#filters .panel-head").textContent()).toContain(
      `A: ${each[0]}, B: ${each[1]}`,
    );
    expect(each[0]! + each[1]!).toBeGreaterThan(total);
  });
});

describe("the lens", () => {
  test("grows by boxes, and shrinks by chips", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await explorer
      .facet("Families")
      .getByLabel(/^blame/)
      .check();
    await expectShown(explorer, "family=blame");
    await explorer
      .facet("Families")
      .getByLabel(/^denial/)
      .check();
    await expectShown(explorer, "family=blame,denial");
    await explorer.facet("Narratives").getByRole("checkbox").first().check();
    await eventually(async () => expect(await explorer.settledBar()).toMatch(/&narrative=/));
    const narrative = explorer.bar().split("&")[1]!;
    await expectShown(explorer, `family=blame,denial&${narrative}`);

    const chips = page.getByRole("list", { name: "Lens" }).getByRole("button");
    expect(await chips.count()).toBe(2);
    await chips.first().click();
    await expectShown(explorer, narrative);
    await chips.first().click();
    await expectShown(explorer, "");
    expect(await chips.count()).toBe(0);
  });

  test("takes one speaker's voice, and everyone's again", async () => {
    const explorer = await openExplorer(stage);
    const voices = explorer.facet("As told by");
    await voices.getByRole("radio", { name: /^Vladimir Putin/ }).check();
    await expectShown(explorer, "voice=putin");
    await voices.getByRole("radio", { name: /^everyone/ }).check();
    await expectShown(explorer, "");
  });

  test("takes a phase by a click in the time strip, a run of them by a drag, and all again", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const strip = page.locator(".time-strip");
    const stops = strip.locator("ol > li");
    const { phases = [] } = await stage.json<Dossier>(`/api/dossiers/${DOSSIER}`);
    const ids = phases.map(({ id }) => id);
    for (const [at, id] of ids.entries()) {
      expect(await stops.nth(at).textContent()).toContain(`${await countOf(`phase=${id}`)} statement`);
    }
    const middle = async (at: number) => {
      const { x, y, width, height } = (await stops.nth(at).boundingBox())!;
      return [x + width / 2, y + height / 2] as const;
    };
    await page.mouse.click(...(await middle(1)));
    await expectShown(explorer, `phase=${ids[1]}`);
    await page.mouse.click(...(await middle(1)));
    await expectShown(explorer, "");

    await page.mouse.move(...(await middle(1)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(2)), { steps: 3 });
    await page.mouse.move(...(await middle(4)), { steps: 3 });
    await page.mouse.up();
    await expectShown(explorer, `phase=${ids[1]}..${ids[4]}`);
    const outside = () =>
      stops.evaluateAll((items) =>
        items.flatMap((item, at) => (item.classList.contains("outside") ? [at] : [])),
      );
    expect(await outside()).toEqual([...ids.keys()].filter((at) => at < 1 || at > 4));
    await strip.getByRole("button", { name: /^All/ }).click();
    await expectShown(explorer, "");
    expect(await outside()).toEqual([]);
    await page.goBack();
    await expectShown(explorer, `phase=${ids[1]}..${ids[4]}`);
    await page.goBack();
    await expectShown(explorer, "");
  });

  test("that lets nothing through says so, and shows the way out", async () => {
    const explorer = await openExplorer(stage, "voice=isis-k&family=alliance");
    const { page } = explorer;
    const empty = page.locator(".graph-panel .empty");
    await empty.getByRole("heading", { name: "Nothing matches this lens" }).waitFor();
    expect(await empty.textContent()).toContain("as told by: ISIS-K");
    await empty.getByRole("button", { name: /^Without “alliance”/ }).click();
    await expectShown(explorer, "voice=isis-k");
    expect(await empty.count()).toBe(0);
    await page.goBack();
    await empty.getByRole("button", { name: "Show everything" }).click();
    await expectShown(explorer, "");
  });
});

describe("the search", () => {
  test("suggests actors, phases, narratives and statements, and opens what is chosen with the keys", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const search = page.getByRole("combobox", { name: "Search actors and words" });
    await page.keyboard.press("/");
    await page.keyboard.type("zelen");
    const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
    await eventually(async () => expect(await options.first().textContent()).toMatch(/^President Zelensky/));
    expect(await search.getAttribute("aria-expanded")).toBe("true");
    const active = async () => page.locator(`[id="${await search.getAttribute("aria-activedescendant")}"]`);
    expect(await (await active()).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await explorer.selection()).toEqual(["zelensky"]));
    expect(await search.inputValue()).toBe("");

    await page.keyboard.press("/");
    await page.keyboard.type("Ukrain");
    await eventually(async () => expect(await options.count()).toBeGreaterThan(4));
    const count = await options.count();
    for (let step = 0; step < count + 3; step += 1) await page.keyboard.press("ArrowDown");
    await eventually(async () =>
      expect(await (await active()).textContent()).toBe("Show only what contains “Ukrain”"),
    );
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await explorer.settledBar()).toContain("q=Ukrain"));
    expect(await explorer.statementIds()).toHaveLength(await countOf("q=Ukrain"));
  });

  test("closes with Escape, first the words, then the field", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    await page.keyboard.press("/");
    await page.keyboard.type("Tajik");
    const list = page.getByRole("listbox", { name: "Suggestions" });
    await eventually(async () => expect(await list.isVisible()).toBe(true));
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await list.isVisible()).toBe(false));
    expect(await explorer.focused()).toBe("#search");
    expect(await page.locator("#search").inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await explorer.focused()).not.toBe("#search"));
    expect(await explorer.address()).toBe("");
  });
});
