/** Whether somebody still waits for a response. */
import type { Response } from "express";

/** Aborted when the client goes before it has the whole response. */
export function closingOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Of work that was given up because nobody waited for it. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "AbortError";
}
