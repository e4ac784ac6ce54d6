import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { listCommands } from "../../../server/cli/commands.ts";
import { runLine } from "../../support/command-line.ts";
import { harbourValue } from "../../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "narrascope-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));

const commands = listCommands();
const run = (args: readonly string[], given?: Parameters<typeof runLine>[2]) =>
  runLine(commands, args, given);

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const harbour = write("harbour.json", JSON.stringify(harbourValue()));
const TABLE = "Who,Whom,Said,When\nAnn,Bob,denies,2024-03-07\nBob,Ann,blames,2024\n";
const table = write("table.csv", TABLE);

/** What every command has to do with it: one exit code, words on stderr or stdout, no stack, nothing left behind. */
async function refused(args: readonly string[], code: number, words: string | RegExp, stdin?: Uint8Array) {
  const before = listAll();
  const ran = await run(args, stdin ? { stdin } : {});
  const told = ran.errors + ran.output;
  expect([args[0], ran.code, told]).toEqual([args[0], code, expect.stringMatching(words)]);
  expect(told).not.toMatch(/\n\s+at |undefined|TypeError|narrascope-import-/);
  expect(listAll()).toEqual(before);
}

const listAll = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("files that cannot be used", () => {
  const FILES: readonly [what: string, content: string | Uint8Array, words: RegExp][] = [
    ["empty", "", /empty|not JSON/],
    ["binary", new Uint8Array(3_000).map((_, at) => (at * 7919) % 256), /not recognised|not UTF-8/],
    ["torn", JSON.stringify(harbourValue()).slice(0, 2_000), /line 1|column/],
    ["null", "null", /not recognised|expected|object/],
    ["a list", "[]", /not recognised|expected|object/],
    ["too deep", `{"format":"narrascope-dossier/1","x":${"[".repeat(5_000)}`, /levels deep/],
    ["of another program", '{"what": 1}', /not recognised|format/],
    [
      "Latin 1",
      Buffer.from(JSON.stringify({ ...harbourValue(), title: "Café" }), "latin1"),
      /not UTF-8|byte \d+/,
    ],
  ];

  test.each(FILES)("%s", async (what, content, words) => {
    const path = write(`${what}.json`, content);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    await refused(["validate", path], 1, words);
    await refused(["export", path, "-f", "graphology"], 1, words);
    await refused(["import", path, "-o", join(folder, "goal")], 1, words);
    await refused(["validate", "-"], 1, words, bytes);
    await refused(["import", "-"], 1, words, bytes);
  });

  test("are not there", async () => {
    for (const args of [["validate"], ["export", "-f", "gexf"], ["import"]])
      await refused([args[0]!, join(folder, "nowhere"), ...args.slice(1)], 2, /nowhere/);
  });

  test("a folder without a dossier", async () => {
    mkdirSync(join(folder, "bare"));
    await refused(["validate", join(folder, "bare")], 2, /no dossier/);
    await refused(["export", join(folder, "bare"), "-f", "gexf"], 2, /no dossier/);
    await refused(["import", join(folder, "bare")], 1, /no dossier/);
  });

  test("a dossier whose text is missing", async () => {
    const document = { id: "far", title: "Far", file: "documents/far.txt" };
    const path = write("lacking/dossier.json", JSON.stringify({ ...harbourValue(), documents: [document] }));
    const lacking = join(path, "..");
    await refused(["validate", lacking], 1, /documents\[0\]\.file/);
    await refused(["import", lacking], 1, /documents\[0\]\.file/);
  });

  test("records of the wrong kind in one of several files", async () => {
    const value = harbourValue() as { actors: { id: string }[] };
    const [a, b] = value.actors.map(({ id }) => id);
    const statement = { id: "s", source: a, target: b, type: "blames" };
    const odd = {
      ...value,
      documents: [{ id: "d", title: "D", text: 5 }],
      families: 5,
      phases: [null],
      narratives: [{ id: "n" }, { id: "n" }],
      statements: [statement, { ...statement, evidence: [null, { document: 3 }] }],
    };
    await refused(["import", harbour, write("odd.json", JSON.stringify(odd))], 1, /documents\[\d\]\.text/);
  });
});

describe("where nothing can be written", () => {
  test("a file in the way", async () => {
    const inside = join(harbour, "x");
    await refused(["import", table, "-o", inside], 1, /a file, not a folder|already/);
    await refused(["export", harbour, "-o", join(inside, "x.gexf")], 1, /a file, not a folder/);
    await refused(["import", table, "-o", harbour], 2, /there already/);
    await refused(["export", harbour, "-f", "gexf", "-o", folder], 1, /a folder, not a file/);
    await refused(["export", harbour, "-f", "gexf", "-o", join(folder, "no", "x")], 1, /no such/);
    await refused(["import", table, "-o", ""], 2, /--output is empty/);
  });

  (existsSync("/proc/self") ? test : test.skip)("where the system makes no folders", async () => {
    await refused(["import", harbour, "-o", "/proc/no/such"], 1, /^"\/proc\/no": there is no such/);
  });

  test("folders made on the way are taken away again", async () => {
    const torn = write("torn-late.csv", `${TABLE}"Ann`);
    await refused(["import", torn, "-o", join(folder, "new", "deep", "goal")], 1, /torn-late/);
  });

  test("an empty folder that is there is filled", async () => {
    mkdirSync(join(folder, "waiting"));
    expect((await run(["import", harbour, "-o", join(folder, "waiting")])).code).toBe(0);
    expect(readdirSync(join(folder, "waiting"))).toContain("dossier.json");
  });
});

describe("a lens that cannot be used", () => {
  test.each([
    ["nonsense=1", /nonsense/],
    ["family=nobody", /family/],
    ["phase=a..b..c", /phase/],
    ["from=never", /from/],
    ["depth=2", /depth/],
    ["a=%E0%A4%A", /a/],
  ])("%s", async (lens, words) => {
    await refused(["export", harbour, "-f", "gexf", "--lens", lens], 2, words);
  });
});

describe("--columns", () => {
  const columns = (map: string, path = table) => ["import", path, "--columns", map];
  const read = async (map: string, path = table) => {
    const { code, output, errors } = await run(columns(map, path));
    expect([code, errors]).toEqual([0, expect.stringContaining("format: table")]);
    return (JSON.parse(output).statements as { source: string; target: string; type: string }[]).map(
      ({ source, type, target }) => `${source} ${type} ${target}`,
    );
  };

  test("says which column is what; the rest stays as it is proposed", async () => {
    expect(await read("source=Who,target=Whom,type=Said")).toEqual(["Ann denies Bob", "Bob blames Ann"]);
    expect(await read("source=Whom,target=Who,type=Said")).toEqual(["Bob denies Ann", "Ann blames Bob"]);
    const proposed = write("proposed.csv", "from,to,verb,Said\nAnn,Bob,x,denies\n");
    expect(await read("type=Said", proposed)).toEqual(["Ann denies Bob"]);
  });

  test("takes columns with commas and equals signs in their names", async () => {
    const odd = write("odd.csv", '"Who, first","Whom = second",Said\nAnn,Bob,denies\n');
    expect(await read("source=Who, first,target=Whom = second,type=Said", odd)).toEqual(["Ann denies Bob"]);
  });

  test.each([
    ["", /pair/],
    ["nonsense", /nonsense: is not a pair/],
    ["colour=Who", /colour: is nothing a column can be; allowed: .*source/],
    ["source=Nobody", /no column "Nobody"; there are: Who, Whom, Said, When/],
    ["source=Who,source=Whom", /twice/],
    ["source=Who,target=Who", /its column/],
    ["source=", /no column ""/],
  ])("%j is misuse", async (map, words) => {
    await refused(columns(map), 2, words);
  });

  test("of what is no table is misuse", async () => {
    await refused(columns("source=Who", harbour), 2, /is for tables/);
  });
});

describe("several files", () => {
  test("may have the same ids: statements stay apart, actors are one", async () => {
    const { code, output } = await run(["import", harbour, harbour]);
    const value = harbourValue() as { actors: unknown[]; statements: { id: string }[] };
    const both = JSON.parse(output);
    expect(code).toBe(0);
    expect(both.actors).toEqual(value.actors);
    expect(both.statements.map(({ id }: { id: string }) => id)).toEqual(
      ["f1-", "f2-"].flatMap((prefix) => value.statements.map(({ id }) => prefix + id)),
    );
  });

  test("that tell differently of one id are reported", async () => {
    const value = harbourValue() as { actors: { id: string; label: string }[] };
    const actors = value.actors.map((actor, at) => (at === 0 ? { ...actor, label: "Somebody else" } : actor));
    const other = write("other.json", JSON.stringify({ ...value, actors }));
    const { code, errors } = await run(["import", harbour, other, "--json"]);
    expect([code, JSON.parse(errors).clashes]).toEqual([0, [`actors: ${value.actors[0]!.id}`]]);
    const words = await run(["import", harbour, other]);
    expect(words.errors).toContain(`actors: ${value.actors[0]!.id}`);
  });

  test("an actor that comes twice in one file is a fault still", async () => {
    const value = harbourValue() as { actors: unknown[] };
    const twice = write(
      "twice.json",
      JSON.stringify({ ...value, actors: [...value.actors, value.actors[0]] }),
    );
    await refused(["import", twice], 1, /actors\[\d+\]/);
  });
});

test("a title that is given goes before the file's own; the id stays that of the dossier", async () => {
  const { output } = await run(["import", harbour, "--title", "Mine"]);
  expect(JSON.parse(output)).toMatchObject({ title: "Mine", id: harbourValue().id });
});

test("a format is recognised however small the portions of stdin are", async () => {
  const late = `${" ".repeat(2_000)}${JSON.stringify(harbourValue())}`;
  const { code, errors } = await run(["import", "-"], { stdin: late });
  expect([code, errors]).toEqual([0, expect.stringContaining("format: dossier")]);
});

test("validate checks every dossier of a folder, and the texts' hashes", async () => {
  const documents = [{ id: "d", title: "D", text: "Words.", sha256: "0".repeat(64) }];
  const value = {
    format: "narrascope-dossier/1",
    id: "h",
    title: "H",
    documents,
    actors: [],
    statements: [],
  };
  write("many/a.json", JSON.stringify(value));
  write("many/b/dossier.json", "{");
  const { code, output } = await run(["validate", join(folder, "many"), "--json"]);
  const found = JSON.parse(output) as { dossier: string; valid: boolean; problems: { path: string }[] }[];
  expect(code).toBe(1);
  expect(found.map(({ valid }) => valid)).toEqual([true, false]);
  expect(found.map(({ problems }) => problems[0]!.path)).toEqual(["documents[0].sha256", "dossier.json"]);
});

test("what is written is what stands in the folder, and no field stands twice", async () => {
  const goal = join(folder, "once");
  await run(["import", harbour, "-o", goal]);
  const text = readFileSync(join(goal, "dossier.json"), "utf8");
  for (const field of ["documents", "actors", "statements", "title"])
    expect(text.match(new RegExp(`^  "${field}":`, "gm"))).toHaveLength(1);
});
