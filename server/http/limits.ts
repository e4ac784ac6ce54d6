/** What is refused before anything looks at it. */
import type { IRouter, RequestHandler } from "express";
import { HttpError } from "./errors.ts";

/** Characters of an address. A query has a limit of its own, half as much. */
const LONGEST_ADDRESS = 8_192;

export const refuseLongAddress: RequestHandler = (request, _response, next) => {
  const { length } = request.originalUrl;
  if (length <= LONGEST_ADDRESS) return next();
  next(new HttpError(414, `The address has ${length} characters; ${LONGEST_ADDRESS} are allowed.`));
};

const ALLOWED = "GET, HEAD, OPTIONS";

/** The last handler of a route: what is allowed there, and nothing else. */
function refuseOthers(allowed: string): RequestHandler {
  return (request, response, next) => {
    if (request.method === "OPTIONS") {
      response.setHeader("Allow", allowed);
      response.statusCode = 204;
      response.end();
      return;
    }
    next(
      new HttpError(405, `${request.method} is not allowed here; allowed: ${allowed}.`, { Allow: allowed }),
    );
  };
}

/**
 * A path that also answers POST, whose body says more of what is asked for than an address can hold; nothing is changed
 * by it. `read` takes up the body.
 */
export function serveAsking(
  router: IRouter,
  path: string,
  read: RequestHandler,
  handler: RequestHandler,
): void {
  router
    .route(path)
    .get(handler)
    .post(read, handler)
    .all(refuseOthers(`${ALLOWED}, POST`));
}

/** A path that answers GET and HEAD and refuses the rest. */
export function serveReading(router: IRouter, path: string, handler: RequestHandler): void {
  router.route(path).get(handler).all(refuseOthers(ALLOWED));
}
