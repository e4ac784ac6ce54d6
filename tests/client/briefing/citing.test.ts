import { describe, expect, test } from "@jest/globals";
import { listCandidates } from "../../../client/briefing/candidates.ts";
import { citeAt, writeCited } from "../../../client/briefing/citing.ts";
import { countUncited, listCited } from "../../../graph-data/briefing/cited.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";

/** `|` is the caret. */
function cite(marked: string, id: string): string | null {
  const text = marked.replace("|", "");
  const insertion = citeAt(text, marked.indexOf("|"), id);
  return insertion && text.slice(0, insertion.from) + insertion.insert + text.slice(insertion.to);
}

describe("a citation at the caret", () => {
  test.each([
    ["|", "[@s2]"],
    ["The mayor says so|", "The mayor says so [@s2]"],
    ["The mayor says so |", "The mayor says so [@s2]"],
    ["The mayor says so|.", "The mayor says so [@s2]."],
    ["The mayor| says so", "The mayor [@s2] says so"],
    ["Now: |says so", "Now: [@s2] says so"],
    ["So [@s1]|.", "So [@s1, @s2]."],
    ["So [@s1, @s3] |and", "So [@s1, @s3, @s2] and"],
    ["So [@s1] and|", "So [@s1] and [@s2]"],
  ])("%s", (before, after) => {
    expect(cite(before, "s2")).toBe(after);
  });

  test("is not put in twice", () => {
    expect(cite("So [@s1, @s2]|", "s2")).toBeNull();
    expect(cite("So [@s2x]|", "s2")).toBe("So [@s2x, @s2]");
  });
});

test("a draft says and cites the same as Markdown", () => {
  const draft = writeCited([
    { text: "The *mayor* blames [the] union.", statements: ["s1", "s2"] },
    { text: "The union denies it.", statements: ["s3"] },
  ]);
  expect(draft).toBe("The \\*mayor\\* blames \\[the\\] union. [@s1, @s2] The union denies it. [@s3]");
  expect(listCited(draft)).toEqual(["s1", "s2", "s3"]);
  expect(countUncited(draft)).toBe(0);
});

describe("what can be cited", () => {
  const narrative = harbourGraph();
  const [first, second, third] = narrative.statements;
  const sources = { narrative, selected: [second!], evidence: [first!.id, second!.id] };

  test("is what is selected, then the evidence, each once, with its number", () => {
    const found = listCandidates("", sources);
    expect(found.map(({ id, number, group }) => [id, number, group])).toEqual([
      [second!.id, 2, "Selected in the graph"],
      [first!.id, 1, "Evidence of this briefing"],
    ]);
    expect(found[0]!.reads).toMatch(/^According to /);
  });

  test("is found by id and by words, beyond the evidence, too", () => {
    expect(listCandidates(`@${third!.id}`, sources)[0]).toMatchObject({ id: third!.id, number: null });
    const [found] = listCandidates("brandt", { ...sources, selected: [], evidence: [] });
    expect(found?.group).toBe("Other statements");
    expect(idsOf(listCandidates("no such words", sources))).toEqual([]);
  });
});
