/** What a command is: a descriptor in a table. Help, completion and documentation are made from it. */
import { parseArgs } from "node:util";
import { errorAt, UsageError } from "../../graph-data/errors.ts";

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; without one, the option is given or not. */
  readonly value?: string;
  /** The values allowed, for the help and for completion. */
  readonly allowed?: readonly string[];
  readonly describe: string;
}

/** What a command has of the world around it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the text or bytes are handed over. */
  print(content: string | Uint8Array): Promise<void>;
  /** A line on stderr. */
  complain(text: string): void;
  /** As it is, without a line end. */
  complainBare(text: string): void;
  /** A person reads stderr: progress may be shown there. */
  readonly terminal: boolean;
  readonly root: string;
  readonly version: string;
}

/** 0: done. 1: what was asked for failed, or the data has errors. 2: the command was not used as it is meant. */
export type ExitCode = 0 | 1 | 2;

export interface Invocation {
  readonly words: readonly string[];
  /** The values of options with a value; the last one given. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly around: Surroundings;
}

export interface Command {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** What follows the name: `DOSSIER`, `FILE…`. */
  readonly words: string;
  readonly options: readonly Option[];
  /** More help: paragraphs and examples. */
  readonly more?: string;
  run(invocation: Invocation): Promise<ExitCode>;
}

export const JSON_OPTION: Option = { name: "json", describe: "answer in JSON, for programs" };
const HELP_OPTION: Option = { name: "help", short: "h", describe: "this text" };

/** Throws `UsageError` for options that the command does not have. */
export function readInvocation(command: Command, args: readonly string[], around: Surroundings): Invocation {
  const options = [...command.options, HELP_OPTION];
  const config = options.map(({ name, short, value }) => [
    name,
    { type: value === undefined ? ("boolean" as const) : ("string" as const), ...(short ? { short } : {}) },
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(config),
      allowPositionals: true,
    });
    checkAllowed(command, values);
    const given = Object.entries(values);
    return {
      words: positionals,
      values: Object.fromEntries(
        given.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      ),
      flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
      around,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = error instanceof Error ? error.message.split(". ")[0]! : String(error);
    throw new UsageError(`narrascope ${command.name}: ${message}; see narrascope ${command.name} --help`);
  }
}

function checkAllowed({ name, options }: Command, values: Record<string, unknown>): void {
  const wrong = options.flatMap(({ name: option, allowed }) => {
    const value = values[option];
    if (!allowed || typeof value !== "string" || allowed.includes(value)) return [];
    return [errorAt(`--${option}`, `"${value}" is not allowed; allowed: ${allowed.join(", ")}`)];
  });
  if (wrong.length > 0) throw new UsageError(`narrascope ${name} cannot be run like this.`, wrong);
}

/** Usage, what it does, its options in two columns. */
export function describeCommand(command: Command): string {
  const { name, words, summary, options, more } = command;
  const rows = [...options, HELP_OPTION].map((option) => [spell(option), describeOption(option)] as const);
  const wide = Math.max(...rows.map(([spelled]) => spelled.length));
  const list = rows.map(([spelled, words]) => `  ${spelled.padEnd(wide)}  ${words}`).join("\n");
  const usage = `Usage: narrascope ${name} ${words} [options]`.replace("  ", " ");
  return `${usage}\n\n${summary}\n${more ? `\n${more}\n` : ""}\nOptions:\n${list}\n`;
}

function spell({ name, short, value }: Option): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

function describeOption({ describe, allowed }: Option): string {
  return allowed ? `${describe}: ${allowed.join(", ")}` : describe;
}
