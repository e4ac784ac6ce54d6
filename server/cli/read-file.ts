/** One file, folder or stdin → a sink, in the format that it is in. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { joinPortions } from "../../graph-data/formats/portions.ts";
import {
  HEAD_BYTES,
  type Reader,
  type ReadOptions,
  type Report,
  recogniseReader,
  type Sink,
} from "../../graph-data/formats/reader.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import { loadSqlite } from "../sqlite.ts";
import type { Surroundings } from "./command.ts";
import { hasErrors, readFiles } from "./open.ts";
import { showProgress } from "./progress.ts";
import { chooseColumns } from "./table-columns.ts";

export interface ReadChoices {
  /** A reader's id; recognised when absent. */
  readonly format?: string;
  readonly columns?: string;
}

/** `word`: a path, or `-` for stdin. Throws `InvalidDataError` with the file's name, `UsageError` for the choices. */
export async function readWord(
  word: string,
  sink: Sink,
  choices: ReadChoices,
  around: Surroundings,
): Promise<Report> {
  const name = word === "-" ? "stdin" : basename(word);
  try {
    const { portions, size } = await openBytes(word, around);
    const progress = showProgress(around, name, size);
    try {
      return await read(portions, name, sink, choices, (bytes) => progress.add(bytes));
    } finally {
      progress.end();
    }
  } catch (error) {
    if (error instanceof InvalidDataError)
      throw new InvalidDataError(`${name}: ${error.message}`, error.problems);
    // What an engine says of a text that is longer than it can hold.
    if (error instanceof RangeError && /string l/i.test(error.message))
      throw new InvalidDataError(`${name}: the file is too large to be read whole.`, []);
    throw error;
  }
}

async function read(
  portions: AsyncIterable<Uint8Array>,
  name: string,
  sink: Sink,
  choices: ReadChoices,
  progress: (bytes: number) => void,
): Promise<Report> {
  const waiting: Uint8Array[] = [];
  let length = 0;
  let reading: ReturnType<Reader["open"]> | null = null;
  const begin = async () => {
    const head = joinPortions(waiting);
    reading = await openReading(head.subarray(0, HEAD_BYTES), name, sink, choices);
    reading.push(head);
    return reading;
  };
  for await (const bytes of portions) {
    length += bytes.length;
    progress(bytes.length);
    if (reading) (reading as ReturnType<Reader["open"]>).push(bytes);
    else {
      waiting.push(bytes);
      if (length >= HEAD_BYTES) await begin();
    }
  }
  if (length === 0) throw new InvalidDataError("the file is empty", []);
  return (reading ?? (await begin())).end();
}

async function openReading(head: Uint8Array, name: string, sink: Sink, { format, columns }: ReadChoices) {
  const reader = format
    ? READERS.find(({ id }) => id === format)
    : recogniseReader(READERS, name, head)?.reader;
  if (!reader) {
    const formats = READERS.map(({ id }) => id).join(", ");
    throw new InvalidDataError(`the format is not recognised; say it with --format: ${formats}`, []);
  }
  const options: ReadOptions = {
    name,
    ...(columns === undefined ? {} : { columns: chooseColumns(columns, reader, head) }),
    ...(reader.needs?.includes("sqlite") ? { sqlite: await loadSqlite() } : {}),
  };
  return reader.open(sink, options);
}

interface Bytes {
  readonly portions: AsyncIterable<Uint8Array>;
  /** `null` where nobody knows it. */
  readonly size: number | null;
}

async function openBytes(word: string, { stdin }: Surroundings): Promise<Bytes> {
  if (word === "-") return { portions: stdin, size: null };
  const found = await stat(word);
  return found.isDirectory()
    ? openFolder(word)
    : { portions: createReadStream(word, { highWaterMark: 1 << 20 }), size: found.size };
}

/** A dossier's folder as the one file that it could be. */
async function openFolder(path: string): Promise<Bytes> {
  const location = { name: path, file: join(path, "dossier.json"), folder: path, source: path };
  const { value, problems } = await readFiles(location);
  if (value === undefined || hasErrors(problems))
    throw new InvalidDataError("the folder holds no dossier that can be read", problems);
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const portions = (async function* () {
    yield bytes;
  })();
  return { portions, size: bytes.length };
}
