/** The command line: which command is meant, its help, its exit code. */
import { describeProblem, InvalidDataError, UsageError } from "../../graph-data/errors.ts";
import {
  type Command,
  describeCommand,
  type ExitCode,
  readInvocation,
  type Surroundings,
} from "./command.ts";

import { describeFailure } from "./failures.ts";

/** Problems printed before the rest is counted. */
const MOST_PRINTED = 100;

/**
 * Runs the command that the arguments name; without one, `first`. What goes wrong is told on stderr, and in the exit
 * code: 1 when data or the system do not allow it, 2 when it was not used as it is meant.
 */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  try {
    return await dispatch(commands, args, around);
  } catch (error) {
    around.complain(describeFailure(error));
    if (error instanceof UsageError || error instanceof InvalidDataError) complainOf(error, around);
    return error instanceof UsageError ? 2 : 1;
  }
}

function complainOf({ problems }: UsageError | InvalidDataError, { complain }: Surroundings): void {
  for (const problem of problems.slice(0, MOST_PRINTED)) complain(`  ${describeProblem(problem)}`);
  if (problems.length > MOST_PRINTED) complain(`  and ${problems.length - MOST_PRINTED} more`);
}

async function dispatch(
  commands: readonly Command[],
  args: readonly string[],
  around: Surroundings,
): Promise<ExitCode> {
  const [first = "", ...rest] = args;
  if (["--help", "-h", "help"].includes(first)) {
    const asked = commands.find(({ name }) => name === rest[0]);
    await around.print(asked ? describeCommand(asked) : describeAll(commands));
    return 0;
  }
  if (["--version", "-v"].includes(first)) {
    await around.print(`${around.version}\n`);
    return 0;
  }
  const named = commands.find(({ name }) => name === first);
  const command = named ?? commands[0]!;
  const invocation = readInvocation(command, named ? rest : args, around);
  if (!invocation.flags.has("help")) return command.run(invocation);
  await around.print(describeCommand(command));
  return 0;
}

function describeAll(commands: readonly Command[]): string {
  const wide = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(wide)}  ${summary}`);
  return `Usage: narrascope COMMAND …
       narrascope [path …]      the same as narrascope serve

${rows.join("\n")}

  --help       this text; narrascope COMMAND --help tells of one command
  --version    the version

Exit codes: 0 done; 1 the data or the system did not allow it; 2 not used as it is meant.
`;
}
