import { describe, expect, test } from "@jest/globals";
import { strFromU8 } from "fflate";
import { composeBriefing } from "../../../graph-data/briefing/compose.ts";
import type { Block } from "../../../graph-data/briefing/document.ts";
import { writeDocx } from "../../../server/briefing/docx.ts";
import { briefOn } from "../../support/briefings.ts";
import { inlinesOf, linesOf, spellOut } from "../../support/document-lines.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { cite, documentOf, entry, SAMPLE, words } from "../../support/sample-document.ts";
import { all, type Node, parseTree, readWord, textOf, value, type Word } from "../../support/word.ts";

const sample = readWord(await writeDocx(SAMPLE));
const briefing = composeBriefing(briefOn(firstDossierGraph(), "", { date: "2026-11-23" }));
const first = readWord(await writeDocx(briefing));

describe("text", () => {
  test("of a small document comes out as it reads", () => {
    expect(sample.texts.slice(0, 26)).toEqual([
      "Briefing: the title",
      "2026-11-23",
      "Lens\teverything",
      "Section",
      "Lead. [1, 2, 3] And more. [1]",
      "Warning.",
      "Note.",
      "Part",
      "Bullet. [1–3, 4]",
      "Bullet two",
      "First",
      "Second",
      "First again",
      "Strong slanted code a link no link",
      "The table",
      "Name",
      "Number",
      "Evidence",
      "One",
      "1",
      "[5]",
      "Two",
      "2",
      "[2, 5]",
      "Reversal",
      "Earlier",
    ]);
    expect(sample.texts.slice(26, 37)).toEqual([
      "Later",
      "A denies B. [4]",
      "A concedes B. [6]",
      "“no, never”",
      "no quotation",
      "Figure 1. What to see. [6]",
      "Evidence",
      "[1]\tAccording to the author, A blames B 1 times.",
      "“quotation 1”",
      "Author, “Title”, publisher, 2024-04-02, paragraph 1 · voice: the author · asserted · statement s1 · Open the view",
      "[2]\tAccording to the author, A blames B 2 times.",
    ]);
    expect(sample.texts.slice(-2)).toEqual(["Annex", "Annexed. [7]"]);
  });

  test("of a real briefing is all there, in its order", () => {
    expect(first.texts.map(spellOut)).toEqual(linesOf(briefing));
  });
});

describe("footnotes", () => {
  const noted = (word: Word) =>
    all(word.document, "w:footnoteReference").map(({ attributes }) => Number(attributes["w:id"]));
  const notes = (word: Word) =>
    all(word.part("word/footnotes.xml"), "w:footnote").filter(
      ({ attributes }) => Number(attributes["w:id"]) > 0,
    );

  test("have the numbers that Word gives them: one, two, three …, and these are the evidence's", () => {
    const cited = [4, 5, 6];
    expect(noted(sample)).toEqual([1, 2, 3, ...cited]);
    expect(notes(sample).map(textOf)).toEqual([
      "\t“quotation 1” – paragraph 1",
      "\t“قال بوتين إن ISIS-K مسؤولة.” – paragraph 2",
      "\t“פוטין האשים את אוקראינה” – paragraph 3",
      "\t“Путин обвинил Украину” – paragraph 4",
      "\tAccording to the author, A blames B 5 times. – paragraph 5",
      "\t“quotation 6” – Author, “Title”, publisher, 2024-04-02, paragraph 6",
    ]);
  });

  test("of a real briefing stand for every number that is cited before the evidence", () => {
    const before = briefing.blocks.slice(
      0,
      briefing.blocks.findIndex(({ kind }) => kind === "evidence"),
    );
    const most = Math.max(
      ...before.flatMap(inlinesOf).flatMap((inline) => (inline.kind === "cite" ? inline.numbers : [])),
    );
    expect(most).toBeGreaterThan(20);
    expect(noted(first)).toEqual(Array.from({ length: most }, (_, at) => at + 1));
    const quotations = briefing.blocks.flatMap((block) =>
      block.kind === "evidence" ? [block.quotation!] : [],
    );
    expect(notes(first).map((note) => textOf(note).slice(0, 60))).toEqual(
      quotations
        .slice(0, most)
        .map((quotation) => expect.stringContaining(quotation.slice(0, 50)) as unknown as string),
    );
  });

  test("are made only where Word's number is the evidence's, whatever the order", async () => {
    const lines = [[cite(2)], [cite(1, 3)], [cite(2)], [cite(3)], [cite(9)]];
    const blocks: Block[] = lines.map((content) => ({ kind: "paragraph", content }));
    const word = readWord(await writeDocx(documentOf([...blocks, entry(1), entry(2), entry(3)])));
    expect(word.texts.slice(3, 8)).toEqual(["[2]", "[1, 3]", "[2]", "[3]", "[9]"]);
    expect(noted(word)).toEqual([1, 2, 3]);
    const linked = word.paragraphs.map((paragraph) => all(paragraph, "w:hyperlink").map(textOf));
    expect(linked.slice(3, 8)).toEqual([["2"], ["3"], [], [], []]);
  });

  test("shorten long quotations at a word", async () => {
    const long = entry(1, { quotation: "A long one. ".repeat(60) });
    const word = readWord(await writeDocx(documentOf([{ kind: "paragraph", content: [cite(1)] }, long])));
    expect(textOf(notes(word)[0]!)).toMatch(/^\t“(?:A long one\. ){18}A …” – paragraph 1$/);
    expect(word.texts).toContain(`“${"A long one. ".repeat(60)}”`);
  });
});

describe("links", () => {
  test("lead from every other citation to its entry, and from every footnote", () => {
    const names = all(sample.document, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]);
    expect(names).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `evidence_${number}`));
    const parts = [sample.document, sample.part("word/footnotes.xml")];
    const anchors = parts.flatMap((part) =>
      all(part, "w:hyperlink").flatMap(({ attributes }) => attributes["w:anchor"] ?? []),
    );
    expect(anchors).toEqual([1, 1, 3, 2, 5, 4, 6, 7, 1, 2, 3, 4, 5, 6].map((number) => `evidence_${number}`));
  });

  test("outside are whole addresses of the web, and nothing else is a link", () => {
    const targets = all(sample.part("word/_rels/document.xml.rels"), "Relationship").flatMap(
      ({ attributes }) => (attributes.TargetMode === "External" ? attributes.Target! : []),
    );
    expect(targets[0]).toBe("https://example.org/?a=1&b=%7B2%7D");
    expect(targets).toHaveLength(8);
    for (const target of targets) expect(target).toMatch(/^https:\/\/[\w\-.~:/?#@!$&'()*+,;=%]+$/);
  });
});

describe("styles", () => {
  const styleOf = (word: Word, text: string) =>
    value(word.paragraphs.find((paragraph) => textOf(paragraph).startsWith(text))!, "w:pStyle");

  test.each([
    ["Briefing: the title", "Title"],
    ["Section", "Heading1"],
    ["Part", "Heading2"],
    ["Reversal", "Heading3"],
    ["Lead.", "Lead"],
    ["Warning.", "Warning"],
    ["Note.", "Note"],
    ["Bullet.", "ListBullet"],
    ["Second", "ListNumber"],
    ["Strong slanted", undefined],
    ["The table", "TableCaption"],
    ["“no, never”", "TableQuote"],
    ["Figure 1.", "Caption"],
    ["“quotation 1”", "EvidenceQuote"],
  ])("%s: %s", (text, style) => {
    expect(styleOf(sample, text)).toBe(style);
  });

  test("have Word's own names, and keep headings and captions with what follows", () => {
    const styles = all(sample.part("word/styles.xml"), "w:style");
    const names = styles.map((style) => value(style, "w:name"));
    const own = [
      "Normal",
      "Title",
      "heading 1",
      "heading 2",
      "heading 3",
      "caption",
      "Quote",
      "List Bullet",
      "List Number",
      "footnote text",
      "footnote reference",
      "endnote text",
      "header",
      "footer",
      "Hyperlink",
      "Normal Table",
    ];
    expect(names).toEqual(expect.arrayContaining(own));
    const kept = styles
      .filter((style) => all(style, "w:keepNext").length > 0)
      .map(({ attributes }) => attributes["w:styleId"]);
    expect(kept).toEqual(
      expect.arrayContaining(["Title", "Heading1", "Heading2", "Heading3", "TableCaption", "Figure"]),
    );
  });

  test("each numbered list begins at one", () => {
    const lists = sample.paragraphs
      .filter((paragraph) => value(paragraph, "w:pStyle") === "ListNumber")
      .map((paragraph) => value(paragraph, "w:numId"));
    expect(lists).toHaveLength(3);
    expect(lists[0]).toBe(lists[1]);
    expect(lists[2]).not.toBe(lists[0]);
    const instances = all(sample.part("word/numbering.xml"), "w:num");
    const last = instances.find(({ attributes }) => attributes["w:numId"] === lists[2])!;
    expect(value(last, "w:startOverride")).toBe("1");
  });
});

describe("tables", () => {
  test("repeat their head, break no row, and are as wide as the text", () => {
    const tables = all(sample.document, "w:tbl");
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = all(table, "w:tr");
      const heads = rows.map((row) =>
        all(row, "w:tblHeader").some(({ attributes }) => attributes["w:val"] !== "false"),
      );
      expect(heads).toEqual([true, ...rows.slice(1).map(() => false)]);
      expect(rows.every((row) => all(row, "w:cantSplit").length === 1)).toBe(true);
      const widths = all(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
      expect(rows.every((row) => all(row, "w:tc").length === widths.length)).toBe(true);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 1_417);
      expect(all(table, "w:tblBorders")).toEqual([]);
    }
    const numbers = sample.paragraphs.filter((paragraph) => value(paragraph, "w:jc") === "right").map(textOf);
    expect(numbers).toEqual(["Number", "1", "2"]);
  });
});

describe("figures", () => {
  const [drawing] = all(sample.document, "w:drawing");

  test("have their words for those who do not see them", () => {
    expect(value(drawing!, "wp:docPr", "descr")).toBe("The figure in “words” & <signs>");
    const alts = all(first.document, "wp:docPr").map(({ attributes }) => attributes.descr);
    expect(alts).toEqual(briefing.blocks.flatMap((block) => (block.kind === "figure" ? [block.alt] : [])));
  });

  test("are as wide as the text and no higher than a page", async () => {
    const size = (word: Word) => {
      const { cx, cy } = all(word.document, "wp:extent")[0]!.attributes;
      return [Number(cx) / 635, Number(cy) / 635];
    };
    expect(size(sample)[0]).toBeCloseTo(11_906 - 2 * 1_417, 0);
    expect(size(sample)[0]! / size(sample)[1]!).toBeCloseTo(2, 3);
    const figure = SAMPLE.blocks.find((block) => block.kind === "figure")!;
    const svg = figure.svg.replace(
      'viewBox="0 0 400 200" width="400" height="200"',
      'viewBox="0 0 100 900" width="100" height="900"',
    );
    const high = readWord(
      await writeDocx(documentOf([{ ...figure, svg, width: 100, height: 900 }]), { paper: "us-letter" }),
    );
    expect(size(high)[1]).toBeLessThan(15_840 - 2 * 1_361);
    expect(size(high)[1]! / size(high)[0]!).toBeCloseTo(9, 2);
  });

  test("are the drawing and, for those who cannot show it, its dots on white", () => {
    const relationships = new Map(
      all(sample.part("word/_rels/document.xml.rels"), "Relationship").map(({ attributes }) => [
        attributes.Id,
        attributes.Target,
      ]),
    );
    const svg = relationships.get(value(drawing!, "asvg:svgBlip", "r:embed"))!;
    const png = relationships.get(value(drawing!, "a:blip", "r:embed"))!;
    expect(svg).toMatch(/\.svg$/);
    expect(png).toMatch(/\.png$/);
    const texts = all(parseTree(strFromU8(sample.files.get(`word/${svg}`)!)), "text");
    expect(texts.map(({ children }) => children.join(""))).toEqual(["Word & слово", "Word & слово"]);
    expect(texts.map(({ attributes }) => attributes.stroke)).toEqual(["#fff", undefined]);
    const view = new DataView(sample.files.get(`word/${png}`)!.slice().buffer);
    expect(view.getUint32(16) / view.getUint32(20)).toBeCloseTo(2, 1);
    expect(view.getUint32(16)).toBeGreaterThan(1_000);
  });
});

describe("pages", () => {
  const lines = (word: Word, part: "header1" | "footer1") =>
    all(word.part(`word/${part}.xml`), "w:p").map(textOf);

  test("bear dossier, date and number; handling above and below, when set", async () => {
    expect(lines(sample, "header1")).toEqual(["The dossier"]);
    expect(lines(sample, "footer1")).toEqual(["2026-11-23\tPage  of "]);
    const fields = all(sample.part("word/footer1.xml"), "w:instrText").map(({ children }) =>
      children.join(""),
    );
    expect(fields).toEqual(["PAGE", "NUMPAGES"]);
    const handled = readWord(await writeDocx(documentOf([], { handling: "TLP:AMBER – note" })));
    expect(lines(handled, "header1")).toEqual(["TLP:AMBER – note", "The dossier"]);
    expect(lines(handled, "footer1")).toEqual(["2026-11-23\tPage  of ", "TLP:AMBER – note"]);
  });

  test("are of the paper asked for", async () => {
    const size = (word: Word) => all(word.document, "w:pgSz")[0]!.attributes;
    expect(size(sample)).toMatchObject({ "w:w": "11906", "w:h": "16838" });
    const letter = readWord(await writeDocx(documentOf([]), { paper: "us-letter" }));
    expect(size(letter)).toMatchObject({ "w:w": "12240", "w:h": "15840" });
  });
});

describe("languages", () => {
  const find = (text: string, paragraphs = sample.paragraphs) =>
    paragraphs.find((paragraph) => textOf(paragraph).includes(text))!;
  const stretches = (paragraph: Node) =>
    all(paragraph, "w:r").map((run) => [textOf(run), all(run, "w:rtl").length === 1]);

  test("from right to left: the paragraph, and each stretch of letters in it", () => {
    const arabic = find("قال");
    expect(all(arabic, "w:bidi")).toHaveLength(1);
    expect(stretches(arabic)).toEqual([
      ["“قال بوتين إن ", true],
      ["ISIS-K", false],
      [" مسؤولة.”", true],
    ]);
    expect(value(arabic, "w:lang", "w:bidi")).toBe("ar");
    expect(stretches(find("פוטין"))).toEqual([["“פוטין האשים את אוקראינה”", true]]);
    const notes = all(sample.part("word/footnotes.xml"), "w:p");
    expect(all(find("قال", notes), "w:bidi")).toHaveLength(1);
  });

  test("from left to right are told, and have no direction", () => {
    const russian = find("Путин");
    expect(all(russian, "w:bidi")).toEqual([]);
    expect(value(russian, "w:lang")).toBe("ru");
    expect(value(sample.part("word/styles.xml"), "w:lang")).toBe("en-GB");
  });

  test("a name from right to left in a sentence of ours is turned alone", async () => {
    const word = readWord(
      await writeDocx(documentOf([{ kind: "paragraph", content: [words("by عبد الله (2) and others")] }])),
    );
    expect(stretches(word.paragraphs[3]!)).toEqual([
      ["by ", false],
      ["عبد الله", true],
      [" (2) and others", false],
    ]);
  });
});
