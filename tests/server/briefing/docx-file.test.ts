import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { strFromU8 } from "fflate";
import { composeBriefing } from "../../../graph-data/briefing/compose.ts";
import type { Block, BriefingDocument } from "../../../graph-data/briefing/document.ts";
import { writeDocx } from "../../../server/briefing/docx.ts";
import { briefOn } from "../../support/briefings.ts";
import { linesOf, spellOut } from "../../support/document-lines.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { hasNaughtyStrings, naughtyStrings } from "../../support/hostile.ts";
import { readPages, testWithOffice } from "../../support/office.ts";
import { cite, documentOf, entry, SAMPLE, words } from "../../support/sample-document.ts";
import { all, type Node, readWord, type Word } from "../../support/word.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const sampleBytes = await writeDocx(SAMPLE);
const sample = readWord(sampleBytes);
const briefing = composeBriefing(briefOn(firstDossierGraph(), "", { date: "2026-11-23" }));
const firstBytes = await writeDocx(briefing);
const first = readWord(firstBytes);

describe("the package", () => {
  const CASES = [
    ["a small document", sample],
    ["a real briefing", first],
  ] as const;

  test.each(CASES)("of %s has a type for every part, and a part for every type", (_, { files, part }) => {
    const types = part("[Content_Types].xml");
    const overrides = all(types, "Override").map(({ attributes }) => attributes.PartName!.slice(1));
    const endings = all(types, "Default").map(({ attributes }) => attributes.Extension);
    expect(overrides.filter((path) => !files.has(path))).toEqual([]);
    const untyped = [...files.keys()].filter(
      (path) => !overrides.includes(path) && !["rels", "png", "svg"].includes(path.split(".").at(-1)!),
    );
    expect(untyped).toEqual(["[Content_Types].xml"]);
    expect(endings).toEqual(expect.arrayContaining(["rels", "png", "svg"]));
    for (const path of files.keys())
      if (/\.(?:xml|rels|svg)$/.test(path)) expect(part(path).name).not.toBe("");
  });

  test.each(CASES)("of %s leads nowhere but to what is there", (_, { files, part }) => {
    for (const path of [...files.keys()].filter((name) => name.endsWith(".rels"))) {
      const folder = path.replace(/_rels\/[^/]*$/, "");
      const relationships = all(part(path), "Relationship").map(({ attributes }) => attributes);
      const ids = relationships.map(({ Id }) => Id!);
      expect(ids).toEqual(ids.map((_id, at) => `rId${at + 1}`));
      const inside = relationships.filter(({ TargetMode }) => TargetMode !== "External");
      expect(inside.filter(({ Target }) => !files.has(`${folder}${Target}`))).toEqual([]);
      const source = files.get(path.replace(/_rels\/([^/]*)\.rels$/, "$1"));
      const used = source
        ? [...strFromU8(source).matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id!)
        : [];
      expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test.each(CASES)("of %s uses styles and lists that it has, and no id twice", (_, word) => {
    const styles = all(word.part("word/styles.xml"), "w:style").map(
      ({ attributes }) => attributes["w:styleId"],
    );
    const parts = [...word.files.keys()].filter((path) => /^word\/[^/]*\.xml$/.test(path)).map(word.part);
    const used = parts.flatMap((part) =>
      ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"].flatMap((name) => all(part, name)),
    );
    expect(used.map(({ attributes }) => attributes["w:val"]).filter((id) => !styles.includes(id))).toEqual(
      [],
    );
    const lists = all(word.part("word/numbering.xml"), "w:num").map(
      ({ attributes }) => attributes["w:numId"],
    );
    expect(
      all(word.document, "w:numId").filter(({ attributes }) => !lists.includes(attributes["w:val"])),
    ).toEqual([]);
    for (const [name, attribute] of [
      ["w:bookmarkStart", "w:id"],
      ["wp:docPr", "id"],
      ["w:style", "w:styleId"],
    ] as const) {
      const ids = parts.flatMap((part) => all(part, name)).map(({ attributes }) => attributes[attribute]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("says title, dossier, author and date, and nothing of clock and library", async () => {
    const properties = (word: Word) =>
      Object.fromEntries(
        (word.part("docProps/core.xml").children as Node[]).map(({ name, children }) => [
          name,
          children.join(""),
        ]),
      );
    const rest = { "dc:title": "Briefing: the title", "dc:subject": "The dossier", "dc:language": "en" };
    const on = (day: string) => ({
      "dcterms:created": `${day}T00:00:00Z`,
      "dcterms:modified": `${day}T00:00:00Z`,
    });
    expect(properties(sample)).toEqual({ ...rest, ...on("2026-11-23") });
    const undated = readWord(await writeDocx(documentOf([], { date: null, author: "A & B" })));
    expect(properties(undated)).toEqual({ ...rest, ...on("1980-01-01"), "dc:creator": "A & B" });
    const everything = [...sample.files].map(([path, bytes]) => path + strFromU8(bytes)).join("");
    expect(everything).not.toContain("Un-named");
  });
});

describe("the same document gives the same bytes", () => {
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  test("a second time", async () => {
    expect(digest(await writeDocx(SAMPLE))).toBe(digest(sampleBytes));
  });

  test("in another process, on another day and in another place", () => {
    expect(digestElsewhere(SAMPLE)).toBe(digest(sampleBytes));
  });
});

/** Another clock's zone; ids that a library draws by lot come out otherwise, too. */
function digestElsewhere(document: BriefingDocument): string {
  const script = `
    import { createHash } from "node:crypto";
    import { createServer } from "vite";
    const vite = await createServer({ configFile: false, appType: "custom", logLevel: "error", server: { middlewareMode: true, watch: null, ws: false } });
    const { writeDocx } = await vite.ssrLoadModule("/server/briefing/docx.ts");
    const bytes = await writeDocx(JSON.parse(process.env.DOCUMENT));
    console.log(createHash("sha256").update(bytes).digest("hex"));
    await vite.close();`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", TZ: "Pacific/Kiritimati", DOCUMENT: JSON.stringify(document) },
  });
  if (stdout === "") throw new Error(stderr);
  return stdout.trim();
}

describe("hostile text appears as text", () => {
  const OURS = [
    '{ INCLUDETEXT "/etc/passwd" }',
    "{bullets-0} {numbers-1} {{x}}",
    "=cmd|'/c calc'!A1",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "]]><!-- &amp; &#x0; \\\"'",
    "**bold** [a](javascript:alert(1)) <script>x</script>",
    "$& $1 $\u0060 %s",
    "PAGE \\* MERGEFORMAT DDEAUTO c:\\x",
  ];

  /** Everything that a document has room for is this text. */
  function fill(text: string): BriefingDocument {
    const line = [words(text)];
    const side = { label: text, reads: line, quotation: text };
    const blocks: Block[] = [
      { kind: "heading", level: 2, id: "a", text },
      { kind: "paragraph", role: "warning", content: [...line, cite(1)] },
      {
        kind: "list",
        ordered: true,
        items: [line, [{ kind: "link", text, href: `https://example.org/${text.toWellFormed()}` }]],
      },
      { kind: "table", caption: text, columns: [{ label: text, share: 1 }], rows: [[line]] },
      { kind: "facing", title: line, sides: [side, side] },
      entry(1, {
        reads: text,
        quotation: text,
        language: text,
        remark: text,
        source: text,
        place: text,
        details: [text],
      }),
    ];
    return documentOf(blocks, {
      title: text,
      author: text,
      handling: text,
      running: text,
      facts: [{ label: text, value: text }],
    });
  }

  /** The first text everywhere, the others each in one kind of block, by turns. */
  async function expectText(texts: readonly string[]) {
    const everywhere = fill(texts[0]!);
    const kinds = everywhere.blocks.length - 1;
    const byTurns = texts.map((text, at) => fill(text).blocks[at % kinds]!);
    for (const document of [everywhere, { ...everywhere, blocks: [...byTurns, everywhere.blocks.at(-1)!] }]) {
      const word = readWord(await writeDocx(document));
      expect(word.texts.map(spellOut)).toEqual(
        linesOf(document)
          .map(speakable)
          .filter((line) => line !== ""),
      );
      expect(all(word.document, "w:instrText")).toEqual([]);
      expect(all(word.document, "w:fldSimple")).toEqual([]);
    }
  }

  /** As XML can hold it, on one line. */
  function speakable(text: string): string {
    return (
      text
        .toWellFormed()
        .replace(/[\t\n\r]+/g, (blank) => (blank === "\t" ? blank : " "))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are replaced
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    );
  }

  test.each(OURS)("%s", (text) => expectText([text, ...OURS]));

  test("control characters, halves of characters, what is no character", () =>
    expectText([
      "a\u0000b\u0001c\u001fd",
      "\ud83d alone",
      "\udc00",
      "\uffff\ufffe",
      "line\nbreak \r\n again",
      "\u202eturned",
      "👩‍👩‍👧 \u{10ffff}",
    ]));

  (hasNaughtyStrings ? test : test.skip)("a list of naughty strings", () =>
    expectText(naughtyStrings().filter((text) => !text.includes("\t"))),
  );

  test("anything", () =>
    expectText(
      fc
        .sample(fc.string({ unit: "binary", minLength: 1 }), { numRuns: 60, seed: 20240402 })
        .filter((text) => !text.includes("\t")),
    ));
});

testWithOffice("LibreOffice sets a real briefing: all pages, evidence and footnotes in order", () => {
  const pages = readPages(firstBytes);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.length).toBeLessThan(30);
  pages.forEach((page, at) => {
    expect(page).toContain(briefing.running);
    expect(page).toMatch(new RegExp(`2026-11-23 +Page ${at + 1} of ${pages.length}`));
  });
  const text = pages.join("\n");
  const entries = briefing.blocks.flatMap((block) => (block.kind === "evidence" ? [block.number] : []));
  expect([...text.matchAll(/^ *\[(\d+)\] +According/gm)].map(([, number]) => Number(number))).toEqual(
    entries,
  );
  const notes = all(first.document, "w:footnoteReference").map((_, at) => at + 1);
  expect([...text.matchAll(/^ *(\d+) +“/gm)].map(([, number]) => Number(number))).toEqual(notes);
});
