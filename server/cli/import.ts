/** `narrascope import`: files of other tools → a dossier's folder, with a report of what became of them. */
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { countWords } from "../../graph-data/display/words.ts";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { writeDossier } from "../../graph-data/dossier/write.ts";
import { describeProblem, InvalidDataError, type Problem, UsageError } from "../../graph-data/errors.ts";
import type { Report } from "../../graph-data/formats/reader.ts";
import { READERS, recogniseReader } from "../../graph-data/formats/readers.ts";
import { loadSqlite } from "../sqlite.ts";
import { LARGEST_DOSSIER } from "../stores/reading.ts";
import { type Command, type Invocation, JSON_OPTION, type Surroundings } from "./command.ts";
import { createFolderSink, type FolderSink } from "./folder-sink.ts";
import { hasErrors, readFiles } from "./open.ts";
import { showProgress } from "./progress.ts";

/** Bytes that a format is recognised by. */
const HEAD = 65_536;

/** `parameters`: what readers need of the world around them. */
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
    { name: "columns", value: "MAP", describe: "of a table: source=Actor 1,target=Actor 2,type=Action" },
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

async function importAll({ words, values, flags, around }: Invocation): Promise<0> {
  const scratch = values.output === undefined ? mkdtempSync(join(tmpdir(), "narrascope-import-")) : null;
  const goal = resolve(values.output ?? join(scratch!, dossierId(words[0]!)));
  const kept = createFolderSink(goal);
  const stay = around.onInterrupt(() => kept.discard());
  try {
    const reports: Report[] = [];
    for (const [at, word] of words.entries()) {
      const prefix = words.length > 1 ? `f${at + 1}-` : "";
      reports.push(await readOne(word, prefix, kept, values, around));
    }
    const folder = await kept.close(
      dossierId(values.output ?? words[0]!),
      values.title ?? basename(words[0]!, extname(words[0]!)),
    );
    const checked = await check(folder);
    if (values.output !== undefined) {
      if (existsSync(goal)) rmSync(goal, { recursive: true });
      kept.moveTo(goal);
      if (flags.has("json"))
        await around.print(`${JSON.stringify({ ...kept.counts, reports, ...checked.plain }, null, 2)}\n`);
      else around.complain(describeReport(reports, kept, checked.plain.problems).trimEnd());
    } else {
      await around.print(checked.text);
      around.complain(
        flags.has("json")
          ? JSON.stringify({ ...kept.counts, reports, ...checked.plain })
          : describeReport(reports, kept, checked.plain.problems).trimEnd(),
      );
    }
    return 0;
  } finally {
    stay();
    kept.discard();
    if (scratch) rmSync(scratch, { recursive: true, force: true });
  }
}

interface ReadChoices {
  readonly format?: string;
  readonly columns?: string;
}

async function readOne(
  word: string,
  prefix: string,
  kept: FolderSink,
  { format, columns }: ReadChoices,
  around: Surroundings,
): Promise<Report> {
  const name = word === "-" ? "stdin" : basename(word);
  const { chunks, size } = await openBytes(word, around);
  const progress = showProgress(around, name, size);
  try {
    const { head, rest } = await takeHead(chunks, HEAD);
    if (head.length === 0) throw new InvalidDataError("the file is empty", []);
    const reader = READERS.find(({ id }) => id === format) ?? recogniseReader(name, head);
    if (!reader) throw unrecognised();
    const reading = reader.open(kept.sink(prefix), {
      name,
      ...(columns ? { columns: readColumns(columns) } : {}),
      ...(reader.needs?.includes("sqlite") ? { sqlite: await loadSqlite() } : {}),
    });
    for await (const bytes of rest) {
      reading.push(bytes);
      progress.add(bytes.length);
    }
    return reading.end();
  } catch (error) {
    if (error instanceof InvalidDataError)
      throw new InvalidDataError(`${name}: ${error.message}`, error.problems);
    throw error;
  } finally {
    progress.end();
  }
}

/** The first bytes, gathered until there are `most` of them or no more; and all bytes, these among them. */
async function takeHead(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  for (let next = await source.next(); !next.done; next = await source.next()) {
    first.push(next.value);
    length += next.value.length;
    if (length >= most) break;
  }
  async function* all() {
    yield* first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  return { head: Buffer.concat(first).subarray(0, most), rest: all() };
}

function unrecognised(): InvalidDataError {
  const formats = READERS.map(({ id }) => id).join(", ");
  return new InvalidDataError(`the format is not recognised; say it with --format: ${formats}`, []);
}

async function openBytes(
  word: string,
  around: Surroundings,
): Promise<{ chunks: AsyncIterable<Uint8Array>; size: number | null }> {
  if (word === "-") return { chunks: around.stdin, size: null };
  const found = await stat(word);
  if (found.isDirectory()) {
    const { value, problems } = await readFiles({
      name: word,
      file: join(word, "dossier.json"),
      folder: word,
      source: word,
    });
    if (value === undefined)
      throw new InvalidDataError(`"${word}" holds no dossier that can be read.`, problems);
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return {
      chunks: (async function* () {
        yield bytes;
      })(),
      size: bytes.length,
    };
  }
  await (await open(word)).close();
  return { chunks: createReadStream(word, { highWaterMark: 1 << 20 }), size: found.size };
}

/** `source=Who,target=Whom` → what each part of a statement is called in the table. */
function readColumns(text: string): Record<string, string> {
  const pairs = text.split(",").map((pair) => pair.split("="));
  const wrong = pairs.find((pair) => pair.length !== 2 || pair.some((part) => part.trim() === ""));
  if (wrong) throw new UsageError(`--columns: "${wrong.join("=")}" is not a pair such as source=Who.`);
  return Object.fromEntries(pairs.map(([part, column]) => [part!.trim(), column!.trim()]));
}

/** Reads what was written as the server will; throws when that has errors. Too large a dossier is not read. */
async function check(
  folder: string,
): Promise<{ text: string; plain: { problems: readonly Problem[]; checked: boolean } }> {
  const { value, problems } = await readFiles({
    name: "",
    file: join(folder, "dossier.json"),
    folder,
    source: "",
  });
  const { size } = await stat(join(folder, "dossier.json"));
  if (value === undefined && size > LARGEST_DOSSIER) return { text: "", plain: { problems, checked: false } };
  const parsed = parseDossier(value);
  const all = [...problems, ...parsed.problems];
  if (!parsed.dossier || hasErrors(all))
    throw new InvalidDataError("What was read does not make a dossier.", all);
  return { text: writeDossier(parsed.dossier), plain: { problems: all, checked: true } };
}

function dossierId(path: string): string {
  const id = basename(path === "-" ? "stdin" : path, extname(path))
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id.slice(0, 100) || "dossier";
}

/** In the order read, mapped, guessed, left out; warnings of the check last. */
function describeReport(
  reports: readonly Report[],
  { counts }: FolderSink,
  problems: readonly Problem[],
): string {
  const lines = reports.flatMap(({ format, notes }) => [
    `format: ${format}`,
    ...notes.map(
      ({ kind, what, count, places }) =>
        `  ${kind}: ${count.toLocaleString("en")} ${what}${places.length > 0 ? ` (${places.join("; ")}${count > places.length ? "; …" : ""})` : ""}`,
    ),
  ]);
  const total = `imported ${countWords(counts.statements, "statement")} of ${countWords(counts.actors, "actor")} in ${countWords(counts.documents, "document")}`;
  const warnings = problems.map((problem) => `  ${problem.severity}: ${describeProblem(problem)}`);
  return [...lines, total, ...warnings].join("\n");
}
