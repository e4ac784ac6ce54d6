import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { findChromium } from "../../scripts/chromium.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "narrascope-chromium-"));
  for (const name of ["chromium-browser", "google-chrome", "other"]) {
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), 0o755);
  }
  writeFileSync(join(folder, "chromium"), "not a program");
  chmodSync(join(folder, "chromium"), 0o644);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("CHROMIUM_PATH goes before all", () => {
  expect(findChromium({ CHROMIUM_PATH: join(folder, "other"), PATH: folder })).toBe(join(folder, "other"));
});

test("a CHROMIUM_PATH that is no program is an error that names it, not passed over", () => {
  expect(() => findChromium({ CHROMIUM_PATH: "/nowhere/chromium", PATH: folder })).toThrow(
    'CHROMIUM_PATH is "/nowhere/chromium", which is no program',
  );
});

test("then the first name that is a program on PATH", () => {
  expect(findChromium({ PATH: `/nowhere::${folder}` })).toBe(join(folder, "chromium-browser"));
});
