/** A file of the reader's own machine: opened, reported on, explored, kept over a reload, sent nowhere. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { DESK, DOSSIER, eventually, type OpenOptions, PHONE, useStage } from "../support/browser.ts";
import { makeDna } from "../support/dna.ts";
import { Explorer } from "../support/explorer.ts";

const stage = useStage();
const HARBOUR = readFileSync(new URL("../fixtures/harbour.json", import.meta.url), "utf8");

interface Drop {
  readonly name: string;
  readonly text: string;
}

/** Drops a file as a hand does: held over the page, then let go. */
async function drop(page: Page, { name, text }: Drop): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    { name, text },
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  expect(await page.locator(".drop-veil").isVisible()).toBe(true);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** Every request with a body, and every one whose address holds a word of the file. */
function watchSent(page: Page, words: string): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData() !== null || request.url().includes(words))
      sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

async function openDropped(file: Drop, path = "/", options?: OpenOptions): Promise<Page> {
  const page = await stage.open(path, options);
  await drop(page, file);
  await page.waitForURL("**/open");
  return page;
}

const explore = async (page: Page) => {
  await page.getByRole("button", { name: "Explore" }).click();
  return new Explorer(page).ready();
};

describe("a file", () => {
  test("is chosen on the first page, reported on, explored, and there after a reload", async () => {
    const page = await stage.open("/");
    const sent = watchSent(page, "harbour");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a file" }).click();
    await (await chooser).setFiles({
      name: "harbour.json",
      mimeType: "application/json",
      buffer: Buffer.from(HARBOUR),
    });
    await page.waitForURL("**/open");
    await page.getByRole("button", { name: "Explore" }).waitFor();
    const { statements, actors } = JSON.parse(HARBOUR);
    const main = await page.locator("main").textContent();
    expect(main).toContain(`${statements.length} statements among ${actors.length} actors`);
    expect(main).toMatch(/problems/i);

    const explorer = await explore(page);
    const places = (await explorer.nodes()).map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
    await explorer
      .facet("Families")
      .getByLabel(/^blame/)
      .check();
    await eventually(() => expect(explorer.bar()).toBe("family=blame"));
    const ids = await explorer.statementIds();
    await page.reload();
    await explorer.ready();
    expect(await explorer.statementIds()).toEqual(ids);
    expect(await page.title()).toBe(`${JSON.parse(HARBOUR).title} – Narrascope`);
    expect(await page.locator("a[href^='/d/']").count()).toBe(0);
    expect(sent).toEqual([]);
  });

  test("gives the same slice as the server gives of the same dossier", async () => {
    const whole = JSON.stringify(await stage.json(`/api/dossiers/${DOSSIER}`));
    const page = await openDropped({ name: "copy.json", text: whole }, `/d/${DOSSIER}`);
    const opened = await explore(page);
    const served = await new Explorer(await stage.open(`/d/${DOSSIER}`)).ready();
    expect(await opened.statementIds()).toEqual(await served.statementIds());
    expect(await opened.nodes()).toEqual(await served.nodes());
    expect(await opened.lines()).toEqual(await served.lines());
  });

  test("is taken away in formats that are made here, the explorer as a file among them", async () => {
    const explorer = await explore(await openDropped({ name: "harbour.json", text: HARBOUR }));
    const { page } = explorer;
    const take = async (entry: RegExp) => {
      await page.getByRole("button", { name: /^Export/ }).click();
      const started = page.waitForEvent("download");
      await page.locator("#export button").filter({ hasText: entry }).click();
      return readFileSync(await (await started).path(), "utf8");
    };
    const graph = JSON.parse(await take(/^Graphology/));
    expect(graph.edges).toHaveLength((await explorer.statementIds()).length);
    expect(await take(/^One HTML/)).toContain('id="program">H4sI');
  });

  test("shows again how it was read", async () => {
    const { page } = await explore(await openDropped({ name: "harbour.json", text: HARBOUR }));
    await page.getByRole("button", { name: "How it was read" }).click();
    await page.getByRole("button", { name: "Explore" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("harbour.json");
  });

  test.each([
    [
      "no JSON",
      { name: "broken.json", text: '{"format": "narrascope-dossier/1",\n  "id": }' },
      "line 2, column 9",
    ],
    ["no known format", { name: "cat.jpg", text: "\u0001\u0002 meow" }, "none of the formats"],
    ["nothing", { name: "nothing.json", text: "" }, "is empty"],
    [
      "no dossier",
      { name: "half.json", text: HARBOUR.replaceAll('"type": "blames"', '"type": "blames-not"') },
      "cannot be opened",
    ],
  ])("that holds %s says what is wrong, and where", async (_, file, words) => {
    const page = await openDropped(file);
    const alert = page.getByRole("alert");
    await eventually(async () => expect(await alert.textContent()).toContain(words));
    expect(await page.getByRole("button", { name: "Open another file" }).isVisible()).toBe(true);
    if (file.name === "half.json")
      expect(await page.locator("tbody th").first().textContent()).toMatch(/^statements\[\d+\]/);
  });

  test("that takes long shows how far it is and can be stopped; read again it opens", async () => {
    const dossier = JSON.parse(HARBOUR);
    const { positions: _, ...large } = dossier;
    large.actors = [
      ...dossier.actors,
      ...Array.from({ length: 3_000 }, (_, at) => ({
        id: `extra-${at}`,
        label: `Extra ${at}`,
        kind: "other",
      })),
    ];
    large.statements = [
      ...dossier.statements,
      ...Array.from({ length: 12_000 }, (_, at) => ({
        ...{ id: `more-${at}`, source: `extra-${at % 3_000}`, target: `extra-${(at * 7 + 1) % 3_000}` },
        ...{ type: "blames", evidence: [{ document: dossier.documents[0].id }] },
      })),
    ];
    const page = await openDropped({ name: "large.json", text: JSON.stringify(large) });
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    expect(await page.locator("main").textContent()).toContain("stopped");
    await page.getByRole("button", { name: "Read it again" }).click();
    await page.getByRole("progressbar").waitFor();
  });
});

describe("a file of Discourse Network Analyzer", () => {
  const TEXT = "Ann says: tax coal. Bob says no.";
  const variables = ["person", "concept", "agreement"].map(
    (name, at) => [at + 1, name, name === "agreement" ? "boolean" : "short text", 1] as const,
  );
  const DNA = makeDna({
    DOCUMENTS: [[1, "Debate", TEXT, 1, "", "The Herald", "", "", "", 1_709_802_000]],
    STATEMENTTYPES: [[1, "DNA Statement"]],
    VARIABLES: variables,
    STATEMENTS: [
      [11, 1, 1, TEXT.indexOf("tax coal"), TEXT.indexOf("tax coal") + 8, 1],
      [12, 1, 1, TEXT.indexOf("Bob"), TEXT.length, 1],
    ],
    ENTITIES: [
      [1, 1, "Ann", null],
      [2, 1, "Bob", null],
      [3, 2, "Tax on coal", null],
    ],
    DATASHORTTEXT: [
      [1, 11, 1, 1],
      [2, 11, 2, 3],
      [3, 12, 1, 2],
      [4, 12, 2, 3],
    ],
    DATABOOLEAN: [
      [1, 11, 3, 1],
      [2, 12, 3, 0],
    ],
  });

  async function chooseDna(page: Page): Promise<void> {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a file" }).click();
    const file = { name: "debate.dna", mimeType: "application/octet-stream", buffer: Buffer.from(DNA) };
    await (await chooser).setFiles(file);
    await page.waitForURL("**/open");
  }

  test("is opened by SQLite, which is loaded for it and for no other file", async () => {
    const page = await stage.open("/");
    const sent = watchSent(page, "debate");
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".wasm")) loaded.push(new URL(request.url()).pathname);
    });
    await chooseDna(page);
    const explorer = await explore(page);
    expect((await explorer.statementIds()).sort()).toEqual(["s11", "s12"]);
    expect((await explorer.nodes()).map(({ id }) => id).sort()).toEqual(["Ann", "Bob", "Tax-on-coal"]);
    expect(loaded).toHaveLength(1);
    expect(sent).toEqual([]);
    loaded.length = 0;
    await explore(await openDropped({ name: "harbour.json", text: HARBOUR }));
    expect(loaded).toEqual([]);
  });

  test("says so where SQLite cannot be loaded", async () => {
    const page = await stage.open("/", { expected: [/\.wasm|wasm|ERR_FAILED|Aborted/i] });
    await page.context().route("**/*.wasm", (route) => route.abort());
    await chooseDna(page);
    const alert = page.getByRole("alert");
    await eventually(async () => expect(await alert.textContent()).toContain("could not be loaded"));
  });
});

describe("a table", () => {
  const LINKS = {
    name: "links.csv",
    text: "who;whom;what;when\nMayor;Union;blames;2024-03-01\nUnion;Mayor;denies;2024-03-02\nUnion;;blames;\n",
  };

  test("shows what its columns seem to be, is corrected, and opens; what is left out is counted", async () => {
    const page = await openDropped(LINKS);
    const isFor = (column: string) => page.getByLabel(`What ${column} is`, { exact: true });
    await isFor("who").waitFor();
    expect(await page.locator("tbody tr").first().textContent()).toContain("Mayor");
    const button = page.getByRole("button", { name: "Read the table" });
    expect(await button.isDisabled()).toBe(true);
    await isFor("who").selectOption("source");
    await isFor("whom").selectOption("target");
    await isFor("what").selectOption("type");
    await isFor("when").selectOption("date");
    await button.click();
    await page.getByRole("button", { name: "Explore" }).waitFor();
    const main = await page.locator("main").textContent();
    expect(main).toContain("2 statements among 2 actors");
    expect(main).toContain("Left out");
    const explorer = await explore(page);
    expect((await explorer.nodes()).map(({ label }) => label).sort()).toEqual(["Mayor", "Union"]);
    expect((await explorer.lines()).map(({ family }) => family).sort()).toEqual(["blame", "denial"]);
  });

  test("has one column for a field: it leaves the column that had it", async () => {
    const page = await openDropped(LINKS);
    const isFor = (column: string) => page.getByLabel(`What ${column} is`, { exact: true });
    await isFor("who").selectOption("source");
    await isFor("whom").selectOption("source");
    expect([await isFor("who").inputValue(), await isFor("whom").inputValue()]).toEqual(["", "source"]);
    expect(await page.getByText("Still needed: a column for the target.").isVisible()).toBe(true);
  });

  test("that Narrascope wrote opens without a question", async () => {
    const { address } = stage;
    const text = await (await fetch(`${address}/api/dossiers/${DOSSIER}/graph?format=statements-csv`)).text();
    const page = await openDropped({ name: "statements.csv", text });
    await page.getByRole("button", { name: "Explore" }).waitFor();
    expect(await page.locator("main").textContent()).toContain(
      `${text.trim().split(/\r\n/).length - 1} statements`,
    );
  });
});

describe("the page that opens files", () => {
  test("without a file says what can be opened", async () => {
    const page = await stage.open("/open");
    await page.getByText("Dossier JSON").waitFor();
    expect(await page.getByRole("button", { name: "Open a file" }).isVisible()).toBe(true);
  });

  test.each([
    ["light", DESK],
    ["dark", PHONE],
  ] as const)("has nothing that hinders anybody: %s", async (colorScheme, viewport) => {
    const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
    const options = { colorScheme, viewport };
    const dropped = (name: string, text: string) => () => openDropped({ name, text }, "/", options);
    const states: [open: () => Promise<Page>, shows: string][] = [
      [() => stage.open("/open", options), "text=Dossier JSON"],
      [() => stage.open("/", options), "[data-open-file]"],
      [dropped("harbour.json", HARBOUR), "role=button[name='Explore']"],
      [dropped("cat.jpg", "meow"), "role=alert"],
      [dropped("links.csv", "from;to;what\nMayor;Union;blames\n"), "role=button[name='Read the table']"],
    ];
    for (const [open, shows] of states) {
      const page = await open();
      await page.locator(shows).waitFor();
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: run } = window as unknown as {
          axe: {
            run(
              context: unknown,
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        return (await run.run(document, { preload: { assets: ["media"] } })).violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
        );
      });
      expect(found).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
      await page.close();
    }
  });
});
