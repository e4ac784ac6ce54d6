import { describe, expect, test } from "@jest/globals";
import { type AddressBar, afterHash, IN_QUERY } from "../../../client/state/place.ts";

const CASES: readonly (readonly [string, AddressBar, string])[] = [
  ["the query of a server's page", IN_QUERY, "https://example.org/d/harbour"],
  ["what follows # in a file", afterHash("family=denial"), "file:///home/me/harbour.html"],
];

describe.each(CASES)("%s", (_, bar, opened) => {
  test.each(["family=blame&select=mayor", "q=caf%C3%A9%20%26%20%23", ""])("keeps a view: %s", (query) => {
    const there = new URL(bar.write(new URL(opened), query), opened);
    expect(bar.read(there)).toBe(query);
    expect(bar.read(new URL(bar.link(there, query)))).toBe(query);
  });

  test("replaces the view before", () => {
    const first = new URL(bar.write(new URL(opened), "family=blame"), opened);
    const second = new URL(bar.write(first, "select=mayor"), first.href);
    expect(bar.read(second)).toBe("select=mayor");
    expect(bar.link(second, "theme=dark")).toBe(bar.link(new URL(opened), "theme=dark"));
  });
});

test("a file opens as it was made; once changed to the whole, it stays the whole", () => {
  const bar = afterHash("family=denial");
  expect(bar.read(new URL("file:///x.html"))).toBe("family=denial");
  expect(bar.read(new URL("file:///x.html#"))).toBe("");
});
