/** DOT and Mermaid: pictures that others draw. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { escapeLabel } from "../../graph-data/formats/dot.ts";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { escapeText } from "../../graph-data/formats/mermaid.ts";
import { wrapWords } from "../../graph-data/formats/wrap.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { type Slice, sliceGraph, tiesOf } from "../../graph-data/lens/slice.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { hasNaughtyStrings, hostileDossier, naughtyStrings } from "../support/hostile.ts";
import { expectGolden, sliceOf, wholeSlices, writeAs } from "../support/slices.ts";

const hasGraphviz = spawnSync("dot", ["-V"]).status === 0;
const graphviz = hasGraphviz ? test : test.skip;
const absent = hasGraphviz ? "" : " (skipped: graphviz is not installed)";
const hostile = hasNaughtyStrings ? test : test.skip;
const unlisted = hasNaughtyStrings ? "" : " (skipped: ../shared/data/blns is absent)";

function hostileSlice(): Slice {
  return sliceGraph(buildGraph(hostileDossier(naughtyStrings())), {});
}

/** The tokens of DOT: identifiers, numbers, quoted texts, marks. Throws at what is none. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const token = /\s*(?:("(?:[^"\\]|\\[\s\S])*")|([A-Za-z_][\w]*)|(-?\d+(?:\.\d+)?)|(->|[{}[\];=,]))\s*/y;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`no token of DOT: ${text.slice(at, at + 60)}`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4]!);
  }
  return tokens;
}

describe("dot", () => {
  test("has a line for each actor and tie, which a person can read", () => {
    expectGolden("harbour-dot.gv", writeAs("dot", sliceOf("")));
  });

  test("of any slice is made of DOT's tokens alone, with an arrow for each tie", () => {
    fc.assert(
      fc.property(wholeSlices, (slice) => {
        const tokens = tokensOf(writeAs("dot", slice));
        expect(tokens.filter((token) => token === "->")).toHaveLength(tiesOf(slice).length);
        expect(tokens.filter((token) => token === "[")).toHaveLength(
          tokens.filter((token) => token === "]").length,
        );
      }),
    );
  });

  hostile(`labels that break things stay within their quotation marks${unlisted}`, () => {
    const slice = hostileSlice();
    const tokens = tokensOf(writeAs("dot", slice));
    expect(tokens.filter((token) => token === "->")).toHaveLength(tiesOf(slice).length);
  });

  test.each([
    ['say "no"', 'say \\"no\\"'],
    ["C:\\N\\", "C:\\\\N\\\\"],
    ["a\r\nb\u2028c", "a b c"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a\u0000b\u202e", "a\uFFFDb\uFFFD"],
    ["\ud800x", "\uFFFDx"],
  ])("%j is written as %j", (text, escaped) => {
    expect(escapeLabel(text)).toBe(escaped);
  });

  graphviz(`Graphviz draws every actor and tie, where the explorer has them${absent}`, () => {
    const placed = sliceGraph(firstDossierGraph(), {});
    const slices = [placed, sliceOf(""), ...(hasNaughtyStrings ? [hostileSlice()] : [])];
    for (const slice of slices) {
      for (const unit of ["ties", "statements"] as const) {
        const input = writeAs("dot", slice, { unit });
        const { status, stdout } = spawnSync("dot", ["-Tsvg"], { input, maxBuffer: 1e9 });
        expect(status).toBe(0);
        const drawn = (kind: string) =>
          stdout.toString().match(new RegExp(`<g id="[^"]*" class="${kind}"`, "g"));
        expect(drawn("node")).toHaveLength(slice.actors.length);
        expect(drawn("edge")).toHaveLength(unit === "ties" ? tiesOf(slice).length : slice.statements.length);
      }
    }
  });
});

describe("mermaid", () => {
  test("has a line for each actor and tie, which a person can read", () => {
    expectGolden("harbour-mermaid.mmd", writeAs("mermaid", sliceOf("")));
  });

  const LINE =
    /^(?:flowchart LR| {2}(?:acc(?:Title|Descr): [^"{}<>;\\]*(?:#\d+;[^"{}<>;\\]*)*|n\d+[[({>/\\]+"[^"<>{}[\]`|\\]+"[\])}/\\]+|n\d+ -->\|"[^"<>{}[\]`|\\]+"\| n\d+|linkStyle \d+ [\w#:.,\- ]+;|classDef \w+ [\w#:.,-]+;|class [\w,]+ event;))$/;

  function expectLines(slice: Slice): void {
    const lines = writeAs("mermaid", slice).trimEnd().split("\n");
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes("-->"))).toHaveLength(tiesOf(slice).length);
    expect(lines.filter((line) => /^ {2}n\d+[^\d ]/.test(line))).toHaveLength(slice.actors.length);
  }

  test("of any slice is made of such lines alone", () => {
    fc.assert(fc.property(wholeSlices, expectLines));
  });

  hostile(`labels that break things are words and numbers of characters${unlisted}`, () => {
    expectLines(hostileSlice());
  });

  test.each([
    ['say "no"', "say #34;no#34;"],
    ["#quot; 100 %", "#35;quot#59; 100 #37;"],
    ["%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"],
    ["<b>&amp;", "#60;b#62;#38;amp#59;"],
    ["`**bold**`", "#96;#42;#42;bold#42;#42;#96;"],
    ["a\nend\u2028b", "a end b"],
    [" \u0007 ", "#32;"],
    ["Владимир Путин 😀", "Владимир Путин 😀"],
  ])("%j is written as %j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});

test.each(["dot", "mermaid"])("%s says what it leaves out", (id) => {
  const format = FORMATS.find((candidate) => candidate.id === id)!;
  expect(format.write(sliceOf("")).omitted).toEqual([
    "13 single statements: ties alone are drawn, with their numbers",
    "12 quotations",
    "1 further piece of evidence",
    "3 voices that are not the author's",
    "2 modalities other than asserted",
    "2 actors that statements are about",
    "12 phases of statements",
    "8 dates",
    "11 credibilities of statements",
    "7 links to narratives",
    "1 note",
    "1 field of a statement that is the dossier's own",
    "4 other names of actors",
    "3 actors that are part of others",
    "1 description of an actor",
    "1 field of an actor that is the dossier's own",
    "3 documents",
    "8 entries of the codebook",
    "6 descriptions of phases and narratives",
    "1 step of the story",
    "3 fields of the dossier as a whole",
    ...(format.id === "mermaid" ? ["3 positions of actors"] : []),
  ]);
  expect(format.write(sliceOf("q=nothing-has-this"), { unit: "statements" }).omitted).toEqual([
    "8 entries of the codebook",
    "4 descriptions of phases and narratives",
    "1 step of the story",
    "3 fields of the dossier as a whole",
  ]);
});

test("labels break between words, never within one", () => {
  expect(wrapWords("The port authority of Porto Nuovo", 12)).toEqual([
    "The port",
    "authority of",
    "Porto Nuovo",
  ]);
  expect(wrapWords("Donaudampfschifffahrt now", 10)).toEqual(["Donaudampfschifffahrt", "now"]);
  expect(wrapWords("", 10)).toEqual([""]);
});
