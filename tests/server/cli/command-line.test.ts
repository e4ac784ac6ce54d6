import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { zipSync } from "fflate";
import { writeArchive } from "../../../graph-data/formats/archive.ts";
import { FORMATS } from "../../../graph-data/formats/index.ts";
import { listCommands } from "../../../server/cli/commands.ts";
import { runLine } from "../../support/command-line.ts";
import { makeDna } from "../../support/dna.ts";
import { harbourValue } from "../../support/fixtures.ts";
import type { Json } from "../../support/json.ts";

const FIRST = "kremlin-moscow-suburb";
const folder = mkdtempSync(join(tmpdir(), "narrascope-cli-"));
const harbour = join(folder, "harbour.json");
const broken = join(folder, "broken.json");
const torn = join(folder, "torn.json");
writeFileSync(torn, '{"format": "narrascope-dossier/1", "actors": [');
writeFileSync(harbour, JSON.stringify(harbourValue()));
writeFileSync(broken, JSON.stringify({ ...harbourValue(), actors: [] }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ann disagrees with a tax. */
const CODED = {
  DOCUMENTS: [[1, "Debate", "Ann says: no tax", 1, "", "", "", "", "", 1_709_802_000]],
  STATEMENTTYPES: [[1, "DNA Statement"]],
  VARIABLES: [
    [1, "person", "short text", 1],
    [2, "concept", "short text", 1],
    [3, "agreement", "boolean", 1],
  ],
  STATEMENTS: [[7, 1, 1, 10, 16, 1]],
  ENTITIES: [
    [1, 1, "Ann", null],
    [2, 2, "Tax", null],
  ],
  DATASHORTTEXT: [
    [1, 7, 1, 1],
    [2, 7, 2, 2],
  ],
  DATABOOLEAN: [[1, 7, 3, 0]],
};

const commands = listCommands();
const run = (args: readonly string[], given?: Parameters<typeof runLine>[2]) =>
  runLine(commands, args, given);

describe("help", () => {
  test.each([["--help"], ["-h"], ["help"]])("%s lists every command", async (word) => {
    const { code, output } = await run([word]);
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(output).toMatch(new RegExp(`  ${name} +${summary.slice(0, 20)}`));
  });

  test.each(commands.map(({ name }) => name))("%s --help tells its options", async (name) => {
    const command = commands.find((candidate) => candidate.name === name)!;
    const { code, output } = await run([name, "--help"]);
    expect(code).toBe(0);
    for (const option of command.options) expect(output).toContain(`--${option.name}`);
    expect((await run(["help", name])).output).toBe(output);
  });

  test("an option that is not there is told, with exit code 2", async () => {
    const { code, errors } = await run(["export", "--no-such"]);
    expect(code).toBe(2);
    expect(errors).toContain("--no-such");
    expect(errors).toContain("narrascope export --help");
  });
});

describe("validate", () => {
  test("counts what is in a sound dossier", async () => {
    const { code, output } = await run(["validate", FIRST]);
    expect([code, output]).toEqual([0, `${FIRST}: 47 actors, 84 statements; no problem\n`]);
  });

  test("prints every problem with its path, and fails", async () => {
    const { code, output } = await run(["validate", broken, "--json"]);
    const [found] = JSON.parse(output);
    expect(code).toBe(1);
    expect(found.valid).toBe(false);
    expect(found.problems.length).toBeGreaterThan(5);
    expect(found.problems[0].path).toMatch(/^\w+\[\d+\]/);
  });

  test("reads stdin", async () => {
    const { code, output } = await run(["validate", "-"], { stdin: JSON.stringify(harbourValue()) });
    expect(code).toBe(0);
    expect(output).toMatch(/^-: \d+ actors/);
  });

  test("says where JSON is torn", async () => {
    const { code, output } = await run(["validate", "-"], { stdin: '{"format": ' });
    expect(code).toBe(1);
    expect(output).toMatch(/line 1/);
  });

  test("of nothing, and of what is not there, is misuse", async () => {
    expect((await run(["validate"])).code).toBe(2);
    expect((await run(["validate", join(folder, "nothing")])).code).toBe(2);
  });
});

describe("export", () => {
  test.each(FORMATS.filter(({ needs }) => !needs).map(({ id }) => id))(
    "%s writes what the format writes",
    async (id) => {
      const out = join(folder, `out-${id}`);
      const { code, errors } = await run([
        "export",
        FIRST,
        "-f",
        id,
        "--lens",
        "family=blame",
        "-o",
        out,
        "--json",
      ]);
      expect([code, errors]).toEqual([0, ""]);
      expect(readFileSync(out).length).toBeGreaterThan(100);
      const printed = await run(["export", FIRST, "-f", id, "--lens", "?family=blame"]);
      expect(Buffer.compare(printed.bytes, readFileSync(out))).toBe(0);
    },
  );

  test("takes the format from the output's name where one alone has it", async () => {
    const { code } = await run(["export", harbour, "-o", join(folder, "x.cyjs")]);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "x.cyjs"), "utf8")).elements.nodes.length).toBeGreaterThan(3);
    const unclear = await run(["export", harbour, "-o", join(folder, "x.json")]);
    expect([unclear.code, unclear.errors]).toEqual([2, expect.stringContaining("--format")]);
  });

  test("refuses a lens that cannot be used, a broken dossier, and a unit that the format has not", async () => {
    const lens = await run(["export", FIRST, "-f", "graphology", "--lens", "family=nobody"]);
    expect([lens.code, lens.output]).toEqual([2, ""]);
    expect(lens.errors).toContain("family");
    expect((await run(["export", broken, "-f", "graphology"])).code).toBe(1);
    expect((await run(["export", FIRST, "-f", "dossier", "--unit", "ties"])).code).toBe(2);
    expect(await run(["export", FIRST, "-f", "gexf", "--scale", "2"])).toMatchObject({
      code: 2,
      output: "",
      errors: expect.stringContaining("GEXF has no pixels"),
    });
    expect((await run(["export", FIRST, "-f", "nothing"])).errors).toContain("allowed: graphology");
  });
});

describe("import", () => {
  test("of a dossier is the dossier, and its export the same bytes", async () => {
    const goal = join(folder, "imported");
    const { code, errors } = await run(["import", harbour, "-o", goal]);
    expect([code, errors]).toEqual([0, expect.stringContaining("read: ")]);
    expect(readdirSync(goal).sort()).toEqual(["documents", "dossier.json"]);
    const [before, after] = [harbour, goal].map((path) => run(["export", path, "-f", "statements-csv"]));
    expect((await after)!.output).toBe((await before)!.output);
  });

  test("without an output prints one JSON file, also from stdin", async () => {
    const { code, output } = await run(["import", "-"], { stdin: JSON.stringify(harbourValue()) });
    expect(code).toBe(0);
    expect(JSON.parse(output).statements).toEqual(harbourValue().statements);
  });

  test("reads a folder in an archive, texts in files of their own included", async () => {
    const goal = join(folder, "from-folder");
    await run(["import", harbour, "-o", goal]);
    const files = readdirSync(join(goal, "documents")).map((name) => `documents/${name}`);
    const archive = join(folder, "harbour.zip");
    const paths = ["dossier.json", ...files];
    writeFileSync(
      archive,
      writeArchive(paths.map((path) => [`harbour/${path}`, readFileSync(join(goal, path), "utf8")])),
    );
    const { code, output } = await run(["import", archive]);
    expect(code).toBe(0);
    expect(JSON.parse(output).documents.map(({ text }: Json) => text)).toEqual(
      (harbourValue().documents as Json[]).map(({ text }) => text),
    );
    const empty = join(folder, "empty.zip");
    writeFileSync(empty, writeArchive([["readme.txt", "nothing"]]));
    expect((await run(["import", empty])).errors).toMatch(/holds no dossier.json/);
  });

  test("opens files of Discourse Network Analyzer", async () => {
    const file = join(folder, "debate.dna");
    writeFileSync(
      file,
      makeDna({
        DOCUMENTS: [[1, "Debate", "Ann says: tax coal.", 1, "", "The Herald", "", "", "", 1_709_802_000]],
        STATEMENTTYPES: [[1, "DNA Statement"]],
        VARIABLES: [
          [1, "person", "short text", 1],
          [3, "concept", "short text", 1],
          [4, "agreement", "boolean", 1],
        ],
        STATEMENTS: [[11, 1, 1, 10, 18, 1]],
        ENTITIES: [
          [2, 1, "Ann", null],
          [5, 3, "Tax on coal", null],
        ],
        DATASHORTTEXT: [
          [1, 11, 1, 2],
          [3, 11, 3, 5],
        ],
        DATABOOLEAN: [[1, 11, 4, 1]],
      }),
    );
    const { code, output, errors } = await run(["import", file]);
    expect([code, errors]).toEqual([0, expect.stringContaining("format: dna")]);
    expect(JSON.parse(output).statements).toMatchObject([{ evidence: [{ exact: "tax coal" }] }]);
  });

  test("of an empty file, and of what nobody reads, says so", async () => {
    expect((await run(["import", "-"])).errors).toBe("stdin: the file is empty\n");
    const { code, errors } = await run(["import", "-"], { stdin: new Uint8Array([0, 1, 2, 3, 250]) });
    expect([code, errors]).toEqual([1, expect.stringContaining("stdin: the format is not recognised")]);
  });

  test("leaves nothing behind when a file cannot be read", async () => {
    const before = readdirSync(folder).sort();
    const { code, errors } = await run(["import", harbour, torn, "-o", join(folder, "half")]);
    expect(code).toBe(1);
    expect(errors).toMatch(/torn\.json[\s\S]*line 1/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("of a file of SQLite", async () => {
    const dna = join(folder, "coded.dna");
    writeFileSync(dna, makeDna(CODED));
    const { code, output, errors } = await run(["import", dna]);
    expect([code, errors]).toEqual([0, expect.stringContaining("format: dna\n  read: 1 statements")]);
    const { statements } = JSON.parse(output);
    expect(statements).toMatchObject([{ source: "Ann", type: "disagrees", target: "Tax" }]);
    expect(statements[0].evidence[0].exact).toBe("no tax");
    const again = await run(["import", "-"], { stdin: readFileSync(dna) });
    expect(JSON.parse(again.output).statements).toEqual(statements);
  });

  test("of a dossier's folder as an archive is what the folder gives", async () => {
    const goal = join(folder, "unpacked");
    await run(["import", harbour, "-o", goal]);
    const names = readdirSync(goal, { recursive: true, encoding: "utf8" }).filter((name) => /\./.test(name));
    const files = names.map((name) => [`unpacked/${name}`, new Uint8Array(readFileSync(join(goal, name)))]);
    const packed = join(folder, "unpacked.zip");
    writeFileSync(packed, zipSync(Object.fromEntries(files)));
    const [one, other] = [await run(["import", packed]), await run(["import", goal])];
    expect([one.code, one.errors]).toEqual([0, expect.stringContaining("format: dossier-zip")]);
    expect(JSON.parse(one.output)).toEqual(JSON.parse(other.output));
  });

  test("does not overwrite, and wants files that are there", async () => {
    expect((await run(["import", harbour, "-o", folder])).code).toBe(2);
    expect((await run(["import", join(folder, "nothing.csv")])).code).toBe(2);
    expect((await run(["import"])).code).toBe(2);
  });
});

test("formats lists every format that can be written, in words and in JSON", async () => {
  const { output } = await run(["formats"]);
  for (const { label } of FORMATS) expect(output).toContain(label);
  const plain = JSON.parse((await run(["formats", "--json"])).output);
  expect(plain.write.map(({ id }: { id: string }) => id)).toEqual(FORMATS.map(({ id }) => id));
  expect(plain.read.map(({ id }: { id: string }) => id)).toContain("dossier");
});

describe("completion", () => {
  test.each(["bash", "zsh", "fish"])("%s knows every command and option", async (shell) => {
    const { code, output } = await run(["completion", shell]);
    expect(code).toBe(0);
    for (const { name, options } of commands) {
      expect(output).toContain(name);
      for (const option of options) expect(output).toContain(option.name);
    }
  });

  test("of another shell is misuse", async () => {
    expect((await run(["completion", "csh"])).code).toBe(2);
  });
});
