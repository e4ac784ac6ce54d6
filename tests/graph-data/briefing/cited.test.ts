import { describe, expect, test } from "@jest/globals";
import { countUncited, listCited } from "../../../graph-data/briefing/cited.ts";

describe("what a text cites", () => {
  test.each<[text: string, ids: string[]]>([
    ["", []],
    ["Mayor blames union [@s1].", ["s1"]],
    ["Both [@s1, @s2; @s3] and again [@s2].", ["s1", "s2", "s3"]],
    ["An address me@example.org, [s1] and [ @ ] cite nothing.", []],
  ])("%j: %j", (text, ids) => {
    expect(listCited(text)).toEqual(ids);
  });
});

describe("sentences that cite nothing", () => {
  test.each<[text: string, uncited: number]>([
    ["", 0],
    ["   \n\n", 0],
    ["One sentence.", 1],
    ["One sentence [@s1].", 0],
    ["The citation stands behind. [@s1]", 0],
    ["Cited. [@s1] Not cited. Cited again [@s2].", 1],
    ["First. [@s1, @s2] Second.", 1],
    ["[@s1]", 0],
    ["## A heading\n\nA sentence.", 1],
    ["- An item [@s1]\n- another item\n1. and a third", 2],
    ["One sentence over\ntwo lines [@s1].", 0],
    ["Mr. Smith, e.g. in May, said so [@s1].", 0],
    ["Two. Sentences.", 2],
  ])("%j: %d", (text, uncited) => {
    expect(countUncited(text)).toBe(uncited);
  });
});
