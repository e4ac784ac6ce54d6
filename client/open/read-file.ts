/** A file → a dossier with a place for every actor, and the report of how it was read. */
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { InvalidDataError, UsageError } from "../../graph-data/errors.ts";
import { createCollector } from "../../graph-data/formats/collect.ts";
import {
  HEAD_BYTES,
  type Reader,
  type ReadOptions,
  type Recognised,
  type Report,
  recogniseReader,
} from "../../graph-data/formats/reader.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { layoutDossier } from "../../graph-data/layout/index.ts";
import type { Opened } from "./kept.ts";
import type { Stage } from "./messages.ts";

/** As on the server. */
export const LARGEST_FILE = 50 * 2 ** 20;

export type Progress = (stage: Stage, share: number | null) => void;

/** Throws `InvalidDataError` with places for what the file holds, `UsageError` for a file that nobody reads. */
export async function readFile(
  file: File,
  reader: Reader,
  options: ReadOptions,
  progress: Progress,
): Promise<Opened> {
  if (file.size > LARGEST_FILE)
    throw new UsageError(
      `${file.name} has ${megabytes(file.size)}; up to ${megabytes(LARGEST_FILE)} are read.`,
    );
  const { dossier, report } = await collect(file, reader, options, progress);
  progress("checking", null);
  const parsed = parseDossier(dossier);
  if (!parsed.dossier) throw new InvalidDataError(`${file.name} cannot be opened.`, parsed.problems);
  progress("arranging", null);
  const narrative = buildGraph(parsed.dossier, parsed.anchors);
  const positions = { ...layoutDossier(narrative), ...parsed.dossier.positions };
  return { dossier: { ...parsed.dossier, positions }, report, problems: parsed.problems };
}

async function collect(
  file: File,
  reader: Reader,
  options: ReadOptions,
  progress: Progress,
): Promise<{ dossier: Dossier; report: Report }> {
  const { sink, assemble } = createCollector(options);
  const reading = reader.open(sink, options);
  const portions = file.stream().getReader();
  let read = 0;
  for (let next = await portions.read(); !next.done; next = await portions.read()) {
    reading.push(next.value);
    read += next.value.length;
    progress("reading", read / file.size);
  }
  const report = reading.end();
  return { dossier: assemble(), report };
}

/** The first bytes. Throws `UsageError` for a file without any. */
export async function readHead(file: File): Promise<Uint8Array> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head.length === 0) throw new UsageError(`${file.name} is empty.`);
  return head;
}

/** Throws `UsageError` where no reader thinks that the file is its own. */
export function chooseReader(name: string, head: Uint8Array, readers: readonly Reader[]): Recognised<Reader> {
  const recognised = recogniseReader(readers, name, head);
  if (!recognised) throw new UsageError(`${name} is in none of the formats that can be opened.`);
  return recognised;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1)} MB`;
}
