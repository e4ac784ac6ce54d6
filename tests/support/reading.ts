/** Files as tests of readers want them: read as the program reads them, in portions of any size. */
import { existsSync, readdirSync } from "node:fs";
import { expect } from "@jest/globals";
import { InvalidDataError } from "../../graph-data/errors.ts";
import type { Note, Reader, ReadOptions } from "../../graph-data/formats/reader.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { type Collected, collectDossier } from "./collect.ts";

/** Test data that lies beside the project and not in it. */
export const SHARED = new URL("../../../shared/data/", import.meta.url);

/** Paths within a folder of the test data, in order; none where it is absent. */
export function sharedFiles(folder: string, ending: RegExp): string[] {
  const url = new URL(`${folder}/`, SHARED);
  if (!existsSync(url)) return [];
  const names = readdirSync(url, { recursive: true, encoding: "utf8" });
  return names.filter((name) => ending.test(name)).sort();
}

export function readerOf(id: string): Reader {
  const reader = READERS.find((candidate) => candidate.id === id);
  if (!reader) throw new Error(`no reader ${id}`);
  return reader;
}

export function readAs(
  id: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  options: Partial<ReadOptions> = {},
): Collected {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return collectDossier(readerOf(id), bytes, { name: "file.json", ...options });
}

export function sliceRead({ dossier, anchors }: Collected): Slice {
  return sliceGraph(buildGraph(dossier, anchors), {});
}

/** The error with which a file is refused; it must have a message and say what is wrong. */
export function refusalOf(read: () => unknown): InvalidDataError {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidDataError);
    expect((error as InvalidDataError).problems.length).toBeGreaterThan(0);
    return error as InvalidDataError;
  }
  throw new Error("was not refused");
}

/** Notes without their places: "mapped: ids of actors made valid (2)". */
export function notesOf({ report }: Pick<Collected, "report">): string[] {
  return report.notes.map(({ kind, what, count }: Note) => `${kind}: ${what} (${count})`);
}
