import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { findBreaches, importsOf, type Source } from "./support/rules.ts";

const ROOT = new URL("..", import.meta.url);

function readSources(folder: string): Source[] {
  const url = new URL(`${folder}/`, ROOT);
  if (!existsSync(url)) return [];
  return readdirSync(url, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.(?:tsx?|ejs)$/.test(path) && !path.startsWith("graph-data/dossiers/"))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), "utf8") }));
}

const SOURCES = ["graph-data", "server", "client", "views"].flatMap(readSources);

test("no room imports or uses what it may not", () => {
  expect(SOURCES.length).toBeGreaterThan(20);
  expect(findBreaches(SOURCES)).toEqual([]);
});

test("no module of the core imports itself in a circle", () => {
  const graph = new Map(
    SOURCES.filter(({ path }) => path.startsWith("graph-data/")).map(({ path, text }) => [
      path,
      valueImports(path, text),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!done.has(path)) for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

/** Imports that run code: those of types alone are gone when it runs. */
function valueImports(path: string, text: string): string[] {
  return importsOf(path, text.replace(/\b(?:import|export) type [^;]*;/g, "")).filter((module) =>
    module.startsWith("graph-data/"),
  );
}

describe("the checker finds", () => {
  const breaches = (path: string, text: string) => findBreaches([{ path, text }]);

  test.each([
    [
      "a Node module in the core",
      "graph-data/a.ts",
      'import { readFileSync } from "node:fs";',
      "graph-data/a.ts: imports node:fs",
    ],
    [
      "one without its prefix",
      "graph-data/a.ts",
      "import fs from 'fs/promises'",
      "graph-data/a.ts: imports fs/promises",
    ],
    [
      "the server in the core",
      "graph-data/lens/a.ts",
      'export * from "../../server/app.ts";',
      "graph-data/lens/a.ts: imports server/app.ts",
    ],
    [
      "the client in the core",
      "graph-data/a.ts",
      'await import("../client/main.tsx")',
      "graph-data/a.ts: imports client/main.tsx",
    ],
    [
      "Express in the core",
      "graph-data/a.ts",
      'import express from "express"',
      "graph-data/a.ts: imports express",
    ],
    [
      "signals in the core",
      "graph-data/a.ts",
      'import { signal } from "@preact/signals"',
      "graph-data/a.ts: imports @preact/signals",
    ],
    [
      "Cytoscape in the core",
      "graph-data/a.ts",
      'import type { Core } from "cytoscape"',
      "graph-data/a.ts: imports cytoscape",
    ],
    [
      "Cytoscape in a panel",
      "client/panels/a.tsx",
      'import c from "cytoscape"',
      "client/panels/a.tsx: imports cytoscape",
    ],
    [
      "the server in the client",
      "client/a.ts",
      'import "../server/main.ts"',
      "client/a.ts: imports server/main.ts",
    ],
    ["zod in the client", "client/a.ts", 'import { z } from "zod"', "client/a.ts: imports zod"],
    [
      "the client in the server",
      "server/api/a.ts",
      'import x from "../../client/state.ts"',
      "server/api/a.ts: imports client/state.ts",
    ],
    [
      "a required module",
      "graph-data/a.ts",
      'const fs = require("node:fs")',
      "graph-data/a.ts: imports node:fs",
    ],
    [
      "an import after a comment",
      "graph-data/a.ts",
      '/* x */ import "node:os"',
      "graph-data/a.ts: imports node:os",
    ],
    ["dice", "graph-data/a.ts", "const x = Math.random();", "rolls dice"],
    ["the clock", "graph-data/a.ts", "const t = Date.now();", "reads the clock"],
    ["the clock as a date", "graph-data/a.ts", "const t = new Date( );", "reads the clock"],
    ["waiting", "graph-data/a.ts", "export async function f() {}", "waits"],
    ["the console", "graph-data/a.ts", "console.log(1)", "writes to the console"],
    ["the page", "graph-data/a.ts", "document.createElement('a')", "uses the page"],
    [
      "unescaped output",
      "views/a.ejs",
      "<p><%- actor.label %></p>",
      "views/a.ejs: writes unescaped: actor.label",
    ],
    ["unescaped output that only begins well", "views/a.ejs", "<%- dataJson + label %>", "writes unescaped"],
    ["an inline script", "views/a.ejs", "<script>go()</script>", "holds a script"],
    ["an inline handler", "views/a.ejs", '<a onclick="go()">', "has the attribute onclick"],
    ["an inline style", "views/a.ejs", '<a style="color: red">', "has the attribute style"],
    ["an import in a view", "views/a.ejs", "<% const fs = require('fs') %>", "views/a.ejs: imports"],
  ])("%s", (_, path, text, breach) => {
    expect(breaches(path, text).join("\n")).toContain(breach);
  });

  test.each([
    [
      "a type of its own room",
      "graph-data/lens/a.ts",
      'import type { Lens } from "./lens.ts"; import { z } from "zod";',
    ],
    [
      "words in a comment",
      "graph-data/a.ts",
      '// Math.random() is not used; import "node:fs"\n/** new Date() */',
    ],
    ["words in text", "graph-data/a.ts", 'const help = "console.log, Date.now()";'],
    ["a date of a number", "graph-data/a.ts", "new Date(0).setUTCFullYear(2024); new Date(from);"],
    ["Cytoscape in its own folder", "client/graph/a.ts", 'import cytoscape from "cytoscape";'],
    [
      "Node in the server",
      "server/a.ts",
      'import { createServer } from "node:http"; import "../graph-data/errors.ts";',
    ],
    [
      "parts and what was escaped before",
      "views/a.ejs",
      "<%- include('partials/head', { title }) -%> <%- stateJson %> <%- page.pictureSvg %>",
    ],
    [
      "scripts with an address or data",
      "views/a.ejs",
      '<script type="module" src="<%= s %>"></script><script type="application/json" id="x"></script>',
    ],
  ])("nothing in %s", (_, path, text) => {
    expect(breaches(path, text)).toEqual([]);
  });
});

test("no page loads zod, not even through others: it tries code made of text, which the policy forbids", () => {
  const texts = new Map(SOURCES.map(({ path, text }) => [path, text]));
  const importsOfValues = (path: string) =>
    importsOf(path, (texts.get(path) ?? "").replace(/^(?:import|export) type [\s\S]*?;$/gm, ""));
  for (const entry of ["client/main.tsx", "client/open.tsx", "client/embedded.tsx", "client/page.ts"]) {
    const reached = new Set([entry]);
    for (const path of reached) for (const next of importsOfValues(path)) reached.add(next);
    reached.delete("zod");
    expect([entry, reached.size > 3]).toEqual([entry, true]);
    expect([...reached].filter((path) => importsOfValues(path).includes("zod"))).toEqual([]);
  }
});

test("the largest sources are known (a report, not a limit)", () => {
  const sizes = SOURCES.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
  const largest = sizes.toSorted((a, b) => b.lines - a.lines).slice(0, 5);
  const report = largest.map(({ path, lines }) => `  ${lines} ${path}`).join("\n");
  process.stdout.write(`largest sources:\n${report}\n`);
  expect(largest).toHaveLength(5);
});
