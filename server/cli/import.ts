/** `narrascope import`: files of other tools → a dossier's folder, with a report of what became of them. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { errorAt, InvalidDataError, UsageError } from "../../graph-data/errors.ts";
import type { Report } from "../../graph-data/formats/reader.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import { checkFolder } from "./check-folder.ts";
import { type Command, type Invocation, JSON_OPTION } from "./command.ts";
import { createFolderSink, type FolderSink } from "./folder-sink.ts";
import { describeImport, type Imported, reportImport } from "./import-report.ts";
import { readWord } from "./read-file.ts";
import { undoOnSignal } from "./signals.ts";

export const importFiles: Command = {
  name: "import",
  summary:
    "Makes a dossier of files from other tools, and reports what was read, mapped, guessed and left out.",
  words: "FILE…",
  options: [
    { name: "output", short: "o", value: "FOLDER", describe: "the dossier's folder; must not exist yet" },
    {
      name: "format",
      short: "f",
      value: "F",
      allowed: READERS.map(({ id }) => id),
      describe: "the format, where it is not recognised",
    },
    {
      name: "columns",
      value: "MAP",
      describe: "of a table, where it is not recognised: source=Who,target=Whom",
    },
    { name: "title", value: "TEXT", describe: "the dossier's title" },
    JSON_OPTION,
  ],
  more: `FILE may be - for stdin. Several files become one dossier. Without --output, the dossier is printed as one JSON
file. Either all of it is imported or nothing is.

  narrascope import 20150218230000.export.CSV -o events
  narrascope import table.csv --columns "source=Who,target=Whom,date=When" -o study`,
  async run(invocation) {
    const { words, values } = invocation;
    if (words.length === 0)
      throw new UsageError("narrascope import needs a file; see narrascope import --help");
    const missing = words.filter((word) => word !== "-" && !existsSync(word));
    if (missing.length > 0)
      throw new UsageError(`There is no file ${missing.map((word) => `"${word}"`).join(", ")}.`);
    if (values.output === "") throw new UsageError("--output is empty; it names the dossier's folder.");
    if (values.output !== undefined && existsSync(values.output) && !isEmpty(values.output))
      throw new UsageError(`"${values.output}" is there already; import makes a new folder.`);
    return importAll(invocation);
  },
};

function isEmpty(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

async function importAll(invocation: Invocation): Promise<0> {
  const { values } = invocation;
  const scratch = values.output === undefined ? mkdtempSync(join(tmpdir(), "narrascope-import-")) : null;
  const goal = resolve(values.output ?? join(scratch!, "dossier"));
  let kept: FolderSink | null = null;
  const discard = () => {
    kept?.discard();
    if (scratch) rmSync(scratch, { recursive: true, force: true });
  };
  const release = undoOnSignal(discard);
  try {
    kept = createFolderSink(goal);
    await fillAndHandOver(invocation, kept, scratch ? null : goal);
    return 0;
  } finally {
    discard();
    release();
  }
}

/** `goal`: the folder asked for; `null` where the dossier is printed. */
async function fillAndHandOver(invocation: Invocation, kept: FolderSink, goal: string | null): Promise<void> {
  const { words, values, around } = invocation;
  const reports: Report[] = [];
  for (const [at, word] of words.entries()) {
    const sink = kept.sink(words.length > 1 ? `f${at + 1}-` : "");
    reports.push(await readWord(word, sink, values, around));
    // Of a file alone the check of the whole tells it, with places.
    if (words.length > 1) demandActors(word, sink.lacking);
  }
  const title = values.title === undefined ? {} : { title: values.title };
  const folder = await kept.close(title, {
    id: dossierId(values.output ?? words[0]!),
    title: words[0] === "-" ? "stdin" : basename(words[0]!, extname(words[0]!)),
  });
  const { text, problems } = await checkFolder(folder);
  if (goal !== null) moveInto(goal, kept);
  else if (text !== null) await around.print(text);
  else throw new InvalidDataError("The dossier is too large to be printed; give --output.", problems);
  await tell(reportImport(kept, reports, { problems, checked: text !== null }), invocation);
}

function demandActors(word: string, lacking: readonly string[]): void {
  if (lacking.length === 0) return;
  const problems = lacking.map((id) => errorAt("actors", `there is no actor "${id}"`));
  throw new InvalidDataError(
    `${basename(word)}: its statements name actors that it does not have.`,
    problems,
  );
}

function dossierId(path: string): string {
  const id = basename(path === "-" ? "stdin" : path, extname(path))
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id.slice(0, 100) || "dossier";
}

/** An empty folder that is there is replaced. */
function moveInto(goal: string, kept: FolderSink): void {
  if (existsSync(goal)) rmSync(goal, { recursive: true });
  kept.moveTo(goal);
}

/** The report goes to stdout where a program asks for it and nothing else is there. */
async function tell(imported: Imported, { values, flags, around }: Invocation): Promise<void> {
  if (!flags.has("json")) around.complain(describeImport(imported));
  else if (values.output === undefined) around.complain(JSON.stringify(imported));
  else await around.print(`${JSON.stringify(imported, null, 2)}\n`);
}
