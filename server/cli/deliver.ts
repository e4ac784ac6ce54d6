/** Where a command's content goes, and what `--json` tells about it. */
import { writeFile } from "node:fs/promises";
import type { Invocation } from "./command.ts";

/**
 * Content into the file of `--output`, or to stdout. With `--json` the report, which names the file, goes where the
 * content does not: to stdout beside a file, to stderr otherwise.
 */
export async function deliver(
  content: string | Uint8Array,
  report: object,
  { values: { output }, flags, around }: Invocation,
): Promise<void> {
  if (output === undefined) await around.print(content);
  else await writeFile(output, content);
  if (!flags.has("json")) return;
  const line = JSON.stringify({ ...report, file: output ?? null });
  if (output === undefined) around.complain(line);
  else await around.print(`${line}\n`);
}
