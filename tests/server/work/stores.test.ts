/** Dossiers on disk that are read in a worker. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, jest, test } from "@jest/globals";
import { generateDossier } from "../../../bench/generate.ts";
import type { Dossier } from "../../../graph-data/dossier/records.ts";
import { writeDossier } from "../../../graph-data/dossier/write.ts";
import { layoutDossier } from "../../../graph-data/layout/index.ts";
import { seedRng } from "../../../graph-data/random.ts";
import { createFolderStore } from "../../../server/stores/folder.ts";
import type { Entry } from "../../../server/stores/store.ts";
import { layoutBeside, readBeside } from "../../../server/work/beside.ts";
import type { ServerWork } from "../../../server/work/tasks.ts";
import { createWork } from "../../../server/work/work.ts";
import { idsOf, sketchDossier } from "../../support/fixtures.ts";
import { ODD_TASKS } from "../../support/odd-tasks.ts";
import { layoutInRow } from "../../support/server.ts";
import { buildForTests, watchPool } from "../../support/workers.ts";

jest.setTimeout(60_000);

const { odd } = buildForTests("narrascope-test-stores", { odd: "tests/support/odd-worker.ts" });
const root = mkdtempSync(join(tmpdir(), "narrascope-beside-"));
afterAll(() => rmSync(root, { recursive: true }));

let made = 0;

/** A folder of dossiers, each in a folder of its own, opened with a worker and without. */
function openBoth(...dossiers: readonly Dossier[]) {
  const folder = join(root, `case-${++made}`);
  for (const dossier of dossiers) {
    mkdirSync(join(folder, dossier.id), { recursive: true });
    writeFileSync(join(folder, dossier.id, "dossier.json"), writeDossier(dossier));
  }
  const pool = watchPool({ file: odd, threads: 1 });
  const work: ServerWork = createWork(ODD_TASKS, pool);
  return {
    folder,
    jobs: pool.jobs,
    beside: createFolderStore(folder, { layout: layoutBeside(work), read: readBeside(work) }),
    own: createFolderStore(folder, { layout: async (narrative) => layoutDossier(narrative) }),
  };
}

/** With positions, so that it needs no layout. */
function placed(dossier: Dossier): Dossier {
  const places = dossier.actors.map(({ id }, at): [string, [number, number]] => [id, [at * 90, 0]]);
  return { ...dossier, positions: Object.fromEntries(places) };
}

/** A text of words that do not repeat, and quotations that nearly stand in it, without their places. */
function nearlyQuoted(): Dossier {
  const random = seedRng(7);
  const word = () => Math.floor(random() * 36 ** 5).toString(36);
  const words = Array.from({ length: 8_000 }, word);
  const sketch = sketchDossier(Array.from({ length: 30 }, () => "a blames b"));
  const near = (at: number) =>
    `${words.slice(at, at + 5).join(" ")} ${word()} ${words.slice(at + 6, at + 12).join(" ")}`;
  return {
    ...sketch,
    id: "nearly",
    documents: [{ id: "d", title: "D", text: words.join(" ") }],
    statements: sketch.statements.map((statement, at) => ({
      ...statement,
      evidence: [{ document: "d", exact: near(at * 200) }],
    })),
  };
}

test.each([
  ["large files", placed(generateDossier({ actors: 60, statements: 4_000 })), ["read"]],
  ["quotations that take long to find", nearlyQuoted(), ["read", "layout"]],
])("%s are read in a worker, with the same result", async (_, dossier, tasks) => {
  const { jobs, beside, own } = openBoth(dossier);
  const [there, here] = [await beside.get(dossier.id), await own.get(dossier.id)];
  expect(jobs).toEqual(tasks);
  const plain = ({ narrative }: Entry) => JSON.stringify([narrative?.dossier, narrative?.statements]);
  expect(plain(there)).toBe(plain(here));
  expect({ ...there, narrative: null }).toEqual({ ...here, narrative: null });
  expect(there.narrative?.statements.some(({ anchors }) => anchors[0]?.range)).toBe(true);
});

test("small ones are read in the server's own thread", async () => {
  const { jobs, beside } = openBoth(placed(sketchDossier(["a blames b"])));
  expect((await beside.get("sketch")).narrative?.statements).toHaveLength(1);
  expect(jobs).toEqual([]);
});

test("a document's text counts, too", async () => {
  const { folder, jobs } = openBoth();
  mkdirSync(join(folder, "long"), { recursive: true });
  writeFileSync(join(folder, "long", "d.txt"), "Words. ".repeat(200_000));
  const dossier = { ...sketchDossier(["a blames b"]), id: "long" };
  const documents = [{ id: "d", title: "D", file: "d.txt" }];
  writeFileSync(join(folder, "long", "dossier.json"), JSON.stringify({ ...dossier, documents }));
  const pool = watchPool({ file: odd, threads: 1 });
  const work: ServerWork = createWork(ODD_TASKS, pool);
  const entry = await createFolderStore(folder, { layout: layoutInRow, read: readBeside(work) }).get("long");
  expect(entry.narrative?.documents.get("d")?.text).toHaveLength(1_400_000);
  expect([jobs, pool.jobs]).toEqual([[], ["read"]]);
});

test("one whose worker dies is listed with that as its problem, and the others are opened", async () => {
  const large = placed(generateDossier({ actors: 20, statements: 4_000 }));
  const { beside } = openBoth({ ...large, id: "deadly" }, { ...large, id: "sound" });
  const [deadly, sound] = await beside.list();
  expect(deadly).toMatchObject({ id: "deadly", narrative: null });
  expect(deadly?.problems).toEqual([
    {
      path: "dossier.json",
      severity: "error",
      message: "could not be read: the worker ended early, with code 4",
    },
  ]);
  expect(sound?.narrative?.statements).toHaveLength(4_000);
  expect(idsOf(await beside.list())).toEqual(["deadly", "sound"]);
});
