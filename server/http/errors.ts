/** Errors → what is said over HTTP. The one place that maps them to a status. */
import { STATUS_CODES } from "node:http";
import {
  InvalidDataError,
  NotFoundError,
  type Problem,
  UnavailableError,
  UsageError,
} from "../../graph-data/errors.ts";
import { OverrunError } from "../work/failures.ts";

/** A refusal that only HTTP knows: a wrong method, an address too long. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** RFC 9457, with the problems of the data or the query beside it. */
export interface ProblemDetails {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly problems?: readonly Problem[];
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

export function toProblemDetails(error: unknown): ProblemDetails {
  if (error instanceof NotFoundError) return details(404, error.message);
  if (error instanceof UsageError) return details(400, error.message, error.problems);
  if (error instanceof InvalidDataError) return details(422, error.message, error.problems);
  if (error instanceof UnavailableError) return details(501, error.message);
  if (error instanceof HttpError) return details(error.status, error.message);
  if (error instanceof OverrunError)
    return details(503, `This was given up: ${error.message}. A narrower lens takes less.`);
  const status = statusOf(error);
  if (status === 400) return details(400, "The address is not percent-encoded text.");
  if (status !== null) return details(status, `${STATUS_CODES[status] ?? "The request was refused"}.`);
  return details(500, "Something went wrong here. The request and its number are in the server's log.");
}

function details(status: number, detail: string, problems: readonly Problem[] = []): ProblemDetails {
  const title = STATUS_CODES[status] ?? "Error";
  return { type: "about:blank", title, status, detail, ...(problems.length > 0 ? { problems } : {}) };
}

/** Errors of Express and its parts carry a status; only those that blame the request are passed on. */
function statusOf(error: unknown): number | null {
  if (error instanceof URIError) return 400;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

export function headersOf(error: unknown): Readonly<Record<string, string>> {
  return error instanceof HttpError ? error.headers : {};
}
