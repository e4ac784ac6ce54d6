/** What is asked over HTTP and worked out in a worker. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, jest, test } from "@jest/globals";
import { generateDossier } from "../../../bench/generate.ts";
import { problemDetailsShape } from "../../../server/api/shapes.ts";
import { createMemoryStore } from "../../../server/stores/memory.ts";
import { createTasks } from "../../../server/work/tasks.ts";
import { createWork } from "../../../server/work/work.ts";
import { harbourValue } from "../../support/fixtures.ts";
import { ODD_TASKS } from "../../support/odd-tasks.ts";
import { layoutInRow, startTestServer } from "../../support/server.ts";
import { TOOLS } from "../../support/tools.ts";
import { buildForTests, watchPool } from "../../support/workers.ts";

jest.setTimeout(120_000);

const files = buildForTests("narrascope-test-http", {
  worker: "server/work/worker.ts",
  odd: "tests/support/odd-worker.ts",
});

const pool = watchPool({ file: files.worker, threads: 1 });
const large = generateDossier({ actors: 1_500, statements: 25_000 });
const middling = generateDossier({ actors: 300, statements: 10_500 });
const stores = createMemoryStore([large, middling, harbourValue()], layoutInRow);
const server = await startTestServer(stores, { work: createWork(createTasks(TOOLS), pool) });
const inline = await startTestServer(stores);
/** Its measure of families never ends, and that of narratives ends the worker. */
const odd = watchPool({ file: files.odd, threads: 1, limit: 5_000 });
const few = generateDossier({ actors: 30, statements: 200 });
const oddServer = await startTestServer([few], { work: createWork(ODD_TASKS, odd) });

const L = `/api/dossiers/${large.id}`;
const M = `/api/dossiers/${middling.id}`;

/** The longest that `/healthz` took, in milliseconds, and how often it was asked, while something else went on. */
async function watchHealth(during: Promise<unknown>): Promise<{ worst: number; asked: number }> {
  let going = true;
  const ended = during.finally(() => (going = false));
  let [worst, asked] = [0, 0];
  for (; going; asked += 1) {
    const before = performance.now();
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    worst = Math.max(worst, performance.now() - before);
    await pause(5);
  }
  await ended;
  return { worst, asked };
}

test("while a heavy shift is worked out, others are answered", async () => {
  await server.json("/api/dossiers");
  const begun = performance.now();
  const shift = server.get(`${L}/shift`);
  const { worst, asked } = await watchHealth(shift);
  const took = performance.now() - begun;
  expect((await shift).status).toBe(200);
  expect(asked).toBeGreaterThan(20);
  // A machine that is busy otherwise takes longer for both.
  expect(worst).toBeLessThan(Math.max(300, took / 5));
});

describe("a worker's answer is what the server's own thread gives", () => {
  test.each([
    [`${M}/shift`, "answer"],
    [`${M}/shift?a=phase%3Dp1&b=family%3Dblame&by=a3&measure=families`, "answer"],
    [`${M}/trace?actor=a2&side=1&axis=date`, "answer"],
    [`${M}/trace?narrative=n1&voice=author`, "answer"],
    [`${M}/contradictions?actor=a1,a2`, "answer"],
    [`${M}/graph?format=csv&family=denial&download=1`, "answer"],
    [`/d/${middling.id}/shift?a-from=p0&a-to=p3&by=a4&theme=dark`, "page"],
    [`/d/${middling.id}/picture.svg?family=threat&theme=dark&select=a1`, "picture"],
  ])("%s", async (path, task) => {
    const before = pool.jobs.length;
    const [beside, own] = [await server.get(path), await inline.get(path)];
    expect(pool.jobs.slice(before)).toEqual([task]);
    expect([beside.status, own.status]).toEqual([200, 200]);
    const told = ["content-type", "content-disposition", "etag"];
    expect(told.map((name) => beside.headers.get(name))).toEqual(told.map((name) => own.headers.get(name)));
    expect(await beside.text()).toBe(await own.text());
  });

  test.each([`${M}/shift?a=colour%3Dred`, `${M}/trace?actor=a2&axis=week`, `${M}/trace?pair=a1`])(
    "also where it is refused: %s",
    async (path) => {
      const [beside, own] = [await server.get(path), await inline.get(path)];
      expect(beside.status).toBe(400);
      expect(await beside.json()).toEqual(await own.json());
    },
  );
});

test("a small dossier is compared in the server's own thread", async () => {
  const before = pool.jobs.length;
  for (const path of ["/api/dossiers/harbour/shift", "/d/harbour/shift", "/d/harbour/picture.svg"])
    expect((await server.get(path)).status).toBe(200);
  expect(pool.jobs).toHaveLength(before);
});

test("what two ask for at once is worked out once, and then kept", async () => {
  const before = pool.jobs.length;
  const path = `${M}/shift?measure=narratives&voice=author`;
  const [a, b] = await Promise.all([server.text(path), server.text(path)]);
  expect(await server.text(path)).toBe(a);
  expect(b).toBe(a);
  expect(pool.jobs.slice(before)).toEqual(["answer"]);
});

describe("work that does not end well", () => {
  const { get, address, log } = oddServer;
  const F = `/api/dossiers/${few.id}`;
  const quick = `${F}/shift?per=1`;

  test("is given up when its client goes; nothing is said of it, and the next is begun at once", async () => {
    const controller = new AbortController();
    const gone = fetch(`${address}${F}/shift?measure=families`, { signal: controller.signal });
    // Another who waits in line, and goes, too.
    const waiting = fetch(`${address}${F}/shift?measure=families&by=a1`, { signal: controller.signal });
    while (odd.jobs.length < 2) await pause(10);
    controller.abort();
    await expect(gone).rejects.toMatchObject({ name: "AbortError" });
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect((await get(quick)).status).toBe(200);
    expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(log.filter(({ aborted }) => aborted)).toHaveLength(2);
  });

  test("goes on for the others who want it", async () => {
    const path = `${F}/shift?per=2`;
    const controller = new AbortController();
    const gone = fetch(address + path, { signal: controller.signal });
    const stays = get(path);
    await pause(50);
    controller.abort();
    await expect(gone).rejects.toMatchObject({ name: "AbortError" });
    expect((await stays).status).toBe(200);
  });

  test("because its worker died is a problem of the server's; the next request works", async () => {
    const response = await get(`${F}/shift?measure=narratives`);
    expect(response.status).toBe(500);
    expect(problemDetailsShape.parse(await response.json()).detail).not.toContain("worker");
    expect(log.at(-2)).toMatchObject({ err: { message: expect.stringContaining("code 3") } });
    expect((await get(`${quick}&page=2`)).status).toBe(200);
  });

  test("because it takes too long is refused, and says so", async () => {
    const response = await get(`${F}/shift?measure=families`);
    expect(response.status).toBe(503);
    expect(problemDetailsShape.parse(await response.json()).detail).toBe(
      "This was given up: the work took longer than 5 s. A narrower lens takes less.",
    );
    expect((await get(`${quick}&page=3`)).status).toBe(200);
    const { paths } = await oddServer.json("/api/openapi.json");
    expect(paths["/api/dossiers/{dossier}/shift"].get.responses).toHaveProperty("503");
  });
});
