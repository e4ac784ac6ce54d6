/** LibreOffice, where the machine has it: what it makes of a file is what a reader sees. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "@jest/globals";

const runs = (program: string, argument: string) =>
  spawnSync(program, [argument], { stdio: "ignore" }).error === undefined;

/** It takes some seconds to start, and more beside other tests. */
const PATIENCE = 180_000;

export const testWithOffice = (name: string, run: () => void) =>
  runs("soffice", "--version") && runs("pdftotext", "-v")
    ? test(name, run, PATIENCE)
    : test.skip(`${name} (no LibreOffice or no pdftotext on this machine)`, run);

/** The text of each page, top to bottom. */
export function readPages(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "narrascope-office-"));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  try {
    writeFileSync(join(folder, "file.docx"), bytes);
    const options = { cwd: folder, encoding: "utf8" } as const;
    const made = spawnSync("soffice", [profile, "--headless", "--convert-to", "pdf", "file.docx"], options);
    const read = spawnSync("pdftotext", ["-layout", "file.pdf", "-"], options);
    if (read.status !== 0) throw new Error(`${made.stderr}${read.stderr}`);
    return read.stdout.split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
