/** One line in the log for each request, when it is done. */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

export const REQUEST_ID = "X-Request-Id";

/** Asked once a second by whoever watches the server: logged only when every detail is wanted. */
const PULSE = "/healthz";

/** The request's number goes into the response, so that a reader's report and the log can be brought together. */
export function logRequests(log: Logger, clock: () => number = () => performance.now()): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const started = clock();
    response.setHeader(REQUEST_ID, id);
    const { method, originalUrl } = request;
    response.once("close", () => {
      const finished = response.writableFinished;
      const ms = Math.round((clock() - started) * 10) / 10;
      const line = { id, method, url: originalUrl.slice(0, 500), status: response.statusCode, ms };
      const level = originalUrl === PULSE ? "debug" : "info";
      log[level](finished ? line : { ...line, aborted: true }, "request");
    });
    next();
  };
}
