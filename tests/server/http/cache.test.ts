import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { BoundedCache } from "../../../server/http/cache.ts";

test("keeps what was used last, within its size", () => {
  const cache = new BoundedCache<string>(10, (value) => value.length);
  cache.set("a", "aaaa");
  cache.set("b", "bbbb");
  expect(cache.get("a")).toBe("aaaa");
  cache.set("c", "cccc");
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["aaaa", undefined, "cccc"]);
  cache.set("d", "x".repeat(11));
  expect([cache.get("a"), cache.get("d")]).toEqual(["aaaa", undefined]);
});

test("never grows beyond its size, and never gives another's value", () => {
  const uses = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(6)));
  fc.assert(
    fc.property(uses, (list) => {
      const cache = new BoundedCache<string>(10, (value) => value.length);
      const last = new Map<string, string>();
      for (const [key, size] of list) {
        cache.set(key, key.repeat(size));
        last.set(key, key.repeat(size));
        const held = [...last.keys()].map((each) => cache.get(each)).filter((value) => value !== undefined);
        expect(held.join("").length).toBeLessThanOrEqual(10);
        for (const each of last.keys()) expect([undefined, last.get(each)]).toContain(cache.get(each));
      }
    }),
  );
});
