/** Whether somebody still waits for a response. */
import type { Response } from "express";

/** Aborted when the response is closed: sent, or its client gone. */
export function closingOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  return controller.signal;
}

/** Of work that was given up because nobody waited for it. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "AbortError";
}
