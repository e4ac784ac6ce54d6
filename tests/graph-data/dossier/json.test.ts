import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseJson } from "../../../graph-data/dossier/json.ts";

const SUITE = new URL("../../../../shared/data/json_suite/test_parsing/", import.meta.url);

const messageOf = (text: string) => {
  const result = parseJson(text, "dossier.json");
  return "problem" in result ? result.problem.message : null;
};

describe("parseJson", () => {
  test("gives the value, after a byte order mark too", () => {
    expect(parseJson('{"a": [1, null]}', "x")).toEqual({ value: { a: [1, null] }, problems: [] });
    expect(parseJson("\uFEFF[]", "x")).toEqual({ value: [], problems: [] });
  });

  test("a fault is a problem of the file that names its line and column", () => {
    expect(parseJson('{\n  "a": 1,\n  "b" 2\n}', "dossier.json")).toEqual({
      problem: {
        path: "dossier.json",
        severity: "error",
        message: "not JSON: line 3, column 7: colon expected",
      },
    });
  });

  test.each([
    ["", /line 1, column 1/],
    ["[1,]", /line 1, column 4/],
    ['{"a": 1} x', /line 1, column 10/],
    ["[1, // no\n 2]", /line 1, column 5/],
    ['{"a": "b\n"}', /line 1, column 7/],
    ["[1,\r\n2\r\n3]", /line 3, column 1/],
    ["NaN", /line 1/],
  ])("%j is refused at its place", (text, place) => {
    expect(messageOf(text)).toMatch(place);
  });

  test("a thousand levels are read; more are refused, however deep, closed or not", () => {
    expect(messageOf("[".repeat(1_000) + "]".repeat(1_000))).toBeNull();
    for (const deep of [
      "[".repeat(1_001) + "]".repeat(1_001),
      "[".repeat(1e6),
      '{"a":'.repeat(1e5),
      "[".repeat(1e6) + "]".repeat(1e6),
    ]) {
      expect(messageOf(deep)).toBe("nested more than 1000 levels deep");
    }
  });

  test("a name that stands twice in an object is warned of at its path; the last one counts", () => {
    const text =
      '{"title": "a: b", "list": [{"id": 1, "x": {"id": 2}},\n {"id": 1, "id": 2, "id": 3}],\n "title": "b", "__proto__": 1}';
    const again = (path: string, line: number) => ({
      path,
      message: `stands a second time in line ${line}; only the last one counts`,
      severity: "warning",
    });
    const result = parseJson(text, "x");
    expect(result).toMatchObject({
      value: { title: "b", list: [{ id: 1, x: { id: 2 } }, { id: 3 }] },
      problems: [again("list[1].id", 2), again("list[1].id", 2), again("title", 3)],
    });
  });

  test("the same name written in other letters, or __proto__, is the same name; many are not all listed", () => {
    const repeatedIn = (text: string) => {
      const result = parseJson(text, "x");
      return "problem" in result ? [] : result.problems.map(({ path }) => path);
    };
    expect(repeatedIn('{"a": 1, "\\u0061": 2}')).toEqual(["a"]);
    expect(repeatedIn('{"__proto__": 1, "__proto__": 2}')).toEqual(["__proto__"]);
    expect(repeatedIn(`{${Array(1_000).fill('"a": 1').join(",")}}`)).toHaveLength(100);
  });

  test("brackets within text do not count as levels", () => {
    expect(messageOf(JSON.stringify({ a: '"\\['.repeat(5_000), b: "{".repeat(5_000) }))).toBeNull();
  });
});

/** JSONTestSuite by Nicolas Seriot: y_ must be accepted, n_ refused, i_ may be either but must not crash. */
const files = existsSync(SUITE) ? readdirSync(SUITE).filter((file) => file.endsWith(".json")) : [];
const suite = files.length > 0 ? describe : describe.skip;
suite(`JSONTestSuite${files.length > 0 ? "" : " (skipped: ../shared/data/json_suite is absent)"}`, () => {
  const cases = files.length > 0 ? files : ["none"];
  test.each(cases)("%s", (file) => {
    const result = parseJson(readFileSync(new URL(encodeURIComponent(file), SUITE), "utf8"), file);
    const verdict = "value" in result ? "y" : "n";
    expect(file.startsWith("i_") ? "i" : verdict).toBe(file[0]);
    expect("value" in result || result.problem.message.length > 0).toBe(true);
  });
});
