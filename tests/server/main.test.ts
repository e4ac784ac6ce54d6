/** The program as it is started: built, in a process of its own. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { generateDossier } from "../../bench/generate.ts";
import { harbourValue, sketchDossier } from "../support/fixtures.ts";
import { buildForTests } from "../support/workers.ts";

/** Inside the package, which the program looks for above itself. */
const built = buildForTests("narrascope-test-server", {
  main: "server/main.ts",
  "work/worker": "server/work/worker.ts",
});
const folder = mkdtempSync(join(tmpdir(), "narrascope-main-"));
const children = new Set<ReturnType<typeof spawn>>();

// Processes start slowly on a machine that is busy with other tests.
jest.setTimeout(60_000);

beforeAll(() => {
  const harbour = harbourValue();
  const actors = harbour.actors as { id: string }[];
  const positions = Object.fromEntries(actors.map(({ id }, at) => [id, [at * 90, 0]]));
  writeFileSync(join(folder, "harbour.json"), JSON.stringify({ ...harbour, positions }));
  writeFileSync(join(folder, "torn.json"), "{");
});

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Without Jest's own options for Node. */
function plainEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  return { ...environment, HOST: "", PORT: "0", LOG_LEVEL: "", ...more };
}

interface Run {
  readonly output: () => string;
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves once stdout matches. */
  until(pattern: RegExp): Promise<RegExpMatchArray>;
}

function run(words: readonly string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [built.main, ...words], {
    cwd: folder,
    env: plainEnvironment(environment),
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (errors += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const until = async (pattern: RegExp) => {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const match = pattern.exec(output);
      if (match) return match;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no ${pattern} in: ${output}${errors}`);
  };
  return { output: () => output, errors: () => errors, ended, kill: (signal) => child.kill(signal), until };
}

const ADDRESS = /serves at (http:\S+)/;

describe("starting", () => {
  test("prints where it serves and what, broken dossiers with their problems", async () => {
    const program = run([folder]);
    const [, address = ""] = await program.until(ADDRESS);
    await program.until(/torn[\s\S]*not JSON/);
    expect(program.output()).toMatch(/The harbour fire: 10 actors, \d+ statements, \d+ problems\n/);
    expect(program.output()).toContain(`${address}/d/harbour`);
    expect(program.output()).not.toContain(folder);
    const { dossiers } = (await (await fetch(`${address}/api/dossiers`)).json()) as {
      dossiers: { id: string }[];
    };
    expect(dossiers.map(({ id }) => id)).toEqual(expect.arrayContaining(["harbour", "torn"]));
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  });

  test("logs each request to stderr as JSON, and prints it nowhere else", async () => {
    const program = run([]);
    const [, address = ""] = await program.until(ADDRESS);
    await fetch(`${address}/healthz?x`);
    program.kill("SIGINT");
    await program.ended;
    const lines = program
      .errors()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ url: "/healthz?x", status: 200 })]),
    );
    expect(program.output()).not.toContain("healthz");
  });

  test("lays out dossiers without positions beside its work", async () => {
    const file = join(folder, "unplaced", "dossier.json");
    const dossier = { ...sketchDossier(["a blames b", "b blames c"]), id: "unplaced" };
    mkdirSync(join(folder, "unplaced"));
    writeFileSync(file, JSON.stringify(dossier));
    const program = run([join(folder, "unplaced")]);
    const [, address = ""] = await program.until(ADDRESS);
    const { positions } = (await (await fetch(`${address}/api/dossiers/unplaced`)).json()) as {
      positions: object;
    };
    expect(Object.keys(positions)).toEqual(["a", "b", "c"]);
    program.kill("SIGTERM");
    await program.ended;
    rmSync(join(folder, "unplaced"), { recursive: true });
  });
});

describe("stopping", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "on %s it ends within 5 s, though a connection is kept open",
    async (signal) => {
      const program = run([]);
      const [, address = ""] = await program.until(ADDRESS);
      await (await fetch(`${address}/healthz`)).text();
      const before = Date.now();
      program.kill(signal);
      expect(await program.ended).toBe(0);
      expect(Date.now() - before).toBeLessThan(5_000);
    },
  );
});

describe("a command between others", () => {
  const start = (...words: string[]) => {
    const child = spawn(process.execPath, [built.main, ...words], {
      cwd: folder,
      env: plainEnvironment(),
    });
    children.add(child);
    let errors = "";
    child.stderr.on("data", (chunk) => (errors += chunk));
    const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
    return { child, ended, errors: () => errors };
  };

  test("whose reader has read enough ends without a word", async () => {
    const { child, ended, errors } = start("export", "kremlin-moscow-suburb", "--format", "graphology");
    const first = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    expect(first.subarray(0, 1).toString()).toBe("{");
    expect([await ended, errors()]).toEqual([0, ""]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("import leaves nothing behind on %s", async (signal) => {
    const place = join(folder, "halfway");
    mkdirSync(place);
    const { child, ended } = start("import", "-", "-o", join(place, "deep", "goal"));
    child.stdin.write("source,target\n");
    while (!readdirSync(place).includes("deep")) await new Promise((resolve) => setTimeout(resolve, 20));
    child.stdin.write("Ann,Bob\n");
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(place)).toEqual([]);
    rmSync(place, { recursive: true });
  });

  (existsSync("/dev/full") ? test : test.skip)(
    "stdout that cannot be written to is told in one line",
    async () => {
      const full = spawnSync("sh", ["-c", '"$0" "$1" formats > /dev/full', process.execPath, built.main], {
        env: plainEnvironment(),
        encoding: "utf8",
      });
      expect([full.status, full.stderr]).toEqual([1, "the disk is full (ENOSPC)\n"]);
    },
  );
});

describe("a large dossier", () => {
  const file = join(folder, "large", "dossier.json");
  const dossier = generateDossier({ actors: 500, statements: 40_000 });
  const positions = Object.fromEntries(dossier.actors.map(({ id }, at) => [id, [at * 90, 0]]));

  beforeAll(() => {
    mkdirSync(join(folder, "large"));
    writeFileSync(file, JSON.stringify({ ...dossier, positions }));
  });
  afterAll(() => rmSync(join(folder, "large"), { recursive: true }));

  test("is read while others are answered; on SIGTERM its shift is not waited for", async () => {
    const program = run([file]);
    const [, address = ""] = await program.until(ADDRESS);
    const begun = performance.now();
    let worst = 0;
    while (!program.output().includes("40000 statements")) {
      const before = performance.now();
      await (await fetch(`${address}/healthz`)).text();
      worst = Math.max(worst, performance.now() - before);
    }
    expect(worst).toBeLessThan((performance.now() - begun) / 2);

    const shift = fetch(`${address}/api/dossiers/${dossier.id}/shift?measure=families`).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const before = Date.now();
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(Date.now() - before).toBeLessThan(8_000);
    await shift;
  });
});

describe("what it cannot do it says in clear lines", () => {
  test("a port that is taken: one line, exit code 1", async () => {
    const first = run([]);
    const [, address = ""] = await first.until(ADDRESS);
    const { port } = new URL(address);
    const second = run([], { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is taken\\.[^\\n]*\\n$`));
    expect(second.output()).toBe("");
    first.kill("SIGTERM");
    await first.ended;
  });

  test.each([
    [["nowhere/at/all"], {}, 2, /^There is no file or folder "nowhere\/at\/all"\.\n$/],
    [["--nonsense"], {}, 2, /--nonsense/],
    [[], { PORT: "http" }, 2, /PORT: "http" is not a port/],
    [[], { HOST: "203.0.113.7" }, 1, /no address 203\.0\.113\.7/],
  ] as const)("%j with %j", async (words, environment, code, pattern) => {
    const program = run(words, environment);
    expect(await program.ended).toBe(code);
    expect(program.errors()).toMatch(pattern);
    expect(program.errors()).not.toMatch(/\n\s+at /);
  });

  test("--help and --version", async () => {
    const help = run(["--help"]);
    expect(await help.ended).toBe(0);
    expect(help.output()).toMatch(/^Usage: narrascope[\s\S]*serve[\s\S]*import[\s\S]*export/);
    const serve = run(["serve", "--help"]);
    expect(await serve.ended).toBe(0);
    expect(serve.output()).toMatch(/^Usage: narrascope serve[\s\S]*PORT[\s\S]*LOG_LEVEL/);
    const version = run(["--version"]);
    expect(await version.ended).toBe(0);
    expect(version.output()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
