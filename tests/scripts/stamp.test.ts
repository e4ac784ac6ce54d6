import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { fingerprintSources, isBuilt, markBuilt } from "../../scripts/stamp.js";

let root = "";
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "narrascope-stamp-"));
  write("client/main.tsx", "one");
  write("graph-data/lens/lens.ts", "two");
  write("graph-data/dossiers/a/dossier.json", "{}");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a build", () => {
  const build = () => markBuilt(root, fingerprintSources(root));

  test("is stale until it was made, then fresh", () => {
    expect(isBuilt(root)).toBe(false);
    build();
    expect(isBuilt(root)).toBe(true);
  });

  test.each([
    ["a source's size", () => write("client/main.tsx", "longer")],
    ["a source's time", () => utimesSync(join(root, "graph-data/lens/lens.ts"), 1, 1)],
    ["a new source", () => write("server/main.ts", "three")],
    [
      "a source's name",
      () => {
        rmSync(join(root, "client/main.tsx"));
        write("client/other.tsx", "one");
      },
    ],
    ["the lock file", () => write("package-lock.json", '{"lockfileVersion": 3}')],
  ])("is stale after a change of %s", (_, change) => {
    build();
    change();
    expect(isBuilt(root)).toBe(false);
  });

  test("stays fresh when dossiers and views change: they are read, not bundled", () => {
    build();
    write("graph-data/dossiers/a/dossier.json", '{"id": "a"}');
    write("views/home.ejs", "<p>");
    expect(isBuilt(root)).toBe(true);
  });
});
