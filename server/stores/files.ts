/** Single files: what they are, whether they changed, why they cannot be read. */
import type { Stats } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import { errorAt, type Problem } from "../../graph-data/errors.ts";

type Inspected = { readonly size: number } | { readonly problem: Problem };

/** A regular file, inside the folder once links are followed. */
export async function inspectFile(file: string, folder: string | null, path: string): Promise<Inspected> {
  const problem = (message: string): Inspected => ({ problem: errorAt(path, message) });
  let real: string;
  let found: Stats;
  try {
    real = await realpath(file);
    found = await stat(real);
  } catch (error) {
    return problem(describeFailure(error));
  }
  if (folder !== null && !isInside(real, await realpath(folder))) {
    return problem("leads out of the dossier's folder; only files inside it are read");
  }
  return found.isFile() ? { size: found.size } : problem("is not a file");
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function describeFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "may not be read";
  if (code === "ELOOP") return "is a link that leads to itself";
  return `cannot be read (${code ?? "unknown reason"})`;
}

/** What a change of the files shows in, without reading them. */
export async function signFiles(paths: readonly string[]): Promise<string> {
  const signatures = paths.filter(Boolean).map(async (path) => {
    const found = await stat(path, { bigint: true }).catch(() => null);
    return found === null ? "-" : `${found.ino}.${found.size}.${found.mtimeNs}.${found.ctimeNs}`;
  });
  return (await Promise.all(signatures)).join(" ");
}
