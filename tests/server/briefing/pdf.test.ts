import { describe, expect, jest, test } from "@jest/globals";
import type { Figure } from "../../../graph-data/briefing/document.ts";
import { writePdf } from "../../../server/briefing/pdf.ts";
import { readFonts } from "../../../server/fonts.ts";
import {
  documentOf,
  entry,
  everyBlock,
  firstDossierDocument,
  words,
} from "../../support/briefing-document.ts";
import { hasNaughtyStrings, naughtyStrings } from "../../support/hostile.ts";
import { fontsOf, hasPdftotext, textOf, unpackPdf } from "../../support/pdf.ts";

const testText = hasPdftotext ? test : test.skip;

/** Without what setting changes: lines, spaces, marks of direction. */
const bare = (text: string) => text.normalize("NFC").replace(/[\s\p{Cc}\u200e\u00ad\ufeff]+/gu, "");

describe("the first dossier's briefing", () => {
  const document = firstDossierDocument();
  const pdf = writePdf(document);
  const unpacked = unpackPdf(pdf);

  test("is a tagged PDF with title, language, bookmarks and alternative text, and claims PDF/UA", () => {
    expect(unpacked.slice(0, 5)).toBe("%PDF-");
    expect(unpacked).toMatch(/\/Lang\s*\(en\)/);
    expect(unpacked).toContain("/StructTreeRoot");
    expect(unpacked).toContain("/Outlines");
    expect(unpacked).toContain("pdfuaid");
    const headings = document.blocks.filter(({ kind }) => kind === "heading").length;
    const figures = document.blocks.filter(({ kind }) => kind === "figure").length;
    expect(figures).toBe(3);
    expect(unpacked.match(/\/S\s*\/H[12]\b/g)).toHaveLength(headings);
    expect(unpacked.match(/\/S\s*\/Figure\b/g)).toHaveLength(figures);
    expect(unpacked.match(/\/Alt\b/g)?.length).toBeGreaterThanOrEqual(figures);
  });

  test("holds its fonts, and none but those that come with the program", () => {
    expect(fontsOf(unpacked)).toEqual(["NotoSans-Regular", "NotoSans-SemiBold", "NotoSansMath-Regular"]);
    const descriptors = unpacked.match(/\/Type\s*\/FontDescriptor\b/g);
    expect(descriptors).toHaveLength(3);
    expect(unpacked.match(/\/FontFile[23]?\b/g)).toHaveLength(3);
  });

  test("leads to every address of the evidence", () => {
    const addresses = document.blocks.flatMap((block) =>
      block.kind === "evidence" ? block.links.map(({ href }) => href) : [],
    );
    expect(addresses.length).toBeGreaterThan(50);
    const linked = [...unpacked.matchAll(/\/URI\s*\(([^)]*)\)/g)].map(([, address]) => address);
    expect(linked).toEqual(expect.arrayContaining([...new Set(addresses)]));
  });

  test("is the same bytes again, also after another document", () => {
    writePdf(documentOf(everyBlock()), { paper: "us-letter" });
    expect(Buffer.compare(writePdf(document), pdf)).toBe(0);
  });

  testText("gives every entry's number and words, in order", () => {
    const text = bare(textOf(pdf).replace(/^.*\f.*\n/gm, ""));
    const entries = document.blocks.flatMap((block) => (block.kind === "evidence" ? [block] : []));
    let at = text.indexOf("Evidence1“");
    for (const { number, quotation } of entries) {
      const found = text.indexOf(bare(`${number}“${quotation}”`), at);
      expect([number, found]).toEqual([number, expect.any(Number)]);
      expect(found).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });
});

describe("a page", () => {
  const head = {
    handling: "TLP:AMBER (for the recipients) – note",
    date: "2026-11-23",
    author: "A. Analyst",
  };

  test("is A4 unless US letter is asked for", () => {
    const sizeOf = (paper?: "us-letter") =>
      /\/MediaBox\s*\[([^\]]*)\]/.exec(unpackPdf(writePdf(documentOf([]), { paper })))?.[1];
    expect(sizeOf()?.split(" ").map(Number)).toEqual([0, 0, 595, 842].map((size) => expect.closeTo(size, 0)));
    expect(sizeOf("us-letter")?.split(" ").map(Number)).toEqual([0, 0, 612, 792]);
  });

  testText(
    "bears handling at top and bottom, the date and its number; from the second on, the dossier's title",
    () => {
      const blocks = Array.from({ length: 12 }, everyBlock).flatMap((row) =>
        row.filter(({ kind }) => kind !== "evidence"),
      );
      const pages = textOf(writePdf(documentOf(blocks, head)))
        .split("\f")
        .slice(0, -1);
      expect(pages.length).toBeGreaterThan(2);
      pages.forEach((page, at) => {
        expect(page.match(/TLP:AMBER/g)).toHaveLength(2);
        expect(page.match(/\(for the recipients\) – note/g)).toHaveLength(2);
        expect(page).toContain("2026-11-23");
        expect(bare(page)).toContain(`${at + 1}/${pages.length}`);
        expect(page.includes("Dossier")).toBe(at > 0);
      });
    },
  );

  testText("has every kind of block", () => {
    const text = textOf(writePdf(documentOf(everyBlock(), head)));
    for (const words of [
      "Section",
      "Part",
      "Bottom line. [1–3]",
      "Note: Mind this.",
      "Small. Code",
      "2. Second",
    ])
      expect(text.replaceAll("\u00a0", " ")).toContain(words);
    for (const words of ["Caption", "Ukraine", "Drawn", "Figure 1. What to see.", "EARLIER", "“never”"])
      expect(text).toContain(words);
    expect(text.match(/no quotation/g)).toHaveLength(2);
  });

  test("dates the file as the briefing, and not at all where it has no date", () => {
    expect(unpackPdf(writePdf(documentOf([], head)))).toContain("(D:20261123");
    expect(unpackPdf(writePdf(documentOf([])))).not.toMatch(/CreationDate|CreateDate|ModDate/);
    expect(unpackPdf(writePdf(documentOf([], { date: "2026-02-31" })))).not.toContain("CreationDate");
  });
});

describe("whatever the words are", () => {
  const TYPST = [
    "#let x = 1; #x",
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #sys.inputs',
    "*strong* _emphasis_ `raw` $x^2$ <label> @reference",
    "= Heading",
    "- item",
    "// comment /* another */",
    "\\u{41} \\# \\",
    "\"q\" 'q' -- --- ... ~",
    "[link](https://example.org) <b>bold</b> &amp; &lt;",
    "https://example.org/a?b=c",
  ];
  const { hasAll } = readFonts();
  const strings = [...TYPST, ...(hasNaughtyStrings ? naughtyStrings() : [])].filter(
    // Marks heaped on letters come out of a PDF in another order than they went in; controls do not come out.
    (text) => hasAll(text.replace(/[\p{Cc}\p{Cf}]/gu, "")) && !/[\p{Mn}\p{Cf}]/u.test(text),
  );

  testText("they are set as they are: quotations, sentences, titles, cells", () => {
    const blocks = strings.flatMap((text, at) => [
      { ...entry(at + 1, text), reads: `Reads ${text} .` },
      ...(at < TYPST.length ? [{ kind: "heading", level: 2, id: `h${at}`, text } as const] : []),
    ]);
    const rows = TYPST.map((text) => [[words(text)]]);
    const table = {
      kind: "table",
      caption: TYPST.join(" "),
      columns: [{ label: "#x", share: 1 }],
      rows,
    } as const;
    const text = bare(textOf(writePdf(documentOf([...blocks, table], { title: TYPST.join(" ") }))));
    const missing = strings.filter((string) => {
      const set = bare(string.toWellFormed());
      return !text.includes(`“${set}”`) || !text.includes(`Reads${set}.`);
    });
    expect(strings.length).toBeGreaterThanOrEqual(hasNaughtyStrings ? 400 : TYPST.length);
    expect(missing).toEqual([]);
    expect(text).toContain(bare(TYPST.join(" ")));
  });

  test("letters that no font has cost the claim of PDF/UA, and nothing else", () => {
    const unpacked = unpackPdf(writePdf(documentOf([entry(1, "莫斯科 מוסקבה 😀 \u0000 \ud800", "zh")])));
    expect(unpacked).not.toContain("pdfuaid");
    expect(unpacked).toContain("/StructTreeRoot");
    expect(fontsOf(unpacked)).toEqual(["NotoSans-Regular", "NotoSans-SemiBold"]);
  });

  test("what no reader should follow is no link, and a number without an entry leads nowhere", () => {
    const link = (href: string) => ({ kind: "link", text: "there", href }) as const;
    const content = [
      link("javascript:alert(1)"),
      link("?select=s1"),
      link(`https://x.org/${"a".repeat(9000)}`),
    ];
    const cite = { kind: "cite", numbers: [7] } as const;
    const unpacked = unpackPdf(writePdf(documentOf([{ kind: "paragraph", content: [...content, cite] }])));
    expect(unpacked).not.toMatch(/\/Subtype\s*\/Link/);
  });

  testText("Cyrillic, Greek and Arabic come with their letters, also in a drawing", () => {
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40" font-family="Arial"><g><text x="100" y="20" text-anchor="middle" font-size="12" fill="#1d2025">${text}</text></g></svg>`;
    const figure = (number: number, text: string): Figure => ({
      ...{ kind: "figure", id: `f${number}`, number, svg: svg(text), width: 200, height: 40 },
      caption: [words(`Drawing ${number}`)],
      alt: text,
    });
    const pdf = writePdf(
      documentOf([
        entry(1, "Путин обвинил Украину", "ru"),
        entry(2, "موسكو", "ar"),
        entry(3, "Η Μόσχα", "el"),
        figure(1, "Кремль"),
        figure(2, "ISIS و موسكو"),
      ]),
    );
    const text = textOf(pdf);
    for (const word of ["“Путин обвинил Украину”", "Η Μόσχα", "Кремль", "ISIS"]) expect(text).toContain(word);
    expect(text.match(/موسكو/g)).toHaveLength(2);
    const fonts = ["NotoSans-Regular", "NotoSans-SemiBold", "Vazirmatn-Regular"];
    expect(fontsOf(unpackPdf(pdf))).toEqual(fonts);
    expect(unpackPdf(pdf)).toContain("pdfuaid");
  });
});

test("where Typst has no binary, says what can be taken instead", async () => {
  jest.resetModules();
  jest.unstable_mockModule("node:module", () => ({
    createRequire: () => () => {
      throw new Error("Cannot find module");
    },
  }));
  const { writePdf: write } = await import("../../../server/briefing/pdf.ts");
  expect(() => write(documentOf([]))).toThrow(/HTML, Word or Markdown/);
});
