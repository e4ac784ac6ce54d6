/** Headers that keep a page to what we serve ourselves, and the check of the name we are called by. */
import { isIP } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { HttpError } from "./errors.ts";

/**
 * Nothing but our own files; no inline script or style, no `eval`. Pictures also come from memory (`blob:`) and from
 * addresses that carry them (`data:`): the client makes PNG and the favicon so.
 */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  workerSrc: ["'self'", "blob:"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
} as const;

/** No HSTS and no upgrade to HTTPS: the server speaks HTTP, on loopback unless told otherwise. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    crossOriginEmbedderPolicy: false,
  });
}

/** For a worker that opens files of SQLite, which is WebAssembly, and for nothing else. It takes the place of the other. */
export function allowWebAssembly(): RequestHandler {
  const scriptSrc = [...POLICY.scriptSrc, "'wasm-unsafe-eval'"];
  return helmet.contentSecurityPolicy({ useDefaults: false, directives: { ...POLICY, scriptSrc } });
}

/**
 * Answers only to loopback names, IP addresses and the names configured. A page from elsewhere can have its own
 * name resolve to this machine (DNS rebinding) and would read the dossiers as its own; its name betrays it.
 */
export function checkHost(names: readonly string[]): RequestHandler {
  const known = new Set(["localhost", ...names.map((name) => name.toLowerCase())]);
  return (request, _response, next) => {
    const name = hostName(request.headers.host ?? "localhost");
    if (known.has(name) || name.endsWith(".localhost") || isIP(name) !== 0) return next();
    next(
      new HttpError(421, `This server does not answer to the name "${name.slice(0, 100)}"; see HOST_NAMES.`),
    );
  };
}

/** Without port, brackets and final dot. */
function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d*$/, "")).replace(/\.$/, "").toLowerCase();
}
