/** Files in one ZIP archive: the same files give the same bytes. */
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from "fflate";
import { errorAt, InvalidDataError } from "../errors.ts";

/** The earliest date that an archive can hold: the time of writing is nobody's business. */
const WRITTEN = new Date(1980, 0, 1);

/** Packed by themselves: packing them again takes long and gains nothing. */
const PACKED = /\.png$/;

export function writeArchive(
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
): Uint8Array {
  const entries = files.map(([path, content]): [string, Uint8Array | [Uint8Array, { level: 0 }]] => {
    const bytes = typeof content === "string" ? strToU8(content.toWellFormed()) : content;
    return [path, PACKED.test(path) ? [bytes, { level: 0 }] : bytes];
  });
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: WRITTEN, level: 6 });
}

/** Bytes of all files together, unpacked. */
const LARGEST = 500 * 2 ** 20;

/** The files of these names, wherever they lie in the archive; what else is in it is not unpacked. */
export function readArchive(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const files = unpackFiles(bytes, (path) => names.includes(baseName(path)), LARGEST);
  return new Map([...files].map(([path, content]) => [baseName(path), content]));
}

/** The ways of all files in the archive, as they are written there; nothing is unpacked. */
export function listArchive(bytes: Uint8Array): string[] {
  const paths: string[] = [];
  unpack(bytes, ({ name }) => {
    if (!name.endsWith("/")) paths.push(name);
    return false;
  });
  return paths;
}

/** Throws `InvalidDataError` when those that are wanted have more than `most` bytes together, before unpacking them. */
export function unpackFiles(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  most: number,
): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  const files = unpack(bytes, ({ name, originalSize, size: packed }) => {
    if (!wanted(name)) return false;
    // An archive may say little of what it holds much of, and one portion may stand for many files.
    size += Math.max(originalSize, packed);
    if (size > most) refuse(`unpacks to more than ${most / 2 ** 20} MB`);
    return true;
  });
  return new Map(Object.entries(files));
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

/** Whether these bytes begin an archive. */
export function isArchive([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

/** Whether these bytes begin an archive with a file of this name near its beginning. */
export function holdsFile(head: Uint8Array, name: string): boolean {
  return isArchive(head) && strFromU8(head, true).includes(name);
}
