import { describe, expect, test } from "@jest/globals";
import { checkWords, parseWords, WORDS_LIMITS } from "../../../graph-data/briefing/words.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";

const narrative = firstDossierGraph();
const parse = (text: string) => parseWords(text, narrative);
const problemsOf = (text: string) => parse(text).problems.map(({ path, message }) => `${path}: ${message}`);

const TIE = narrative.ties.find(({ id }) => id === "putin~ukraine~blame")!.id;

describe("words that can be used", () => {
  test("YAML and JSON say the same", () => {
    const yaml = `
title: The blame moves on
author: A. N. Analyst
handling: { tlp: "TLP:AMBER", note: Draft }
bottomLine: |
  It moved [@s1].
judgements:
  - text: It goes on [@s2].
    likelihood: very likely
    confidence: low
    reason: One source.
comments:
  ${TIE}: Said twice.
sections: { figures: false }
`;
    const words = {
      title: "The blame moves on",
      author: "A. N. Analyst",
      handling: { tlp: "TLP:AMBER", note: "Draft" },
      bottomLine: "It moved [@s1].\n",
      judgements: [
        { text: "It goes on [@s2].", likelihood: "very likely", confidence: "low", reason: "One source." },
      ],
      comments: { [TIE]: "Said twice." },
      sections: { figures: false },
    };
    expect(parse(yaml)).toEqual({ words, problems: [] });
    expect(parse(JSON.stringify(words))).toEqual({ words, problems: [] });
  });

  test("no text is no words", () => {
    expect(parse("")).toEqual({ words: {}, problems: [] });
    expect(parse("# only a comment\n")).toEqual({ words: {}, problems: [] });
  });
});

describe("what is wrong is told with its place", () => {
  test("broken YAML: line and column", () => {
    const [first] = parse("title: a\nbottomLine: [1, 2\n").problems;
    expect(first!.path).toMatch(/^line [23], column \d+$/);
    expect(parse("title: a\nbottomLine: [1, 2\n").words).toBeNull();
  });

  test("broken JSON: line and column", () => {
    const [first] = parse('{"title": "a",\n "author": }').problems;
    expect(first!.path).toMatch(/line 2, column \d+/);
  });

  test("a key that does not exist, a word that is not allowed, an empty text", () => {
    expect(problemsOf("headline: x")).toEqual([expect.stringContaining("headline")]);
    const [likelihood] = problemsOf("judgements:\n  - text: a\n    likelihood: maybe");
    expect(likelihood).toMatch(/^judgements\[0\]\.likelihood \(line 3, column 17\): .*very likely/);
    expect(problemsOf("bottomLine: '  '")).toEqual(["bottomLine (line 1, column 13): is empty"]);
  });

  test("all problems at once", () => {
    expect(problemsOf("title: ''\nauthor: 7\nfoo: 1\n")).toHaveLength(3);
  });

  test("a statement that does not exist", () => {
    expect(problemsOf("bottomLine: So [@s1, @s9999].")).toEqual([
      'bottomLine (line 1, column 13): there is no statement "s9999" that could be cited',
    ]);
  });

  test("a tie that does not exist", () => {
    expect(problemsOf("comments:\n  nobody~x~blame: a")).toEqual([
      expect.stringMatching(/^comments\.nobody~x~blame .*is no tie here/),
    ]);
  });

  test("over-long words", () => {
    const long = "a".repeat(WORDS_LIMITS.bottomLine + 1);
    expect(problemsOf(`bottomLine: ${long}`)[0]).toContain(String(WORDS_LIMITS.bottomLine));
    expect(problemsOf("x".repeat(WORDS_LIMITS.file + 1))[0]).toContain(String(WORDS_LIMITS.file));
  });

  test("an alias that grows without end is refused, and quickly", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${"abcdefghij"[at]}`).join(",")}]`)
      .join("\n")}`;
    const start = performance.now();
    expect(parse(bomb).words).toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("`__proto__` is a key like any other", () => {
    expect(parse('{"__proto__": {"title": "x"}}').words).toBeNull();
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

test("plain data is checked the same way, without lines", () => {
  expect(checkWords({ title: 1 }, narrative).problems[0]!.path).toBe("title");
});
