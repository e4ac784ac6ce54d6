/** Counts that lead to statements: as many as they count, or they say how many. */
import { describe, expect, test } from "@jest/globals";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourValue, sketchDossier } from "../../support/fixtures.ts";
import { readHtml } from "../../support/html.ts";
import { startTestServer } from "../../support/server.ts";

const { dossier: first } = firstDossierGraph();
const dated = {
  ...first,
  id: "dated",
  phases: [],
  story: [],
  statements: first.statements.map(({ phase: _phase, ...statement }) => statement),
};
const mutual = sketchDossier(["a blames b", "a blames b", "b blames a", "a blames a", "c blames a"], {
  id: "mutual",
  phases: [{ id: "p", label: "P" }],
});
const server = await startTestServer([first, dated, harbourValue(), mutual]);

/** The links of a page whose text is a count and what is counted, with what stands beside them in their cell. */
async function listCounts(path: string) {
  const elements = readHtml(await server.text(path));
  return elements.flatMap(({ name, attributes, text }, at) => {
    const count = name === "a" ? /^(\d+)(: | of )/.exec(text)?.[1] : undefined;
    if (count === undefined || !attributes.get("href")?.includes("/statements?")) return [];
    const cell = elements.slice(0, at).findLast((element) => element.name === "td")!;
    const led = /leads to (\d+) statement/.exec(cell.text)?.[1];
    return [{ count: Number(count), led: led && Number(led), href: attributes.get("href")! }];
  });
}

async function countStatements(href: string): Promise<number> {
  const shows = readHtml(await server.text(href)).find(
    ({ attributes }) => attributes.get("class") === "shows",
  );
  return Number(/(\d+) of \d+ statements?\.$/.exec(shows!.text)![1]);
}

const LENSES = [
  "",
  "actor=putin",
  "actor=kremlin&side=1",
  "actor=isis-k&depth=2",
  "from=2024-03-23",
  "from=2024-03-23&to=2024-03-25&actor=putin",
  "path=putin..west",
  "voice=author&family=blame,denial",
];

const PAGES = [
  ...LENSES.map((lens) => `/d/kremlin-moscow-suburb?${lens}`),
  ...LENSES.map((lens) => `/d/kremlin-moscow-suburb/shift?by=kremlin&${lens}`),
  ...LENSES.map((lens) => `/d/dated/shift?${lens}`),
  "/d/harbour",
  "/d/harbour?actor=city&side=1",
  "/d/harbour/shift",
  "/d/mutual",
  "/d/mutual?actor=c",
];

describe("every count that leads to statements", () => {
  test.each(PAGES)("of %s says to how many where it leads to others, too", async (path) => {
    const counts = await listCounts(path);
    expect(counts).not.toEqual([]);
    const found = new Map<string, number>();
    for (const { href } of counts) if (!found.has(href)) found.set(href, await countStatements(href));
    expect(counts.map(({ count, led, href }) => [href, led ?? count])).toEqual(
      counts.map(({ href }) => [href, found.get(href)]),
    );
    // What is said is never what the count says already.
    expect(counts.filter(({ count, led }) => led === count)).toEqual([]);
  });

  test("of two actors who answer each other tells the one from both", async () => {
    const counts = (await listCounts("/d/mutual")).map(({ count, led }) => [count, led]);
    expect(counts).toEqual([
      [2, 3],
      [1, 3],
      [1, 5],
      [1, undefined],
    ]);
  });
});
