/** What keeps a task from its result, and how errors go from one thread to another, which copies lose their class. */
import {
  InvalidDataError,
  NotFoundError,
  type Problem,
  UnavailableError,
  UsageError,
} from "../../graph-data/errors.ts";

/** A task took longer than it may. */
export class OverrunError extends Error {
  override readonly name = "OverrunError";
  constructor(milliseconds: number) {
    super(`the work took longer than ${milliseconds / 1000} s`);
  }
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly stack: string | undefined;
}

const OURS = { InvalidDataError, NotFoundError, UnavailableError, UsageError } as const;

export function packFailure(error: unknown): Failure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const problems = (error as { problems?: readonly Problem[] } | null)?.problems ?? [];
  return { name, message, problems, stack };
}

/** One of our errors again, or a plain one with the place where it was thrown. */
export function unpackFailure({ name, message, problems, stack }: Failure): Error {
  if (isOurs(name)) return new OURS[name](message, problems);
  return Object.assign(new Error(message), { stack });
}

/** Whether an answer was refused in the ordinary way: the thread that said so is sound. */
export function isRefusal({ name }: Failure): boolean {
  return isOurs(name);
}

function isOurs(name: string): name is keyof typeof OURS {
  return Object.hasOwn(OURS, name);
}
