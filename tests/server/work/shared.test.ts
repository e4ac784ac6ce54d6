import { describe, expect, test } from "@jest/globals";
import { SharedRuns } from "../../../server/work/shared.ts";

/** Runs that end when they are told to, and what became of each. */
function makeRuns() {
  const begun: { signal: AbortSignal; resolve(value: string): void; reject(reason: unknown): void }[] = [];
  const start = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => begun.push({ signal, resolve, reject }));
  return { begun, start };
}

describe("several who ask for the same", () => {
  test("share one run and its result; afterwards it is run anew", async () => {
    const runs = new SharedRuns<string>();
    const { begun, start } = makeRuns();
    const asked = [runs.join("a", start), runs.join("a", start), runs.join("b", start)];
    expect(begun).toHaveLength(2);
    begun[0]!.resolve("of a");
    begun[1]!.resolve("of b");
    expect(await Promise.all(asked)).toEqual(["of a", "of a", "of b"]);
    void runs.join("a", start);
    expect(begun).toHaveLength(3);
  });

  test("share its failure, after which it is run anew", async () => {
    const runs = new SharedRuns<string>();
    const { begun, start } = makeRuns();
    const asked = [runs.join("a", start), runs.join("a", start)];
    begun[0]!.reject(new Error("broken"));
    for (const one of asked) await expect(one).rejects.toThrow("broken");
    void runs.join("a", start);
    expect(begun).toHaveLength(2);
  });
});

describe("who goes", () => {
  test("is let go; the run goes on for the others", async () => {
    const runs = new SharedRuns<string>();
    const { begun, start } = makeRuns();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [runs.join("a", start, first.signal), runs.join("a", start, second.signal)] as const;
    first.abort();
    await expect(asked[0]).rejects.toMatchObject({ name: "AbortError" });
    expect(begun[0]!.signal.aborted).toBe(false);
    begun[0]!.resolve("done");
    expect(await asked[1]).toBe("done");
    second.abort();
    expect(begun[0]!.signal.aborted).toBe(false);
  });

  test("last ends the run, and whoever comes then begins another", async () => {
    const runs = new SharedRuns<string>();
    const { begun, start } = makeRuns();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [runs.join("a", start, first.signal), runs.join("a", start, second.signal)] as const;
    for (const controller of [first, second]) controller.abort();
    expect(begun[0]!.signal.aborted).toBe(true);
    const later = runs.join("a", start);
    expect(begun).toHaveLength(2);
    begun[0]!.reject(new Error("ended"));
    begun[1]!.resolve("anew");
    expect(await later).toBe("anew");
    for (const one of asked) await expect(one).rejects.toMatchObject({ name: "AbortError" });
  });

  test("before the run is begun begins none", async () => {
    const { begun, start } = makeRuns();
    await expect(new SharedRuns<string>().join("a", start, AbortSignal.abort())).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(begun).toEqual([]);
  });
});
