/** Something wrong with data, said so that its owner can mend it. */
export interface Problem {
  /** Where: `statements[11].evidence[0]`, a file name, a query key. Empty when it is the whole. */
  readonly path: string;
  /** What is wrong and, where it helps, what is allowed. */
  readonly message: string;
  /** An error keeps the whole from being used; a warning is shown beside it. */
  readonly severity: "error" | "warning";
}

export function errorAt(path: string, message: string): Problem {
  return { path, message, severity: "error" };
}

/** `["statements", 11, "evidence", 0]` → `statements[11].evidence[0]`. */
export function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : `${at === 0 ? "" : "."}${String(part)}`))
    .join("");
}

/** Data that cannot be used as it is. Carries every problem found, not only the first. */
export class InvalidDataError extends Error {
  override readonly name = "InvalidDataError";
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[]) {
    super(message);
    this.problems = problems;
  }
}

/** The thing asked for does not exist. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}

/** What was asked for cannot be done on this machine, whoever asks; the message says what is missing. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
}

/** The caller asked in a way that cannot be answered; the message says how to ask. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** One line a problem: `statements[3].source: there is no actor "x"`. */
export function describeProblem(problem: Problem): string {
  return problem.path === "" ? problem.message : `${problem.path}: ${problem.message}`;
}
