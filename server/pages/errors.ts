/** The last stage: what went wrong, as a page or, under the API, as problem+json. Never a stack trace. */
import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { describeProblem } from "../../graph-data/errors.ts";
import type { Assets } from "../http/assets.ts";
import { isAbort } from "../http/closing.ts";
import { headersOf, PROBLEM_TYPE, type ProblemDetails, toProblemDetails } from "../http/errors.ts";
import { REQUEST_ID } from "../http/log.ts";
import { buildFrame } from "./frame.ts";
import { HTML_TYPE, readTheme } from "./serve.ts";
import type { Views } from "./views.ts";

export interface ErrorOptions {
  readonly log: Logger;
  readonly views: Views;
  readonly assets: () => Assets;
  readonly version: string;
}

export function answerErrors(options: ErrorOptions): ErrorRequestHandler {
  return async (error, request, response, _next) => {
    if (isAbort(error) && response.closed) return;
    const details = toProblemDetails(error);
    if (details.status >= 500)
      options.log.error({ err: error, id: response.getHeader(REQUEST_ID) }, "failed");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of ["ETag", "Content-Encoding", "Content-Disposition"]) response.removeHeader(name);
    response.status(details.status).set({ "Cache-Control": "no-store", ...headersOf(error) });
    if (isForPrograms(request.path)) response.set("Content-Type", PROBLEM_TYPE).end(JSON.stringify(details));
    else response.set("Content-Type", HTML_TYPE).end(await renderError(details, request, response, options));
  };
}

function isForPrograms(path: string): boolean {
  return /^\/(api|healthz)(\/|$)/.test(path);
}

async function renderError(
  details: ProblemDetails,
  request: Request,
  response: Response,
  { views, assets, version, log }: ErrorOptions,
): Promise<string> {
  const content = {
    title: `${details.status} ${details.title}`,
    status: details.status,
    detail: details.detail,
    problems: (details.problems ?? []).map(describeProblem),
    request: String(response.getHeader(REQUEST_ID) ?? ""),
    whole: wholeDossier(request.path, details.status),
  };
  try {
    const theme = readTheme(request);
    const frame = buildFrame({
      content,
      entry: null,
      lensText: "",
      theme,
      assets: assets(),
      version,
      page: { view: "error" },
    });
    return await views.render("error", { ...content, frame });
  } catch (error) {
    // The page that says what failed must not fail: plain words, nothing from outside.
    log.error({ err: error }, "the error page failed");
    return `<!doctype html><html lang="en"><title>${details.status}</title><p>${details.status} ${details.title}</p></html>`;
  }
}

/** Where a wrong lens can be put aside: the same page without a query. */
function wholeDossier(path: string, status: number): string | null {
  return status === 400 && path.startsWith("/d/") ? path : null;
}
