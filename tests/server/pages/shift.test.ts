import { describe, expect, test } from "@jest/globals";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { sketchDossier } from "../../support/fixtures.ts";
import { type Element, readHtml } from "../../support/html.ts";
import { startTestServer } from "../../support/server.ts";

const FIRST = firstDossierGraph();
const dated = {
  ...FIRST.dossier,
  id: "dated",
  phases: [],
  story: [],
  statements: FIRST.dossier.statements.map(({ phase: _phase, ...statement }) => statement),
};
const server = await startTestServer([FIRST.dossier, dated, sketchDossier(["a blames b"])]);
const K = "/d/kremlin-moscow-suburb/shift";

const read = async (path: string): Promise<Element[]> => readHtml(await server.text(path));
const chosen = (elements: readonly Element[], key: string) => {
  const from = elements.findIndex(
    ({ name, attributes }) => name === "select" && attributes.get("name") === key,
  );
  const options = elements.slice(from + 1);
  return options
    .find(({ name, attributes }) => name === "option" && attributes.has("selected"))
    ?.attributes.get("value");
};
const texts = (elements: readonly Element[], name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => text.replace(/[ \n]+/g, " ").trim());

describe("the page of shifts", () => {
  test("opens on the halves of the story, and says so in its form", async () => {
    const elements = await read(K);
    expect(["a-from", "a-to", "b-from", "b-to"].map((key) => chosen(elements, key))).toEqual([
      "background",
      "behind-it",
      "main-adversary",
      "main-adversary",
    ]);
    expect(["measure", "of", "by"].map((key) => chosen(elements, key))).toEqual(["targets", "blame", ""]);
    expect(texts(elements, "label")).toContain("As source");
    const current = elements.filter(({ attributes }) => attributes.get("aria-current") === "page");
    expect(current.map(({ text }) => text)).toEqual(["Shift"]);
  });

  test("compares the windows of its form as the API does, and leads there", async () => {
    const form = "a-from=blame-ukraine&a-to=blame-ukraine&b-from=behind-it&b-to=behind-it&by=kremlin";
    const elements = await read(`${K}?${form}`);
    const data = elements.find(({ text }) => text === "As data")!.attributes.get("href")!;
    expect(data).toBe(
      "/api/dossiers/kremlin-moscow-suburb/shift?a=phase%3Dblame-ukraine&b=phase%3Dbehind-it&measure=targets&by=kremlin",
    );
    const { divergence } = await server.json(data);
    expect(texts(elements, "p").some((text) => text.startsWith(divergence.reads))).toBe(true);
    expect(chosen(elements, "by")).toBe("kremlin");
    expect(await server.text(`${K}?a=phase%3Dblame-ukraine&b=phase%3Dbehind-it&by=kremlin`)).toBe(
      await server.text(`${K}?${form}`),
    );
  });

  test("has the ledger with both quotations, and who says so", async () => {
    const elements = await read(`${K}?a=phase%3Dblame-ukraine&b=phase%3Dconcession`);
    const rows = texts(elements, "tr");
    const row = rows.find((text) =>
      text.includes("Vladimir Putin → ISIS-K, denial: gave way to acknowledgement"),
    );
    expect(row).toContain("According to the author: Vladimir Putin denies the part of ISIS-K");
    expect(elements.filter(({ name }) => name === "blockquote").length).toBeGreaterThan(6);
  });

  test("has the contradictions, and the side's trace by phase", async () => {
    const elements = await read(`${K}?by=kremlin`);
    const rows = texts(elements, "tr");
    expect(rows.some((text) => text.startsWith("Reversal 1 phase later"))).toBe(true);
    const trace = rows.filter((text) => /^(Ukraine|The West) blame/.test(text));
    expect(trace).toHaveLength(2);
    const cells = elements.filter(({ name, text }) => name === "a" && /^\d+: ISIS-K, denial/.test(text));
    expect(cells).toHaveLength(1);
    const found = await server.text(cells[0]!.attributes.get("href")!);
    expect(
      readHtml(found)
        .filter(({ attributes }) => attributes.get("class") === "id")
        .map(({ text }) => text),
    ).toEqual(["s48"]);
  });

  test("a count that leads to more than it counts says to how many", async () => {
    const elements = await read(`${K}?by=kremlin`);
    const cells = elements.filter(({ name, text }) => name === "td" && /leads to/.test(text));
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      const at = elements.indexOf(cell);
      const link = elements.slice(at).find(({ name }) => name === "a")!;
      const rows = readHtml(await server.text(link.attributes.get("href")!)).filter(
        ({ attributes }) => attributes.get("class") === "id",
      );
      expect(cell.text).toContain(`leads to ${rows.length} statement`);
    }
  });

  test("carries the lens along, and what a window says beside its time", async () => {
    const elements = await read(`${K}?voice=author&a=type%3Dblames&theme=dark`);
    const hidden = elements
      .filter(({ name, attributes }) => name === "input" && attributes.get("type") === "hidden")
      .map(({ attributes }) => [attributes.get("name"), attributes.get("value")]);
    expect(hidden).toEqual([
      ["voice", "author"],
      ["a", "type=blames"],
      ["theme", "dark"],
    ]);
    const again = await read(`${K}?voice=author&a=type%3Dblames&a-from=behind-it&a-to=behind-it`);
    expect(again.find(({ text }) => text === "As data")?.attributes.get("href")).toContain(
      "a=phase%3Dbehind-it%26type%3Dblames%26voice%3Dauthor",
    );
  });

  test("goes by dates where there are no phases, and says where nothing can be divided", async () => {
    const undivided = await read("/d/sketch/shift");
    expect(texts(undivided, "p").join()).toContain("neither two phases nor two dates");
    const elements = await read("/d/dated/shift");
    expect(chosen(elements, "a-from")).toMatch(/^\.\.\/|^2024-/);
  });

  test.each([
    ["a-from=nope", "a-from: there is no stop"],
    ["a-from=behind-it&a-to=warnings", "a-to: "],
    ["a=phase%3Dnope", "a.phase: there is no phase"],
    ["measure=x", "measure: "],
    ["by=nobody", "by: "],
    ["of=love", "of: "],
    ["colour=red", "colour: "],
  ])("%s is refused on a page that says why", async (query, words) => {
    const response = await server.get(`${K}?${query}`);
    expect(response.status).toBe(400);
    const items = texts(readHtml(await response.text()), "li");
    expect(items.some((text) => text.startsWith(words))).toBe(true);
  });
});
