/** Files in one ZIP archive: the same files give the same bytes. */
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from "fflate";
import { errorAt, InvalidDataError } from "../errors.ts";

/** The earliest date that an archive can hold: the time of writing is nobody's business. */
const WRITTEN = new Date(1980, 0, 1);

export function writeArchive(files: readonly (readonly [path: string, text: string])[]): Uint8Array {
  const entries = files.map(([path, text]): [string, Uint8Array] => [path, strToU8(text.toWellFormed())]);
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: WRITTEN, level: 6 });
}

/** Bytes of all files together, unpacked. */
const LARGEST = 500_000_000;

/** The files of these names, wherever they lie in the archive; what else is in it is not unpacked. */
export function readArchive(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!names.includes(baseName(name))) return false;
    size += originalSize;
    if (size > LARGEST) refuse(`unpacks to more than ${LARGEST / 1_000_000} MB`);
    return true;
  };
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(unpack(bytes, filter))) files.set(baseName(path), content);
  return files;
}

/** All files by their paths. */
export function readFiles(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  const filter = ({ originalSize }: UnzipFileInfo) => {
    size += originalSize;
    if (size > LARGEST) refuse(`unpacks to more than ${LARGEST / 1_000_000} MB`);
    return true;
  };
  return new Map(Object.entries(unpack(bytes, filter)));
}

function unpack(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof InvalidDataError) throw error;
    return refuse(`is damaged: ${error instanceof Error ? error.message : error}`);
  }
}

function refuse(why: string): never {
  throw new InvalidDataError(`The archive ${why}.`, [errorAt("", `the archive ${why}`)]);
}

const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Whether these bytes begin an archive with a file of this name near its beginning. */
export function holdsFile(head: Uint8Array, name: string): boolean {
  const [p, k, three, four] = head;
  return p === 0x50 && k === 0x4b && three === 3 && four === 4 && strFromU8(head, true).includes(name);
}
