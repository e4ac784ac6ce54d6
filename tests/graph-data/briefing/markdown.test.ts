import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { composeBriefing } from "../../../graph-data/briefing/compose.ts";
import { escapeMarkdown, writeMarkdown } from "../../../graph-data/briefing/markdown.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { briefOn } from "../../support/briefings.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { hasNaughtyStrings, hostileDossier, naughtyStrings } from "../../support/hostile.ts";

/** Text on one line, as it is written. */
const onOneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

/** What a reader of Markdown makes of it: `null` where it is anything but one paragraph of plain text. */
function readBack(markdown: string): string | null {
  const { children } = fromMarkdown(markdown) as Node;
  if (children?.length !== 1 || children[0]!.type !== "paragraph") return null;
  return children[0]!.children!.map((node) => (node.type === "text" ? node.value! : "\u0000")).join("");
}

describe("text comes out as text", () => {
  test("whatever Markdown's signs it holds", () => {
    const fond = fc
      .array(
        fc.constantFrom(..."*_`[]()#+-=.!|~^$<>&\\:/@ 1a", "\n", "http://", "www.", "&amp;", "- ", "1. "),
        {
          minLength: 1,
          maxLength: 24,
        },
      )
      .map((parts) => parts.join(""))
      .filter((text) => onOneLine(text) !== "");
    fc.assert(
      fc.property(fond, (text) => expect(readBack(escapeMarkdown(text))?.trim()).toBe(onOneLine(text))),
    );
  });

  (hasNaughtyStrings ? test : test.skip)("of the big list of naughty strings", () => {
    const lost = naughtyStrings()
      .filter((text) => onOneLine(text) !== "")
      .filter((text) => readBack(escapeMarkdown(text))?.trim() !== onOneLine(text));
    expect(lost).toEqual([]);
  });

  (hasNaughtyStrings ? test : test.skip)(
    "in a briefing on a dossier made of them: no HTML but our own anchors",
    () => {
      const strings = naughtyStrings().filter((_, at) => at % 6 === 0);
      const narrative = buildGraph(hostileDossier(strings));
      const text = writeMarkdown(composeBriefing(briefOn(narrative)), () => "figure.svg");
      const tags = text.match(/<(?!\/?a[ >]|https?:)[^>]*>/g) ?? [];
      expect(tags).toEqual([]);
    },
  );
});

describe("the first dossier", () => {
  const document = composeBriefing(briefOn(firstDossierGraph(), "family=denial", { date: "2026-11-23" }));
  const text = writeMarkdown(document, ({ id }) => `figures/${id}.svg`);

  test("every citation leads to an anchor that is there", () => {
    const anchors = new Set([...text.matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id));
    const links = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });

  test("headings and lists are read as such", () => {
    const kinds = (fromMarkdown(text) as Node).children!.map(({ type }) => type);
    expect(kinds[0]).toBe("heading");
    expect(kinds).toContain("list");
    expect(kinds.filter((kind) => kind === "code")).toEqual([]);
  });
});
