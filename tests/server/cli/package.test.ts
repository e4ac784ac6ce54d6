/** The program as others get it: packed, installed in an empty folder, run. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, jest, test } from "@jest/globals";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "narrascope-package-"));
const home = join(folder, "empty");
const program = join(home, "node_modules", ".bin", "narrascope");

jest.setTimeout(240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  return { ...rest, HOST: "", PORT: "0", LOG_LEVEL: "silent" };
}

/** `null` when installed; else why not. */
function install(): string | null {
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  execFileSync("npm", pack, { cwd: ROOT, env: environment(), stdio: ["ignore", "pipe", "ignore"] });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), JSON.stringify({ name: "empty", private: true }));
  const options = ["--prefer-offline", "--omit=dev", "--no-audit", "--no-fund"];
  const done = spawnSync("npm", ["install", ...options, join(folder, tarball)], {
    cwd: home,
    env: environment(),
    encoding: "utf8",
    timeout: 180_000,
  });
  return done.status === 0 ? null : (/npm (?:error|ERR!) code (\w+)/.exec(done.stderr)?.[1] ?? "no answer");
}

const reason = install();
const offline =
  reason !== null && /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|no answer)$/.test(reason);
if (offline)
  process.stdout.write(`skipped: the installed package (the registry cannot be reached: ${reason})\n`);

const run = (args: readonly string[], input?: string) =>
  spawnSync(program, args, { cwd: home, env: environment(), input, encoding: "utf8" });

(offline ? describe.skip : describe)("the installed package", () => {
  test("is installed, and brings neither tests nor sources of tests", () => {
    expect(reason).toBeNull();
    const files = readdirSync(join(home, "node_modules", "narrascope"), {
      recursive: true,
      encoding: "utf8",
    });
    expect(
      files.filter((file) => /(?:^|\/)(?:tests|bench|node_modules)(?:\/|$)|\.test\./.test(file)),
    ).toEqual([]);
  });

  test("says its version and its formats", () => {
    expect(run(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(JSON.parse(run(["formats", "--json"]).stdout).write.length).toBeGreaterThan(10);
  });

  test("exports the first dossier, also as the explorer in one file", () => {
    expect(run(["export", "kremlin-moscow-suburb", "-f", "gexf"]).stdout).toContain("<gexf ");
    expect(run(["export", "kremlin-moscow-suburb", "-f", "html"]).stdout).toMatch(/^<!doctype html>/i);
  });

  test("imports a table from stdin, and finds no problem in what came of it", () => {
    const table = "source,type,target\nA,blames,B\nB,denies,C\n";
    const imported = run(["import", "-", "-o", "table"], table);
    expect([imported.status, imported.stdout]).toEqual([0, ""]);
    expect(run(["validate", "table"]).stdout).toBe("table: 3 actors, 2 statements; no problem\n");
  });

  test("serves pages and their files, until it is told to stop", async () => {
    const server = spawn(program, ["serve"], {
      cwd: home,
      env: environment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => server.once("close", resolve));
    let output = "";
    const address = await new Promise<string>((resolve) => {
      server.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const found = /serves at (\S+)/.exec(output)?.[1];
        if (found) resolve(found);
      });
    });
    const page = await (await fetch(`${address}/d/kremlin-moscow-suburb`)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    expect((await fetch(`${address}${script}`)).status).toBe(200);
    expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ status: "ok" });
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  test("ends quietly when who reads it has enough", () => {
    const line = `"${program}" export kremlin-moscow-suburb -f gexf | head -c 10`;
    const done = spawnSync("sh", ["-c", line], { cwd: home, env: environment(), encoding: "utf8" });
    expect([done.stdout, done.stderr]).toEqual(["<?xml vers", ""]);
  });
});
