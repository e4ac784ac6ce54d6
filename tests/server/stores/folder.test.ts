import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFolderStore } from "../../../server/stores/folder.ts";
import type { Layout } from "../../../server/stores/positions.ts";
import type { Entry } from "../../../server/stores/store.ts";
import { sketchDossier } from "../../support/fixtures.ts";
import { layoutInRow } from "../../support/server.ts";
import { contractValues, storeContract } from "./contract.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "narrascope-folder-")));
afterAll(() => rmSync(base, { recursive: true }));

let root = "";
let made = 0;
beforeEach(() => {
  made += 1;
  root = join(base, `case-${made}`);
  mkdirSync(root);
});

const TEXT = "First paragraph.\n\nThe mayor blamed the union.\n";

/** A dossier's folder with one document. */
function writeFolder(
  id: string,
  more: Record<string, unknown> = {},
  text: string | Uint8Array = TEXT,
): string {
  const folder = join(root, id);
  mkdirSync(join(folder, "documents"), { recursive: true });
  writeFileSync(join(folder, "documents", "d.txt"), text);
  writeFileSync(join(folder, "dossier.json"), JSON.stringify({ ...folderDossier(id), ...more }));
  return folder;
}

function folderDossier(id: string) {
  return {
    ...sketchDossier([]),
    id,
    title: id,
    documents: [{ id: "d", title: "D", file: "documents/d.txt" }],
    actors: [
      { id: "mayor", label: "Mayor", kind: "person" },
      { id: "union", label: "Union", kind: "population" },
    ],
    statements: [
      {
        id: "s1",
        source: "mayor",
        type: "blames",
        target: "union",
        evidence: [{ document: "d", exact: "The mayor blamed the union", start: 18, end: 44 }],
      },
    ],
  };
}

let now = 0;
const clock = () => now;
const open = (path = root, layout: Layout = layoutInRow) => createFolderStore(path, { layout, clock });
const only = async (path = root): Promise<Entry> => {
  const entries = await open(path).list();
  expect(entries.length).toBe(1);
  return entries[0]!;
};
const errorsOf = ({ problems }: Entry) =>
  problems.filter(({ severity }) => severity === "error").map(({ path, message }) => `${path}: ${message}`);

describe("a folder of dossiers keeps the contract", () => {
  storeContract(() => {
    const [alpha, broken, harbour] = contractValues();
    mkdirSync(join(root, "alpha"));
    writeFileSync(join(root, "alpha", "dossier.json"), JSON.stringify(alpha));
    writeFileSync(join(root, "broken.json"), JSON.stringify(broken));
    writeFileSync(join(root, "harbour.json"), JSON.stringify(harbour));
    mkdirSync(join(root, "not-a-dossier"));
    writeFileSync(join(root, "README.md"), "words");
    writeFileSync(join(root, ".hidden.json"), "{}");
    return open();
  });
});

describe("what a path may be", () => {
  test("a dossier's folder, its dossier.json, a single file", async () => {
    const folder = writeFolder("one");
    const statements = async (path: string) =>
      (await only(path)).narrative?.statements.map(({ anchors }) => anchors[0]?.state);
    expect(await statements(folder)).toEqual(["exact"]);
    expect(await statements(join(folder, "dossier.json"))).toEqual(["exact"]);
    const single = join(root, "single.json");
    writeFileSync(
      single,
      JSON.stringify({ ...folderDossier("one"), documents: [{ id: "d", title: "D", text: TEXT }] }),
    );
    expect(await statements(single)).toEqual(["exact"]);
  });

  test("a folder without any dossier is listed as that", async () => {
    expect(errorsOf(await only())).toEqual([expect.stringContaining("no dossier")]);
  });

  test("a dossier.json that is no file is a problem of its folder; a folder without one is passed over", async () => {
    mkdirSync(join(root, "empty"));
    mkdirSync(join(root, "folder", "dossier.json"), { recursive: true });
    mkdirSync(join(root, "lost"));
    symlinkSync("nowhere", join(root, "lost", "dossier.json"));
    mkdirSync(join(root, "pipe"));
    execFileSync("mkfifo", [join(root, "pipe", "dossier.json")]);
    writeFolder("sound");
    expect((await open().list()).map((entry) => [entry.id, errorsOf(entry)])).toEqual([
      ["folder", ["dossier.json: is not a file"]],
      ["lost", ["dossier.json: there is no such file"]],
      ["pipe", ["dossier.json: is not a file"]],
      ["sound", []],
    ]);
    expect(errorsOf(await only(join(root, "folder")))).toEqual(["dossier.json: is not a file"]);
  });

  test("a path that has gone is listed as that, and comes back", async () => {
    const store = open(join(root, "later"));
    expect((await store.list())[0]?.problems[0]?.message).toContain("no such file");
    writeFolder("later");
    now += 1_000;
    expect((await store.list())[0]).toMatchObject({ id: "later", problems: [] });
  });

  test("the folder's name is the dossier's id, or there is a warning", async () => {
    writeFolder("named", { id: "otherwise" });
    const { id, problems } = await only();
    expect(id).toBe("otherwise");
    expect(problems).toEqual([
      { path: "id", severity: "warning", message: expect.stringContaining('"named"') },
    ]);
  });

  test("two with one id: the second is a problem, and does not hide the first", async () => {
    writeFolder("a", { id: "same", title: "A" });
    writeFolder("b", { id: "same", title: "B" });
    const store = open();
    expect((await store.list()).map(({ id, title }) => [id, title])).toEqual([
      ["same", "A"],
      ["same~2", "B"],
    ]);
    expect((await store.get("same")).title).toBe("A");
  });
});

describe("what is in the files", () => {
  test("broken JSON is told with line and column, under the folder's name", async () => {
    const folder = writeFolder("torn");
    writeFileSync(join(folder, "dossier.json"), '{\n  "format": "narrascope-dossier/1",\n  "id": }');
    const entry = await only();
    expect(entry.id).toBe("torn");
    expect(errorsOf(entry)).toEqual([expect.stringMatching(/^dossier\.json: not JSON: line 3, column 9/)]);
  });

  test("a field that stands twice is warned of; the dossier opens with the last", async () => {
    const folder = writeFolder("double");
    const text = JSON.stringify(folderDossier("double"));
    writeFileSync(join(folder, "dossier.json"), text.replace('"title"', '"title":"First","title"'));
    const { title, narrative, problems } = await only();
    expect(title).toBe("double");
    expect(narrative).not.toBeNull();
    expect(problems).toEqual([
      { path: "title", severity: "warning", message: expect.stringContaining("a second time in line 1") },
    ]);
  });

  test("a dossier cut off anywhere is a problem, never a crash", async () => {
    const whole = JSON.stringify({
      ...folderDossier("cut"),
      documents: [{ id: "d", title: "D", text: TEXT }],
    });
    for (let length = 0; length < whole.length; length += 17) {
      const file = join(root, `cut-${length}.json`);
      writeFileSync(file, whole.slice(0, length));
      expect((await only(file)).problems.length).toBeGreaterThan(0);
    }
  });

  test("bytes that are not UTF-8 are told with their place", async () => {
    writeFolder("bytes", {}, Buffer.concat([Buffer.from("añ"), Buffer.from([0xff]), Buffer.from("b")]));
    expect(errorsOf(await only())).toEqual(["documents/d.txt: is not UTF-8 text: byte 3 does not belong"]);
  });

  test("a replacement character that is really there is no error; a byte order mark is passed over", async () => {
    writeFolder("mark", { statements: [] }, "\uFEFFA \uFFFD stays\n");
    const entry = await only();
    expect(entry.problems).toEqual([]);
    expect(entry.narrative?.documents.get("d")?.text).toBe("A \uFFFD stays\n");
  });

  test("CR LF and decomposed letters are warned of, and left as they are", async () => {
    writeFolder("odd", { statements: [] }, "e\u0301\r\n");
    const { problems, narrative } = await only();
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([
      ["warning", "documents/d.txt"],
      ["warning", "documents/d.txt"],
    ]);
    expect(narrative?.documents.get("d")?.text).toBe("e\u0301\r\n");
  });

  test("JSON nested without end is refused before anything recurses into it", async () => {
    const deep = `{"x":${"[".repeat(500_000)}`;
    writeFileSync(join(root, "deep.json"), deep);
    expect(errorsOf(await only())).toEqual([expect.stringContaining("nested more than")]);
  });

  test("more than 50 MB is refused unread", async () => {
    const file = join(root, "large.json");
    writeFileSync(file, "");
    truncateSync(file, 50 * 2 ** 20 + 1);
    expect(errorsOf(await only(file))).toEqual([
      expect.stringMatching(/^large\.json: has 50\.0 MB; up to 50 MB/),
    ]);
  });

  test("the documents count, too: together more than 50 MB are refused", async () => {
    const folder = writeFolder("heavy");
    truncateSync(join(folder, "documents", "d.txt"), 50 * 2 ** 20 - 10);
    expect(errorsOf(await only())).toEqual([expect.stringContaining("up to 50 MB")]);
  });
});

describe("a document's file stays inside the dossier's folder", () => {
  const documents = (file: string) => ({ documents: [{ id: "d", title: "D", file }] });
  const secret = join(base, "secret.txt");
  writeFileSync(secret, TEXT);

  test.each([
    "../../secret.txt",
    "documents/../../../secret.txt",
    secret,
    "documents\\d.txt",
    "documents/d.txt\u0000.png",
    "",
    "documents",
    ".",
    "nowhere.txt",
  ])("%j is refused", async (file) => {
    writeFolder("bound", documents(file));
    const entry = await only();
    expect(entry.narrative).toBeNull();
    expect(errorsOf(entry)).toEqual([expect.stringMatching(/^documents\[0\]\.file: /)]);
    expect(JSON.stringify(entry)).not.toContain(base);
  });

  test("nor does a link lead out of it", async () => {
    const folder = writeFolder("linked", documents("documents/link.txt"));
    symlinkSync(secret, join(folder, "documents", "link.txt"));
    expect(errorsOf(await only())).toEqual([expect.stringContaining("leads out of the dossier's folder")]);
  });

  test("a link to itself is refused", async () => {
    const folder = writeFolder("circle", documents("documents/link.txt"));
    symlinkSync("link.txt", join(folder, "documents", "link.txt"));
    expect(errorsOf(await only())).toEqual([expect.stringContaining("leads to itself")]);
  });

  test("a single file reads no other file", async () => {
    writeFileSync(join(root, "alone.json"), JSON.stringify(folderDossier("alone")));
    writeFileSync(join(root, "d.txt"), TEXT);
    const { problems } = await only();
    expect(problems.map(({ path }) => path)).toEqual(["documents[0].file", "statements[0].evidence[0]"]);
  });
});

describe("changes on disk", () => {
  test("are picked up after a second, not before", async () => {
    const folder = writeFolder("live");
    const store = open();
    const before = await store.get("live");
    writeFileSync(
      join(folder, "dossier.json"),
      JSON.stringify({ ...folderDossier("live"), title: "Changed" }),
    );
    now += 999;
    expect(await store.get("live")).toBe(before);
    now += 1;
    const after = await store.get("live");
    expect(after.title).toBe("Changed");
    expect(after.revision).not.toBe(before.revision);
  });

  test("of a document count, too", async () => {
    const folder = writeFolder("live");
    const store = open();
    expect((await store.get("live")).problems).toEqual([]);
    writeFileSync(join(folder, "documents", "d.txt"), `${TEXT.replace("union", "guild")}`);
    now += 1_000;
    const { narrative, problems } = await store.get("live");
    expect(problems.length).toBe(1);
    expect(narrative?.statements[0]?.anchors[0]?.state).toBe("approximate");
  });

  test("an unchanged dossier is not read again", async () => {
    writeFolder("calm");
    const store = open();
    const before = await store.get("calm");
    now += 5_000;
    expect(await store.get("calm")).toBe(before);
  });

  test("a broken new version keeps its entry, with its problems in place of the old data", async () => {
    const folder = writeFolder("steady", { id: "other-id" });
    const store = open();
    expect((await store.get("other-id")).narrative).not.toBeNull();
    writeFileSync(join(folder, "dossier.json"), "{");
    now += 1_000;
    const broken = await store.get("other-id");
    expect(broken.narrative).toBeNull();
    expect(errorsOf(broken)[0]).toContain("not JSON");
  });

  test("new dossiers appear, removed ones go", async () => {
    const gone = writeFolder("gone");
    const store = open();
    expect((await store.list()).map(({ id }) => id)).toEqual(["gone"]);
    rmSync(gone, { recursive: true });
    writeFolder("fresh");
    now += 1_000;
    expect((await store.list()).map(({ id }) => id)).toEqual(["fresh"]);
  });

  test("all who ask while a dossier is being read share one reading", async () => {
    writeFolder("shared");
    let layouts = 0;
    const store = open(root, async (narrative) => {
      layouts += 1;
      now += 2_000;
      return layoutInRow(narrative);
    });
    const entries = await Promise.all([
      store.get("shared"),
      store.get("shared"),
      store.get("shared"),
      store.list(),
    ]);
    expect(new Set(entries.flat())).toEqual(new Set([entries[0]]));
    await store.get("shared");
    expect(layouts).toBe(1);
  });
});
