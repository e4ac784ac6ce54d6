/** The command line without a process: what it printed and complained, and its exit code. */
import { fileURLToPath } from "node:url";
import type { Command, ExitCode, Surroundings } from "../../server/cli/command.ts";
import { runCommand } from "../../server/cli/index.ts";

export interface Ran {
  readonly code: ExitCode;
  readonly output: string;
  readonly bytes: Uint8Array;
  readonly errors: string;
}

export interface Given {
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
}

export async function runLine(
  commands: readonly Command[],
  args: readonly string[],
  given: Given = {},
): Promise<Ran> {
  const printed: Uint8Array[] = [];
  let errors = "";
  const around: Surroundings = {
    environment: {},
    stdin: portions(given.stdin ?? ""),
    print: async (content) => {
      printed.push(Buffer.from(content as string));
    },
    complain: (text) => {
      errors += `${text}\n`;
    },
    complainBare: (text) => {
      errors += text;
    },
    terminal: given.terminal ?? false,
    root: fileURLToPath(new URL("../..", import.meta.url)),
    version: "0.0.0-test",
  };
  const code = await runCommand(commands, args, around);
  const bytes = Buffer.concat(printed);
  return { code, output: bytes.toString("utf8"), bytes, errors };
}

/** In small pieces, as a pipe may bring them. */
async function* portions(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
}
