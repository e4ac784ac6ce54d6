import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { FORMATS } from "../graph-data/formats/index.ts";
import { READERS } from "../graph-data/formats/readers.ts";
import { listCommands } from "../server/cli/commands.ts";
import { idsOf } from "./support/fixtures.ts";

const ROOT = new URL("..", import.meta.url);

/** Top-level documents and all under docs/; the tests' and dossiers' own READMEs too. */
function listDocuments(): string[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  const within = ["docs", "tests", "graph-data", "bench"].filter((folder) =>
    existsSync(new URL(`${folder}/`, ROOT)),
  );
  const nested = within.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  return [...top, ...nested].toSorted();
}

/** Folders whose files a document names in code marks: `graph-data/lens/lens.ts`. */
const FOLDERS = /^(?:server|client|graph-data|views|tests|bench|docs|scripts|\.ci)\//;

interface Mention {
  readonly target: string;
  /** Relative links start from the document, paths in code marks from the project. */
  readonly from: "document" | "project";
}

/** Links and images to files, and paths in code marks. Addresses, anchors, patterns and placeholders are none. */
function mentionsOf(markdown: string): Mention[] {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const links = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\s*\[[^\]]+\]:\s*(\S+)/gm)]
    .map(([, inline, reference]) => decodeURI((inline ?? reference ?? "").replace(/[#?].*$/, "")))
    .filter((target) => target !== "" && !/^[a-z][a-z0-9+.-]*:|^\//i.test(target))
    .map((target): Mention => ({ target, from: "document" }));
  const paths = [...prose.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => code)
    .filter((code) => FOLDERS.test(code) && !/[\s*<>…{}$:|,()]|NNNN|\bNAME\b|\.\./.test(code))
    .map((target): Mention => ({ target, from: "project" }));
  return [...links, ...paths];
}

const exists = ({ target, from }: Mention, document: string) =>
  existsSync(new URL(encodeURI(target), from === "project" ? ROOT : new URL(document, ROOT)));

describe("documents", () => {
  test.each(listDocuments())("%s names only what exists", (document) => {
    const text = readFileSync(new URL(document, ROOT), "utf8");
    const lost = mentionsOf(text).filter((mention) => !exists(mention, document));
    expect(lost.map(({ target }) => target)).toEqual([]);
  });
});

describe("docs/formats.md", () => {
  const text = readFileSync(new URL("docs/formats.md", ROOT), "utf8");

  test("names every format that is written and every one that is read", () => {
    const missing = [...FORMATS, ...READERS].filter(({ id }) => !text.includes(`\`${id}\``));
    expect(idsOf(missing)).toEqual([]);
  });

  test("tells of the formats in the order of the menu", () => {
    // A format's section, or its paragraph, begins with its id.
    const told = [...text.matchAll(/^`([a-z0-9-]+)`(?: and `([a-z0-9-]+)`)?: /gm)].flatMap(
      ([, one = "", other]) => (other ? [one, other] : [one]),
    );
    const apart = ["statements-csv"];
    expect(told).toEqual(idsOf(FORMATS).filter((id) => !apart.includes(id)));
    expect(text.indexOf("`statements-csv`")).toBeGreaterThan(text.indexOf("\n`csv`: "));
  });
});

describe("the checker", () => {
  test("finds links, images, references and paths, and leaves out what is no file", () => {
    const markdown = [
      '[a](docs/a.md#part) ![b](<b.png> "title") [web](https://example.org/x.md) [here](#here) [root](/api)',
      "`server/app.ts` `graph-data/` `npm start` `docs/decisions/NNNN-title.md` `tests/**/*.ts` `client/<name>.ts`",
      "[ref]: ./c.md",
      "```\n[no](nowhere.md) `server/none.ts`\n```",
    ].join("\n");
    expect(mentionsOf(markdown)).toEqual([
      { target: "docs/a.md", from: "document" },
      { target: "b.png", from: "document" },
      { target: "./c.md", from: "document" },
      { target: "server/app.ts", from: "project" },
      { target: "graph-data/", from: "project" },
    ]);
  });

  test("knows a file that is not there", () => {
    expect(exists({ target: "docs/nowhere.md", from: "document" }, "README.md")).toBe(false);
    expect(exists({ target: "graph-data/errors.ts", from: "project" }, "docs/a.md")).toBe(true);
    expect(exists({ target: "../package.json", from: "document" }, "docs/a.md")).toBe(true);
  });
});

test("every command and option of the command line is described", () => {
  const text = readFileSync(new URL("../docs/command-line.md", import.meta.url), "utf8");
  for (const { name, options } of listCommands()) {
    expect(text).toContain(`narrascope ${name}`);
    for (const option of options)
      expect([name, option.name, text.includes(`--${option.name}`)]).toEqual([name, option.name, true]);
  }
});
