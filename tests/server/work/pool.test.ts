/** Tasks in worker threads, those that go wrong included. */
import { Worker } from "node:worker_threads";
import { describe, expect, jest, test } from "@jest/globals";
import { InvalidDataError, NotFoundError, UsageError } from "../../../graph-data/errors.ts";
import { OverrunError } from "../../../server/work/failures.ts";
import { createWork } from "../../../server/work/work.ts";
import { sketchGraph } from "../../support/fixtures.ts";
import { ODD_TASKS } from "../../support/odd-tasks.ts";
import { buildForTests, watchPool } from "../../support/workers.ts";

jest.setTimeout(60_000);

const { odd } = buildForTests("narrascope-test-odd", { odd: "tests/support/odd-worker.ts" });

/** Of one thread, unless said otherwise: what is asked second waits for the first. */
function open(options: { threads?: number; limit?: number } = {}) {
  const pool = watchPool({ file: odd, threads: 1, ...options });
  return { ...createWork(ODD_TASKS, pool), jobs: pool.jobs };
}

test("a worker that was started ahead does the first job", async () => {
  const pool = watchPool({ file: odd, threads: 2 });
  pool.warm();
  // Threads are numbered as they are started.
  const later = new Worker("", { eval: true });
  const { threadId } = later;
  await later.terminate();
  expect(await createWork(ODD_TASKS, pool).run("thread", null, 0)).toBe(threadId - 1);
});

describe("a task", () => {
  const work = open();

  test.each([[null], ["text"], [[1, { a: "“”" }]], [new Uint8Array([1, 2, 3])], [undefined]])(
    "gets and gives plain data: %j",
    async (value) => {
      expect(await work.run("echo", null, value)).toEqual(value);
    },
  );

  test("fails with our errors as they were thrown, and with others as plain ones", async () => {
    const problems = [{ path: "a.b", message: "is odd", severity: "error" }];
    const caught = (which: "usage" | "missing" | "invalid" | "plain") =>
      work.run("fail", null, which).catch((error: unknown) => error);
    const usage = await caught("usage");
    expect(usage).toBeInstanceOf(UsageError);
    expect(usage).toMatchObject({ message: "asked oddly", problems });
    const invalid = await caught("invalid");
    expect(invalid).toBeInstanceOf(InvalidDataError);
    expect(invalid).toMatchObject({ message: "odd data", problems });
    expect(await caught("missing")).toBeInstanceOf(NotFoundError);
    const plain = await caught("plain");
    expect(plain).toMatchObject({
      message: "out of bounds",
      stack: expect.stringContaining("narrascope-test-odd"),
    });
  });

  test("whose result cannot be copied fails, and the next one works", async () => {
    await expect(work.run("leak", null, undefined)).rejects.toThrow(/could not be cloned/);
    expect(await work.run("echo", null, 1)).toBe(1);
  });

  test("that is light is done in the thread at hand, a heavy one is not", async () => {
    const before = work.jobs.length;
    const request = { lens: {}, theme: "light" } as const;
    expect(await work.run("picture", sketchGraph(["a blames b"]), request)).toContain("<svg");
    expect(work.jobs).toHaveLength(before);
    const here = await createWork(ODD_TASKS).run("thread", null, 0);
    expect(await work.run("thread", null, 0)).not.toBe(here);
    expect(work.jobs).toHaveLength(before + 1);
  });

  test("that is asked for twice at once is run once", async () => {
    const before = work.jobs.length;
    const asked = [1, 1, 2].map((value) => work.run("echo", null, value));
    expect(await Promise.all(asked)).toEqual([1, 1, 2]);
    expect(work.jobs.slice(before)).toEqual(["echo", "echo"]);
  });
});

describe("graphs", () => {
  test("are kept by the worker, the last two asked for", async () => {
    const work = open();
    const [a, b, c] = [["a blames b"], ["a denies b", "b blames a"], []].map((links) => sketchGraph(links));
    const visit = (graph = a) => work.run("visit", graph!, 0);
    expect(await visit(a)).toEqual({ visits: 1, statements: 1 });
    expect(await visit(b)).toEqual({ visits: 1, statements: 2 });
    expect(await visit(a)).toEqual({ visits: 2, statements: 1 });
    expect(await visit(c)).toEqual({ visits: 1, statements: 0 });
    expect(await visit(a)).toEqual({ visits: 3, statements: 1 });
    expect(await visit(b)).toEqual({ visits: 1, statements: 2 });
  });

  test("lead a task to the thread that has its graph", async () => {
    const work = open({ threads: 2 });
    const graph = sketchGraph(["a blames b"]);
    for (const visits of [1, 2, 3, 4])
      expect(await work.run("visit", graph, visits)).toMatchObject({ visits });
  });
});

describe("what is given up", () => {
  test("when its asker goes frees the thread for the next", async () => {
    const work = open();
    const controller = new AbortController();
    const spinning = work.run("spin", null, 0, controller.signal);
    const waiting = work.run("echo", null, "next");
    expect(await work.run("echo", null, 0, AbortSignal.timeout(300)).catch(({ name }) => name)).toBe(
      "TimeoutError",
    );
    controller.abort();
    await expect(spinning).rejects.toMatchObject({ name: "AbortError" });
    expect(await waiting).toBe("next");
  });

  test("while it waits is never begun", async () => {
    const work = open();
    const [first, second] = [new AbortController(), new AbortController()];
    const spinning = work.run("spin", null, 1, first.signal);
    const dropped = work.run("spin", null, 2, second.signal);
    second.abort();
    await expect(dropped).rejects.toMatchObject({ name: "AbortError" });
    first.abort();
    await expect(spinning).rejects.toMatchObject({ name: "AbortError" });
    expect(await work.run("echo", null, "free")).toBe("free");
  });

  test("because it takes too long says so", async () => {
    // Long enough for a thread to start on a machine that is busy with other tests.
    const work = open({ limit: 4_000 });
    const error = await work.run("spin", null, 0).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OverrunError);
    expect(error).toMatchObject({ message: "the work took longer than 4 s" });
    expect(await work.run("echo", null, "next")).toBe("next");
  });

  test("leaves another thread alone", async () => {
    const work = open({ threads: 2 });
    const controller = new AbortController();
    const spinning = work.run("spin", null, 0, controller.signal);
    expect(await work.run("echo", null, "beside")).toBe("beside");
    controller.abort();
    await expect(spinning).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("a worker that", () => {
  test("ends of itself fails the task it was at, and another takes its place", async () => {
    const work = open();
    await expect(work.run("die", null, 7)).rejects.toThrow(/ended early, with code 7/);
    await expect(work.run("die", null, 0)).rejects.toThrow(/ended early, with code 0/);
    expect(await work.run("visit", sketchGraph([]), 0)).toMatchObject({ visits: 1 });
  });

  test("failed in an unforeseen way is not asked again", async () => {
    const work = open();
    const before = await work.run("thread", null, 0);
    await expect(work.run("fail", null, "usage")).rejects.toThrow("asked oddly");
    expect(await work.run("thread", null, 0)).toBe(before);
    await expect(work.run("fail", null, "plain")).rejects.toThrow("out of bounds");
    expect(await work.run("thread", null, 0)).not.toBe(before);
  });

  test("cannot be started fails the task", async () => {
    const work = createWork(ODD_TASKS, watchPool({ file: `${odd}.absent.js`, threads: 1 }));
    await expect(work.run("echo", null, 1)).rejects.toThrow(/Cannot find module/);
    await expect(work.run("echo", null, 1)).rejects.toThrow(/Cannot find module/);
  });
});

test("closing ends what is under way, what waits and what is asked afterwards", async () => {
  const work = open();
  const all = [work.run("spin", null, 0), work.run("echo", null, 1)];
  const ended = Promise.allSettled(all);
  await work.close();
  expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(work.run("echo", null, 2)).rejects.toThrow("the server is stopping");
});
