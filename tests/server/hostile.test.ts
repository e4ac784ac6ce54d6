/** Labels, aliases and quotations are hostile until shown otherwise. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, jest, test } from "@jest/globals";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { readCsv } from "../support/csv.ts";
import { readHtml, readMarkup, skeleton } from "../support/html.ts";
import type { Json } from "../support/json.ts";
import { startTestServer } from "../support/server.ts";

// Hundreds of pages: more than the usual time on a machine that is busy with other tests.
jest.setTimeout(120_000);

const BLNS = new URL("../../../shared/data/blns/blns.json", import.meta.url);
const naughty: string[] = existsSync(BLNS) ? JSON.parse(readFileSync(BLNS, "utf8")) : [];
const OWN = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title><script>alert(1)</script>",
  "</textarea><svg onload=alert(1)>",
  "<!-- <script>",
  "]]><script>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "<%= process.env %>",
  "-%> <% throw 1 %>",
  "\u202Eevil\u202C",
  "%00%0d%0aSet-Cookie: x=1",
  "\u0000\u0007\u001b[31m",
  "\ud800 lone surrogate",
  '=HYPERLINK("http://evil.example")',
];
const STRINGS = [...OWN, ...naughty].filter((text) => text.length > 0 && text.length <= 2_000);

/** A dossier that says each string in every place where a dossier holds free text. */
function saying(id: string, words: readonly string[]) {
  const lines = words.map((text) => text.replace(/\s+/g, " ").trim() || "blank");
  const text = lines.join("\n\n");
  let offset = 0;
  const places = lines.map((line) => {
    const start = offset;
    offset += line.length + 2;
    return { start, end: start + line.length };
  });
  return {
    format: "narrascope-dossier/1",
    id,
    title: words[0],
    summary: words[0],
    language: "en",
    documents: [{ id: "d", title: words[0], author: words[0], publisher: words[0], text }],
    actors: words.map((word, at) => ({
      id: `a${at}`,
      label: word,
      kind: "person",
      aliases: [word, `x${word}`],
      partOf: at > 0 ? ["a0"] : [],
      description: word,
    })),
    families: [{ id: "blame", label: words[0], question: words[0], sign: -1 }],
    relationTypes: words.map((word, at) => ({ id: `t${at}`, family: "blame", label: word, sign: -1 })),
    phases: words.map((word, at) => ({ id: `ph${at}`, label: word, summary: word })),
    narratives: words.map((word, at) => ({ id: `n${at}`, label: word, gist: word })),
    statements: words.map((word, at) => ({
      id: `s${at}`,
      source: `a${at}`,
      type: `t${at}`,
      target: `a${(at + 1) % words.length}`,
      about: `a${at}`,
      voice: `a${at}`,
      phase: `ph${at}`,
      narratives: [{ id: `n${at}`, role: "advances" }],
      evidence: [{ document: "d", exact: lines[at], ...places[at] }],
      note: word,
    })),
    positions: Object.fromEntries(words.map((_, at) => [`a${at}`, [at * 90, (at % 7) * 60]])),
  };
}

const CHUNK = 80;
const chunks = Array.from({ length: Math.ceil(STRINGS.length / CHUNK) }, (_, at) =>
  STRINGS.slice(at * CHUNK, (at + 1) * CHUNK),
);
const harmless = (words: readonly string[]) => words.map((_, at) => `Harmless words number ${at}`);
const dossiers = chunks.flatMap((words, at) => [
  saying(`hostile-${at}`, words),
  saying(`harmless-${at}`, harmless(words)),
]);
const server = await startTestServer(dossiers);

const PAGES = [
  "",
  "/statements",
  "/statements?sort=source",
  "/read/d",
  "/actors/a1",
  "/about",
  "?actor=a1&voice=a1,a2",
];

test.each(["blns"])("the Big List of Naughty Strings is at hand (%s)", () => {
  if (naughty.length === 0)
    console.info(`skipped: ${BLNS.pathname} is not there; only our own strings are used`);
  expect(STRINGS.length).toBeGreaterThanOrEqual(OWN.length);
});

describe.each(chunks.map((_, at) => at))("strings of part %i", (at) => {
  test.each(PAGES)("add no element and no attribute to page %s", async (page) => {
    const hostile = readHtml(await server.text(`/d/hostile-${at}${page}`));
    const plain = readHtml(await server.text(`/d/harmless-${at}${page}`));
    expect(skeleton(hostile)).toEqual(skeleton(plain));
  });

  test("are words on the page: the labels are there as they are", async () => {
    const rows = readHtml(await server.text(`/d/hostile-${at}`)).map(({ text }) => text);
    for (const label of chunks[at]!.slice(0, 10)) {
      if (label.includes("\r") || label.includes("\u0000") || !label.isWellFormed()) continue;
      expect(rows).toContain(label);
    }
  });

  test("come through the API as they were", async () => {
    const words = chunks[at]!;
    const whole = await server.json(`/api/dossiers/hostile-${at}`);
    expect(whole.actors.map(({ label }: Json) => label)).toEqual(words);
    const { nodes } = await server.json(`/api/dossiers/hostile-${at}/graph`);
    expect(nodes.map(({ attributes }: Json) => attributes.label)).toEqual(words);
  });

  test("as a download are a file to save, and their table is one", async () => {
    for (const { id, mediaType } of FORMATS) {
      const { headers } = await server.get(`/api/dossiers/hostile-${at}/graph?format=${id}&download=1`);
      expect(headers.get("content-type")).toBe(mediaType);
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
      );
      expect(headers.get("set-cookie")).toBeNull();
    }
    const table = await server.text(`/api/dossiers/hostile-${at}/graph?format=statements-csv`);
    const [header = [], ...rows] = readCsv(table);
    expect(rows.length).toBe(chunks[at]!.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test("stay data in one HTML file: no element is added, and they come back as they were", async () => {
    const page = await server.text(`/api/dossiers/hostile-${at}/graph?format=html`);
    const plain = await server.text(`/api/dossiers/harmless-${at}/graph?format=html`);
    expect(page.match(/<[a-z!/]/gi)).toEqual(plain.match(/<[a-z!/]/gi));
    const [, json = ""] = /id="dossier">([^<]*)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json).actors.map(({ label }: Json) => label)).toEqual(chunks[at]);
  });

  test("stay text in the picture", async () => {
    const drawn = readMarkup(await server.text(`/d/hostile-${at}/picture.svg`));
    const plain = readMarkup(await server.text(`/d/harmless-${at}/picture.svg`));
    const kinds = (elements: typeof drawn) => new Set(skeleton(elements));
    expect(
      [...kinds(drawn)].filter((kind) => /script|object|image|frame|^a | on|href|style/.test(kind)),
    ).toEqual([]);
    expect(drawn.filter(({ name }) => name === "path").length).toBe(
      plain.filter(({ name }) => name === "path").length,
    );
  });
});

test("no string is an id, a key or a word that breaks anything", async () => {
  for (const [at, text] of STRINGS.filter((each) => each.isWellFormed()).entries()) {
    const word = encodeURIComponent(text);
    const api: [path: string, expected: number[]][] = [
      [`/api/dossiers/${word}`, [404, 200]],
      [`/api/dossiers/hostile-0/documents/${word}`, [404]],
      [`/api/dossiers/hostile-0/ties?q=${word}`, [200]],
      [`/api/dossiers/hostile-0/graph?${word}=1`, [400]],
      [`/api/dossiers/hostile-0/ties?phase=${word}..${word}`, [400, 200]],
    ];
    const pages: [path: string, expected: number[]][] = [
      [`/d/hostile-0/actors/${word}`, [404]],
      [`/d/hostile-0?family=${word}&q=${word}`, [400, 200]],
    ];
    for (const [path, expected] of at % 5 === 0 || at < OWN.length ? [...api, ...pages] : api) {
      const response = await server.get(path);
      expect([path, expected]).toEqual([path, expect.arrayContaining([response.status])]);
      if (response.headers.get("content-type")?.startsWith("text/html")) readHtml(await response.text());
    }
  }
});
