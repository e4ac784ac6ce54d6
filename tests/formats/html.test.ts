import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { sliceDossier } from "../../graph-data/formats/dossier.ts";
import { html } from "../../graph-data/formats/html.ts";
import { emptyPage, fillPage } from "../../graph-data/formats/one-file.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseAddress } from "../../graph-data/lens/view.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { harbourGraph, idsOf, sketchDossier } from "../support/fixtures.ts";
import { anyDossier } from "../support/generators.ts";
import { EMPTY_PAGE, TOOLS } from "../support/tools.ts";

/** What a browser finds between the tags: text up to the first end of a script. */
function readSlot(page: string, id: string): unknown {
  const open = `<script type="application/json" id="${id}">`;
  const from = page.indexOf(open) + open.length;
  return JSON.parse(page.slice(from, page.indexOf("</script", from)));
}

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!-- <script>",
  "]]>",
  "\u2028\u2029",
  '<script type="application/json" id="address">"x"</script>',
  "$& $1 $$",
  "<title></title>",
];

describe("a page that is filled", () => {
  test("gives back what was put in, whatever it holds, and the template once it is emptied", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...HOSTILE));
    fc.assert(
      fc.property(text, text, (title, address) => {
        const dossier: Dossier = { ...sketchDossier(["a blames b"]), title, summary: `${title}${title}` };
        const page = fillPage(EMPTY_PAGE, dossier, address);
        expect(readSlot(page, "dossier")).toEqual(dossier);
        expect(readSlot(page, "address")).toBe(address);
        expect(emptyPage(page)).toBe(EMPTY_PAGE);
        expect(page.match(/<script/g)).toHaveLength(2);
        expect(page.match(/<\/title>/g)).toHaveLength(1);
      }),
    );
  });

  test("must have the places", () => {
    const dossier = sketchDossier(["a blames b"]);
    expect(() => fillPage("<title></title>", dossier, "")).toThrow('has no <script type="application/json"');
  });
});

function write(query: string, narrative = harbourGraph()) {
  const { lens, problems } = parseAddress(query, narrative);
  expect(problems).toEqual([]);
  const slice = sliceGraph(narrative, lens);
  const { content, omitted } = html.write(slice, { tools: TOOLS, address: query });
  const page = String(content);
  return {
    slice,
    omitted,
    dossier: readSlot(page, "dossier") as Dossier,
    address: readSlot(page, "address"),
  };
}

describe("one HTML file", () => {
  test("holds the whole dossier where there is no lens", () => {
    const { dossier, address, slice } = write("");
    expect(dossier).toEqual(slice.narrative.dossier);
    expect(address).toBe("");
  });

  test("holds what the lens lets through and opens as it was looked at", () => {
    const { dossier, address, slice } = write("family=blame&select=mayor&at=mayor~5~-6&theme=dark");
    expect(dossier).toEqual(sliceDossier(slice));
    expect(address).toBe("family=blame&select=mayor&at=mayor~5~-6&theme=dark");
  });

  test("leaves out of the view what the part does not have", () => {
    const narrative = harbourGraph();
    const shown = new Set(idsOf(write("family=denial").dossier.actors));
    const gone = idsOf(narrative.dossier.actors).find((id) => !shown.has(id))!;
    expect(write(`family=denial&select=${gone}&theme=dark`).address).toBe("family=denial&theme=dark");
  });

  test("holds both windows of a comparison", () => {
    const narrative = firstDossierGraph();
    const { dossier, address } = write("phase=main-adversary&compare=phase%3Dattack", narrative);
    const [a, b] = ["attack", "main-adversary"].map((phase) => sliceGraph(narrative, { phases: [phase] }));
    const both = new Set([...idsOf(a!.statements), ...idsOf(b!.statements)]);
    expect(new Set(idsOf(dossier.statements))).toEqual(both);
    expect(address).toBe("phase=main-adversary&compare=phase%3Dattack");
  });

  test("says that a part goes without the story", () => {
    const narrative = firstDossierGraph();
    expect(write("", narrative).omitted).toEqual([]);
    expect(write("", narrative).dossier.story).toEqual(narrative.dossier.story);
    expect(write("family=blame", narrative).omitted).toEqual([
      "the story, which is told of the whole dossier",
    ]);
  });

  test("opens: its address is one that its dossier has, for any slice", () => {
    fc.assert(
      fc.property(anyDossier, fc.subarray(["blame", "alliance", "threat"]), (dossier, families) => {
        const narrative = buildGraph(dossier);
        const slice = sliceGraph(narrative, families.length > 0 ? { families } : {});
        const page = String(html.write(slice, { tools: TOOLS }).content);
        const part = buildGraph(readSlot(page, "dossier") as Dossier);
        const { problems, lens } = parseAddress(String(readSlot(page, "address")), part);
        expect(problems).toEqual([]);
        expect(idsOf(sliceGraph(part, lens).statements).sort()).toEqual(idsOf(slice.statements).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("is refused without the explorer", () => {
    expect(() => html.write(sliceGraph(harbourGraph(), {}))).toThrow("needs the built explorer");
  });
});
