import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { listCommands } from "../../../server/cli/commands.ts";
import { runLine } from "../../support/command-line.ts";

const FIRST = "kremlin-moscow-suburb";
const folder = mkdtempSync(join(tmpdir(), "narrascope-brief-"));
afterAll(() => rmSync(folder, { recursive: true }));

const commands = listCommands();
const run = (args: readonly string[], given?: Parameters<typeof runLine>[2]) =>
  runLine(commands, ["brief", ...args], given);
const keep = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("narrascope brief", () => {
  test("writes to stdout, and says nothing else", async () => {
    const { code, output, errors } = await run([
      FIRST,
      "-f",
      "md",
      "-l",
      "family=denial",
      "--date",
      "2026-11-23",
    ]);
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toContain("\n2026-11-23\n");
    expect(output).toContain("“Putin denied its Islamist dimension and ISIS-K involvement”");
    expect(output).toContain("(<http://127.0.0.1:4280/d/kremlin-moscow-suburb?family=denial&select=");
  });

  test("the output's name says the form; --json reports", async () => {
    const file = join(folder, "brief.json");
    const { code, output } = await run([
      FIRST,
      "-l",
      "family=denial",
      "--date",
      "none",
      "--json",
      "-o",
      file,
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ format: "json", lens: "family=denial", date: null, file });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      format: "narrascope-briefing/1",
      date: null,
    });
  });

  test("the analyst's words come from a file or from stdin", async () => {
    const words = "title: Mine\nhandling: { tlp: 'TLP:RED' }";
    const args = [FIRST, "-f", "md", "-l", "family=denial", "--date", "2026-11-23", "--words"];
    const fromFile = await run([...args, keep("words.yaml", words)]);
    const fromStdin = await run([...args, "-"], { stdin: words });
    expect(fromFile.output).toBe(fromStdin.output);
    expect(fromFile.output).toContain("# Mine");
    expect(fromFile.output).toContain("TLP:RED");
  });

  test("figures lie beside zipped Markdown, which names them", async () => {
    const { bytes } = await run([FIRST, "-f", "md-zip", "-l", "family=denial"]);
    const files = unzipSync(bytes);
    const text = new TextDecoder().decode(files["briefing.md"]);
    const named = [...text.matchAll(/\]\((figures\/[\w-]+\.svg)\)/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(1);
    expect(Object.keys(files).sort()).toEqual(["briefing.md", ...named].sort());
  });

  test("links lead to the server that is named", async () => {
    const { output } = await run([
      FIRST,
      "-f",
      "json",
      "-l",
      "family=denial",
      "--base",
      "https://d.example/n/",
    ]);
    expect(JSON.parse(output).evidence[0].links.view).toMatch(/^https:\/\/d\.example\/n\/d\/kremlin/);
  });
});

describe("refusals", () => {
  test.each([
    ["no dossier", [], 2, "needs one dossier"],
    ["no form", [FIRST], 2, "needs --format"],
    ["an unknown form", [FIRST, "-f", "rtf"], 2, "--format"],
    ["an unknown key of the lens", [FIRST, "-f", "md", "-l", "colour=red"], 2, "colour"],
    ["an empty slice", [FIRST, "-f", "md", "-l", "q=nothinglikethis"], 2, "Nothing matches this lens"],
    ["what is no day", [FIRST, "-f", "md", "--date", "tomorrow"], 2, "--date"],
    ["what is no address", [FIRST, "-f", "md", "--base", "ftp://x"], 2, "--base"],
    ["words that are not there", [FIRST, "-f", "md", "-w", join(folder, "none.yaml")], 2, "ENOENT"],
    ["dossier and words both from stdin", ["-", "-f", "md", "-w", "-"], 2, "stdin"],
  ])("%s", async (_, args, wanted, message) => {
    const { code, output, errors } = await run(args);
    expect([code, output]).toEqual([wanted, ""]);
    expect(errors).toContain(message);
  });

  test("broken words, with line and column", async () => {
    const { code, errors } = await run([FIRST, "-f", "md", "-w", keep("broken.yaml", "title: a\nauthor: [")]);
    expect(code).toBe(2);
    expect(errors).toMatch(/line \d+, column \d+/);
  });

  test("words that are not UTF-8", async () => {
    writeFileSync(join(folder, "latin.yaml"), Buffer.from([0x74, 0x3a, 0x20, 0xe4]));
    const { code, errors } = await run([FIRST, "-f", "md", "-w", join(folder, "latin.yaml")]);
    expect([code, errors]).toEqual([1, expect.stringContaining("is not UTF-8")]);
  });
});
