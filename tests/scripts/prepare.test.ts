import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { ROOT } from "../../scripts/paths.js";
import { isBuilt } from "../../scripts/stamp.js";

const prepare = (...steps: string[]) =>
  spawnSync(process.execPath, [`${ROOT}/scripts/prepare.js`, ...steps], {
    cwd: "/",
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", npm_lifecycle_event: "" },
  });

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Says at its end how much processor time it took: unlike the clock, that tells little of what else is running. */
const METER = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write(String(user + system)); });',
)}`;

/** Milliseconds by the clock and of the processor that a run of Node takes, and what it printed. */
function measure(...args: string[]): {
  clock: number;
  processor: number;
  status: number | null;
  stdout: string;
} {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", METER, ...args], {
    cwd: "/",
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", npm_lifecycle_event: "" },
  });
  return { clock: performance.now() - start, processor: Number(stderr) / 1_000, status, stdout };
}

describe("prepare", () => {
  test("says nothing and is quick when all is up to date, from any folder", () => {
    const steps = isBuilt(ROOT) ? ["build", "chromium"] : ["chromium"];
    const runs = Array.from({ length: 5 }, () => measure(`${ROOT}/scripts/prepare.js`, ...steps));
    const empty = Array.from({ length: 5 }, () => measure("-e", "0"));
    for (const run of runs)
      expect(run).toMatchObject({ status: 0, stdout: "", processor: expect.any(Number) });
    const [clock, bare] = [runs, empty].map((list) => median(list.map((run) => run.clock)).toFixed(0));
    process.stdout.write(`prepare ${steps.join(" ")}: ${clock} ms, of which Node's own start ${bare} ms\n`);
    expect(Math.min(...runs.map(({ processor }) => processor))).toBeLessThan(1_000);
  }, 60_000);

  test("refuses a step that it does not know, with those that it does", () => {
    const { status, stderr } = prepare("bake");
    expect(status).toBe(1);
    expect(stderr).toBe('narrascope: there is no step "bake"; allowed: build, chromium\n');
  });

  test("the scripts that run before anything is installed need nothing but Node", () => {
    const needed = new Set<string>();
    const visit = (file: string) => {
      if (needed.has(file)) return;
      needed.add(file);
      const text = readFileSync(`${ROOT}/scripts/${file}`, "utf8");
      for (const [, module = ""] of text.matchAll(/^import [^"]*"([^"]+)"/gm)) {
        if (module.startsWith("./")) visit(module.slice(2));
        else expect(`${file} imports ${module}`).toMatch(/ imports node:/);
      }
    };
    visit("prepare.js");
    expect([...needed]).toEqual(expect.arrayContaining(["dependencies.js", "stamp.js", "paths.js"]));
  });
});

describe("package.json", () => {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as {
    scripts: Record<string, string>;
  };

  test("names only scripts that exist, and every script that is a program is named or used", () => {
    const named = Object.values(scripts).flatMap((line) => line.match(/scripts\/[\w-]+\.js/g) ?? []);
    expect(named.filter((file) => !existsSync(`${ROOT}/${file}`))).toEqual([]);
    const texts = readdirSync(`${ROOT}/scripts`)
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(`${ROOT}/scripts/${file}`, "utf8"))
      .join("\n");
    const unused = readdirSync(`${ROOT}/scripts`).filter(
      (file) => file.endsWith(".js") && !named.includes(`scripts/${file}`) && !texts.includes(`/${file}`),
    );
    expect(unused).toEqual([]);
  });

  test("sets up before start and test", () => {
    expect(scripts.prestart).toBe("node scripts/prepare.js build");
    expect(scripts.pretest).toBe("node scripts/prepare.js build chromium");
  });
});
