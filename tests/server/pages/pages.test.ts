import { describe, expect, test } from "@jest/globals";
import { parseLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph, harbourValue, idsOf, sketchDossier } from "../../support/fixtures.ts";
import { attributeValues, type Element, readHtml } from "../../support/html.ts";
import { startTestServer } from "../../support/server.ts";

const broken = { format: "narrascope-dossier/1", id: "broken", title: "Broken one" };
const bundle = { script: "/assets/x-1.js", styles: ["/assets/x-1.css"], imports: [] };
const many = sketchDossier(
  Array.from({ length: 450 }, (_, at) => `a${at % 7} blames b${at % 5}`),
  { id: "many" },
);
const clash = sketchDossier([], {
  id: "clash",
  documents: [{ id: "d", title: "D", text: "One two.\n\nThree four." }],
  actors: [
    { id: "a", label: "A", kind: "other" },
    { id: "b", label: "B", kind: "other" },
  ],
  statements: ["p1", "main", "note-x", "x"].map((id) => ({
    id,
    source: "a",
    type: "blames",
    target: "b",
    evidence: [{ document: "d", exact: "two", start: 4, end: 7 }],
  })),
});
const server = await startTestServer([harbourValue(), broken, many, clash], {
  assets: () => ({ explorer: bundle, open: bundle, page: { ...bundle, script: null } }),
});

const empty = await startTestServer([]);

const PAGES = [
  "/",
  "/about",
  "/open",
  "/d/harbour",
  "/d/harbour?family=blame&theme=dark",
  "/d/harbour?q=nothing-has-this",
  "/d/harbour/statements",
  "/d/harbour/statements?sort=-date&voice=mayor",
  "/d/harbour/read/d1",
  "/d/harbour/read/d2?family=blame",
  "/d/harbour/read/d3",
  "/d/harbour/actors/mayor",
  "/d/harbour/actors/museum?theme=light",
  "/d/harbour/shift",
  "/d/harbour/shift?by=city&measure=families&b=phase%3Dnone&theme=dark",
  "/d/harbour/problems",
  "/d/harbour/about",
  "/d/broken/problems",
  "/d/clash/read/d",
  "/d/broken",
  "/d/harbour?family=nope",
  "/nowhere",
];

const read = async (path: string): Promise<Element[]> => readHtml(await server.text(path));
const named = (elements: readonly Element[], name: string) =>
  elements.filter((element) => element.name === name);

describe("every page", () => {
  test.each(PAGES)("%s is well formed, with a title, one main and headings in order", async (path) => {
    const elements = await read(path);
    expect(named(elements, "title")[0]?.text).toMatch(/\S – Narrascope$/);
    expect(named(elements, "main").length).toBe(1);
    expect(attributeValues(elements, "lang")[0]).toBe("en");
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1).length).toBe(1);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });

  test.each(PAGES)("%s has each id once, and every reference within it leads somewhere", async (path) => {
    const elements = await read(path);
    const ids = attributeValues(elements, "id");
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const inner = attributeValues(elements, "href").filter((href) => href.startsWith("#"));
    expect(inner.map((href) => decodeURIComponent(href.slice(1))).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
    const labels = [...attributeValues(elements, "for"), ...attributeValues(elements, "aria-labelledby")];
    expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(PAGES)("%s has no inline script, style or handler", async (path) => {
    const elements = await read(path);
    for (const { name, attributes, text } of elements) {
      if (name === "script")
        expect([attributes.get("src"), text]).toEqual([expect.stringMatching(/^\/assets\//), ""]);
      expect([...attributes.keys()].filter((key) => key === "style" || key.startsWith("on"))).toEqual([]);
      expect(name).not.toBe("style");
    }
  });

  test.each(PAGES)("%s says for each field of a form and each table what it is", async (path) => {
    const elements = await read(path);
    const labelled = new Set(attributeValues(elements, "for"));
    for (const { name, attributes } of elements) {
      if (name === "select") expect(labelled).toContain(attributes.get("id"));
      if (name === "th") expect(["col", "row"]).toContain(attributes.get("scope"));
    }
    expect(named(elements, "caption").length).toBe(named(elements, "table").length);
  });
});

test("every link of our own leads to a page: the whole site, link by link", async () => {
  const seen = new Set<string>();
  const queue = ["/"];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    const path = address.split("#")[0]!;
    if (seen.has(path) || seen.size > 600) continue;
    seen.add(path);
    const response = await server.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
    // A download as one HTML file is a page of its own, without links into this site.
    if (response.headers.has("content-disposition")) continue;
    const elements = readHtml(await response.text());
    const links = elements.filter(({ name }) => name === "a" || name === "img" || name === "source");
    for (const { attributes } of links) {
      const href = attributes.get("href") ?? attributes.get("src") ?? attributes.get("srcset") ?? "";
      // Chips lead to lenses without end; those of the first pages stand for all.
      if (href.startsWith("/") && !(path.includes("?") && href.includes("?"))) queue.push(href);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
}, 120_000);

describe("the list of dossiers", () => {
  test("has the broken ones with their problems, and says on how many documents the others rest", async () => {
    const html = await server.text("/");
    expect(html).toContain("Broken one");
    expect(html).toContain("documents: is missing");
    expect(html).toContain("Rests on 3 documents");
  });

  test("without any dossier says how to open one", async () => {
    expect(
      readHtml(await empty.text("/"))
        .map(({ text }) => text)
        .join(),
    ).toContain("There is no dossier here yet");
  });
});

describe("the explorer's shell", () => {
  test("tells the client where its dossier is, and loads it ahead", async () => {
    const elements = await read("/d/harbour?family=blame");
    const root = elements.find(({ attributes }) => attributes.get("id") === "explorer");
    expect(Object.fromEntries(root?.attributes ?? [])).toEqual({
      id: "explorer",
      "data-dossier": "harbour",
      "data-source": "/api/dossiers/harbour",
      "data-problems": expect.stringMatching(/^[1-9]\d*$/),
    });
    const preload = elements.find(({ attributes }) => attributes.get("as") === "fetch");
    expect(preload?.attributes.get("href")).toBe("/api/dossiers/harbour");
    expect(named(elements, "script")[0]?.attributes.get("src")).toBe("/assets/x-1.js");
  });

  test("without JavaScript says what the lens lets through", async () => {
    const narrative = harbourGraph();
    const slice = sliceGraph(narrative, { families: ["blame"] });
    const html = await server.text("/d/harbour?family=blame");
    expect(html).toContain(`blame: ${slice.statements.length} of ${narrative.statements.length} statements`);
    const elements = readHtml(html);
    const chosen = elements.filter(({ attributes }) => attributes.has("checked"));
    expect(chosen.map(({ attributes }) => attributes.get("value"))).toEqual(["blame"]);
  });

  test("without JavaScript lists the actors by how many statements touch them", async () => {
    const { statements, actors } = sliceGraph(harbourGraph(), { families: ["blame"] });
    const touching = ({ id }: { id: string }) =>
      statements.filter(({ source, target }) => source === id || target === id).length;
    const elements = await read("/d/harbour?family=blame");
    const from = elements.findIndex(({ attributes }) => attributes.get("aria-labelledby") === "actors");
    const cells = named(elements.slice(from), "td").filter(
      ({ attributes }) => attributes.get("class") === "number",
    );
    expect(cells.map(({ text }) => Number(text))).toEqual(actors.map(touching).sort((a, b) => b - a));
  });

  test("what its form does not offer is carried along", async () => {
    const query = "from=2024&undated=no&credibility=3&depth=2&actor=union&side=1&theme=dark";
    const elements = await read(`/d/harbour?${query}`);
    const sent = elements
      .filter(
        ({ name, attributes }) =>
          (name === "input" && attributes.get("type") === "hidden") || attributes.has("selected"),
      )
      .map(({ attributes }) => [attributes.get("name") ?? "actor", attributes.get("value")]);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(new URLSearchParams(query)));
  });
});

describe("the picture", () => {
  test("is an image of the lens in either theme", async () => {
    const pictures = await Promise.all(
      ["light", "dark"].map((theme) => server.get(`/d/harbour/picture.svg?theme=${theme}`)),
    );
    for (const { headers } of pictures)
      expect(headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    const [light, dark] = await Promise.all(pictures.map((picture) => picture.text()));
    expect(light).not.toBe(dark);
    expect(light).toMatch(/^<svg /);
  });
});

describe("the table of statements", () => {
  const rows = async (path: string) => {
    const elements = await read(path);
    return elements
      .filter(({ name, attributes }) => name === "th" && attributes.get("scope") === "row")
      .map(({ text }) => text);
  };

  test("has the statements of the lens in the order of the story, or sorted", async () => {
    const narrative = harbourGraph();
    const { lens } = parseLens("voice=mayor", narrative);
    expect(await rows("/d/harbour/statements?voice=mayor")).toEqual(
      idsOf(sliceGraph(narrative, lens).statements),
    );
    const sorted = await rows("/d/harbour/statements?sort=id");
    expect(sorted).toEqual([...sorted].sort(new Intl.Collator("en", { numeric: true }).compare));
    expect(await rows("/d/harbour/statements?sort=-id")).toEqual([...sorted].reverse());
  });

  test("marks the column it is sorted by", async () => {
    const sorted = (elements: Element[]) => attributeValues(elements, "aria-sort");
    expect(sorted(await read("/d/harbour/statements?sort=date"))).toEqual(["ascending"]);
    expect(sorted(await read("/d/harbour/statements?sort=-date"))).toEqual(["descending"]);
    expect(sorted(await read("/d/harbour/statements"))).toEqual([]);
  });

  test("turns pages without losing or doubling a row", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => rows(`/d/many/statements?page=${page}`)));
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50]);
    expect(new Set(pages.flat()).size).toBe(450);
  });

  test.each([
    "page=0",
    "page=4",
    "page=x",
    "page=1&page=2",
    "sort=colour",
    "sort=id&sort=id",
    "per=5",
    "family=x",
  ])("%s is refused on a page that says why", async (query) => {
    const response = await server.get(`/d/many/statements?${query}`);
    expect(response.status).toBe(400);
    const problems = readHtml(await response.text()).filter(({ name }) => name === "li");
    expect(problems.some(({ text }) => text.startsWith(`${query.split("=")[0]}: `))).toBe(true);
  });
});

describe("a document's page", () => {
  const texts = (elements: readonly Element[]) =>
    elements.filter(({ attributes }) => attributes.get("class") === "text").map(({ text }) => text);

  test("has the whole text, paragraph by paragraph, under every lens", async () => {
    const document = harbourGraph().documents.get("d1");
    const paragraphs = document?.text?.trim().split("\n\n") ?? [];
    for (const query of ["", "?family=blame", "?q=nothing-has-this"]) {
      const elements = await read(`/d/harbour/read/d1${query}`);
      expect(texts(elements).length).toBe(paragraphs.length);
    }
    // Under a lens that nothing passes there are no references: the text is the document's, to the letter.
    expect(texts(await read("/d/harbour/read/d1?q=nothing-has-this"))).toEqual(paragraphs);
  });

  test("marks exactly the words that the lens's statements rest on", async () => {
    const narrative = harbourGraph();
    const slice = sliceGraph(narrative, {});
    const text = narrative.documents.get("d1")?.text ?? "";
    const covered = new Set<number>();
    for (const { record, anchors } of slice.statements) {
      for (const [at, piece] of record.evidence.entries()) {
        const range = anchors[at]?.range;
        if (piece.document !== "d1" || !range) continue;
        for (let place = range.start; place < range.end; place += 1) covered.add(place);
      }
    }
    const expected = [...text].filter((character, at) => covered.has(at) && character !== "\n").join("");
    const marks = named(await read("/d/harbour/read/d1"), "mark");
    expect(
      marks
        .map((element) => element.text)
        .join("")
        .replaceAll("\n", ""),
    ).toBe(expected);
  });

  test("every statement with words here has a place, a number and a note", async () => {
    const slice = sliceGraph(harbourGraph(), {});
    const placed = slice.statements.filter(({ record, anchors }) =>
      record.evidence.some((piece, at) => piece.document === "d1" && anchors[at]?.range),
    );
    const ids = attributeValues(await read("/d/harbour/read/d1"), "id");
    expect(ids).toEqual(expect.arrayContaining(idsOf(placed)));
    expect(ids).toEqual(expect.arrayContaining(placed.map(({ id }) => `note-${id}`)));
    expect(ids).toContain("p1");
  });

  test("a document that the dossier does not hold says so", async () => {
    expect(await server.text("/d/harbour/read/d3")).toContain("does not hold this document’s text");
    expect((await server.get("/d/harbour/read/nope")).status).toBe(404);
  });
});

describe("an actor's page", () => {
  test("says who it is, and lists what it says and what is said of it", async () => {
    const narrative = harbourGraph();
    const { statements } = sliceGraph(narrative, {});
    const elements = await read("/d/harbour/actors/union");
    const counts = elements
      .filter(({ attributes }) => attributes.get("class") === "count")
      .map(({ text }) => Number(text));
    expect(counts).toEqual([
      statements.filter(({ source }) => source === "union").length,
      statements.filter(({ target }) => target === "union").length,
      statements.filter(({ voice }) => voice === "union").length,
    ]);
    expect((await server.get("/d/harbour/actors/nope")).status).toBe(404);
  });
});

test("a theme that is asked for is the page's, and its links keep it", async () => {
  const elements = await read("/d/harbour?theme=dark");
  expect(elements[0]?.attributes.get("data-theme")).toBe("dark");
  const links = named(elements, "a").map(({ attributes }) => attributes.get("href") ?? "");
  const pages = links.filter((href) => href.startsWith("/d/") || href === "/about");
  expect(pages.filter((href) => !href.includes("theme=dark"))).toEqual([]);
});

test("a dossier that cannot be opened says why, wherever one looks", async () => {
  for (const path of ["", "/statements", "/shift", "/read/d", "/actors/a", "/about", "/picture.svg"]) {
    const response = await server.get(`/d/broken${path}`);
    expect([path, response.status]).toEqual([path, 422]);
    expect(await response.text()).toContain("documents: is missing");
  }
});
