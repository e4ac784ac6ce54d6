import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { annotations } from "../../graph-data/formats/annotations.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { sketchGraph } from "../support/fixtures.ts";
import type { Json } from "../support/json.ts";
import { expectGolden, sliceOf, wholeSlices, writeAs } from "../support/slices.ts";

function read(text: string): Json {
  return JSON.parse(text);
}

/** What a program finds that counts characters as the model does, and knows nothing else. */
function find(text: string, { start, end }: Json): string {
  return [...text].slice(start, end).join("");
}

const selectors = (item: Json) =>
  Object.fromEntries(item.target.selector.map((selector: Json) => [selector.type, selector]));

test("is what a person has read", () => {
  expectGolden("harbour.annotations.jsonld", writeAs("annotations", sliceOf("phase=blaze")));
});

describe("every annotation", () => {
  test.each(["the harbour", "the first dossier"])("finds its words in its document: %s", (which) => {
    const slice = which === "the harbour" ? sliceOf("") : sliceOf("", firstDossierGraph());
    const { items } = read(writeAs("annotations", slice)).first;
    const texts = new Map(
      slice.narrative.dossier.documents.map(({ id, url, text }) => [url ?? id, text ?? ""]),
    );
    expect(items.length).toBeGreaterThan(10);
    for (const item of items) {
      const text = texts.get(item.target.source) ?? texts.get(item.target.source.split(":").at(-1)) ?? "";
      const { TextQuoteSelector: quote, TextPositionSelector: place } = selectors(item);
      expect(find(text, place)).toBe(quote.exact);
      expect(text).toContain((quote.prefix ?? "") + quote.exact + (quote.suffix ?? ""));
    }
  });

  test("has an id of its own, a body that says who says what, and a target", () => {
    const { first, total, last } = read(writeAs("annotations", sliceOf("")));
    expect(first.items.length).toBe(total);
    expect(first.id).toBe(last);
    expect(new Set(first.items.map(({ id }: Json) => id)).size).toBe(total);
    // Twelve statements with quotations, one of them with two; s14 is a mere reference.
    expect(total).toBe(13);
    const armed = first.items.find(({ id }: Json) => id.includes(":s05:"));
    expect(armed).toMatchObject({
      type: "Annotation",
      created: "2024-06-01T00:00:00.000Z",
      body: [
        {
          type: "TextualBody",
          value: "According to Mayor Élise Brandt (insinuated): Dockers’ union arms Harbour League",
        },
        { purpose: "tagging", value: "alliance" },
        { purpose: "tagging", value: "arms" },
      ],
      target: { source: "https://example.org/harbour" },
    });
  });

  test("marks the document's words where those recorded differ, and none that are not there", () => {
    const { items } = read(writeAs("annotations", sliceOf(""))).first;
    const exact = items.map((item: Json) => selectors(item).TextQuoteSelector.exact);
    expect(exact).toContain("The Herald wrote that ‘the union did it’");
    expect(exact).not.toContain("gunmen in masks overran its newsroom");
  });
});

test("places are counted in characters, also behind those of two code units", () => {
  const text = "😀 a😀b 𝔸lpha blamed Beta 😀";
  const start = text.indexOf("𝔸");
  const end = text.indexOf(" 😀", start);
  const narrative = sketchGraph([], {
    documents: [{ id: "d", title: "D", text }],
    actors: ["a", "b"].map((id) => ({ id, label: id, kind: "other" })),
    statements: [
      {
        id: "s",
        source: "a",
        type: "blames",
        target: "b",
        evidence: [{ document: "d", exact: text.slice(start, end), start, end }],
      },
    ],
  });
  const [item] = read(writeAs("annotations", sliceOf("", narrative))).first.items;
  expect(selectors(item)).toMatchObject({
    TextPositionSelector: { start: 6, end: 23 },
    TextQuoteSelector: { exact: "𝔸lpha blamed Beta", prefix: "😀 a😀b ", suffix: " 😀" },
  });
  expect(item.target.source).toBe("urn:x-narrascope:sketch:documents:d");
});

test("says what is in no annotation", () => {
  expect(annotations.write(sliceOf("")).omitted).toEqual([
    "1 piece of evidence without words that are in a document",
    "the records of 10 actors",
    "4 phases",
    "8 dates",
    "11 credibilities of statements",
    "7 links to narratives",
    "1 note",
    "1 field of a statement that is the dossier's own",
    "3 records of documents, but for their ids",
    "2 texts of documents",
    "8 entries of the codebook",
    "3 positions of actors",
    "1 step of the story",
    "3 fields of the dossier as a whole",
  ]);
});

test("of any dossier is JSON with as many annotations as it says", () => {
  fc.assert(
    fc.property(wholeSlices, (slice) => {
      const { total, first } = read(writeAs("annotations", slice));
      expect(first.items.length).toBe(total);
    }),
  );
});
