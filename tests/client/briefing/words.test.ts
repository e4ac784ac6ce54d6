import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { BLANK, type DeskAction, reduceDesk, reviveDesk } from "../../../client/briefing/desk-state.ts";
import {
  type Edit,
  editWords,
  fromWords,
  isUnwritten,
  reviveWords,
  toWords,
  UNWRITTEN,
} from "../../../client/briefing/words.ts";
import { checkWords } from "../../../graph-data/briefing/words.ts";
import type { Words } from "../../../graph-data/briefing/words-model.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const WORDS: Words = {
  title: "The harbour fire",
  author: "A. Analyst",
  handling: { tlp: "TLP:GREEN", note: "Not before noon" },
  bottomLine: "The mayor blames the union [@s1].\n\n- and so on",
  judgements: [
    { text: "One [@s1].", likelihood: "likely", confidence: "low", reason: "One source." },
    { text: "Two." },
  ],
  comments: { "mayor~union~blame": "As ever." },
  sections: { figures: false },
};

const edits = (...list: readonly Edit[]) => list.reduce(editWords, UNWRITTEN);
const judge = (key: number, text: string): Edit => ({ type: "judge", key, change: { text } });
const ADD: Edit = { type: "add judgement" };

describe("words on the desk", () => {
  test("are no words while nothing is written, whatever was touched", () => {
    const touched = edits(
      { type: "write", field: "title", text: "  " },
      { type: "comment", tie: "a~b~blame", text: "x" },
      { type: "comment", tie: "a~b~blame", text: "" },
      { type: "section", section: "figures", shown: false },
      { type: "section", section: "figures", shown: true },
    );
    expect(toWords(touched)).toEqual({});
    expect(isUnwritten(touched)).toBe(true);
    expect(isUnwritten(edits(ADD))).toBe(false);
  });

  test("are those of a file, there and back, and pass the check", () => {
    expect(toWords(fromWords(WORDS))).toEqual(WORDS);
    const narrative = harbourGraph();
    const [statement] = narrative.statements;
    const cited = JSON.parse(JSON.stringify(WORDS).replaceAll("@s1", `@${statement!.id}`));
    expect(checkWords(toWords(fromWords(cited)), narrative).problems).toEqual([]);
  });

  test("judgements are added, moved and removed, each with its own words", () => {
    const three = edits(ADD, judge(1, "a"), ADD, judge(2, "b"), ADD, judge(3, "c"));
    const texts = (...more: readonly Edit[]) =>
      more
        .reduce(editWords, three)
        .judgements.map(({ text }) => text)
        .join("");
    expect(texts()).toBe("abc");
    expect(texts({ type: "move judgement", key: 3, by: -1 })).toBe("acb");
    expect(texts({ type: "move judgement", key: 1, by: 1 })).toBe("bac");
    expect(texts({ type: "move judgement", key: 1, by: -1 })).toBe("abc");
    expect(texts({ type: "move judgement", key: 3, by: 1 })).toBe("abc");
    expect(texts({ type: "remove judgement", key: 2 }, ADD, judge(4, "d"))).toBe("acd");
  });

  test("a judgement without words is left out, and not forgotten", () => {
    const written = edits(ADD, { type: "judge", key: 1, change: { likelihood: "likely" } });
    expect(toWords(written)).toEqual({});
    expect(written.judgements[0]?.likelihood).toBe("likely");
  });

  test("whatever was kept comes back as words of the right kind", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const revived = reviveWords(value);
        expect(reviveWords(JSON.parse(JSON.stringify(revived)))).toEqual(revived);
      }),
    );
    expect(reviveWords({ title: 3, tlp: "TLP:PINK", judgements: ["x"], off: ["evidence", "who"] })).toEqual({
      ...UNWRITTEN,
      judgements: [{ key: 1, text: "", likelihood: "", confidence: "", reason: "" }],
      off: ["who"],
    });
  });
});

describe("the desk's state", () => {
  const written = reduceDesk(BLANK, { type: "edit", edit: { type: "write", field: "title", text: "T" } });
  const discard: DeskAction = { type: "replace", words: UNWRITTEN, said: "gone" };

  test("what was discarded can be had back, and what was written since, too", () => {
    const discarded = reduceDesk(written, discard);
    expect(discarded.words).toEqual(UNWRITTEN);
    expect(discarded.replaced?.words.title).toBe("T");
    expect(reduceDesk(discarded, { type: "take back" })).toMatchObject({
      words: { title: "T" },
      replaced: null,
    });
    const anew = reduceDesk(discarded, { type: "edit", edit: { type: "write", field: "title", text: "U" } });
    const swapped = reduceDesk(anew, { type: "take back" });
    expect([swapped.words.title, swapped.replaced?.words.title]).toEqual(["T", "U"]);
  });

  test("survives being kept, with what can be taken back", () => {
    const state = reduceDesk(
      reduceDesk(reduceDesk(written, discard), { type: "paper", paper: "us-letter" }),
      { type: "date", date: "" },
    );
    expect(reviveDesk(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(reviveDesk({ date: "soon", paper: "A5" })).toEqual(BLANK);
  });
});
