import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { listCited } from "../../../graph-data/briefing/cited.ts";
import type { Inline } from "../../../graph-data/briefing/document.ts";
import { readProse } from "../../../graph-data/briefing/prose.ts";

const NUMBERS: Readonly<Record<string, number>> = { s1: 1, s2: 2, s12: 5 };
const read = (markdown: string) => readProse(markdown, (id) => NUMBERS[id]);
const inlinesOf = (markdown: string): Inline[] =>
  read(markdown).flatMap((block) => (block.kind === "paragraph" ? block.content : block.items.flat()));

describe("citations", () => {
  test("name statements and become their numbers, ascending", () => {
    expect(read("So it is [@s12; @s1], they say.")).toEqual([
      {
        kind: "paragraph",
        content: [
          { kind: "text", text: "So it is " },
          { kind: "cite", numbers: [1, 5] },
          { kind: "text", text: ", they say." },
        ],
      },
    ]);
  });

  test("of what has no number stay as they were typed", () => {
    expect(inlinesOf("see [@s1, @nobody]")).toEqual([{ kind: "text", text: "see [@s1, @nobody]" }]);
  });

  test("are listed once each, in the order of the text", () => {
    expect(listCited("[@b] and [@a, @b] or [@c;@a]")).toEqual(["b", "a", "c"]);
    expect(listCited("mail me@example.org, [x], [@]")).toEqual([]);
  });

  test("stand within strong text and lists", () => {
    expect(inlinesOf("- **told [@s2]**")).toEqual([
      { kind: "text", text: "told ", strong: true },
      { kind: "cite", numbers: [2] },
    ]);
  });
});

describe("only text comes out", () => {
  test("HTML stays as it was typed", () => {
    expect(
      inlinesOf("a <b onclick=x>bold</b>")
        .map((inline) => "text" in inline && inline.text)
        .join(""),
    ).toBe("a <b onclick=x>bold</b>");
    expect(read("<script>alert(1)</script>")).toEqual([
      { kind: "paragraph", content: [{ kind: "text", text: "<script>alert(1)</script>" }] },
    ]);
  });

  test("a link leads to http and https alone", () => {
    expect(inlinesOf("[a](https://a.example/x)")).toEqual([
      { kind: "link", text: "a", href: "https://a.example/x" },
    ]);
    for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example"])
      expect(inlinesOf(`[a](${address})`)).toEqual([{ kind: "text", text: "a" }]);
  });

  test("a picture becomes its words", () => {
    expect(inlinesOf("![the map](https://x.example/map.png)")).toEqual([{ kind: "text", text: "the map" }]);
  });

  test("headings, quotations and code lose their form and keep their words", () => {
    expect(read("# Title\n\n> quoted\n\n```\ncode\n```")).toEqual([
      { kind: "paragraph", content: [{ kind: "text", text: "Title", strong: true }] },
      { kind: "paragraph", content: [{ kind: "text", text: "quoted" }] },
      { kind: "paragraph", content: [{ kind: "text", text: "code", code: true }] },
    ]);
  });

  test("whatever is typed, no link leads elsewhere and nothing throws", () => {
    const fond = fc.array(
      fc.constantFrom(
        "[",
        "]",
        "(",
        ")",
        "@s1",
        "javascript:",
        "<",
        ">",
        "*",
        "_",
        "`",
        "\n",
        "- ",
        "# ",
        "!",
        "a",
        "&lt;",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fond, (parts) => {
        for (const inline of inlinesOf(parts.join("")))
          if (inline.kind === "link") expect(inline.href).toMatch(/^https?:\/\//i);
      }),
    );
  });
});
