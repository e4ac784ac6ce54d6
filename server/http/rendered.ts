/** A response's body, made once: with its entity tag and its compressed forms, sent as often as it is asked for. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

export interface Rendered {
  readonly body: Buffer;
  readonly mediaType: string;
  /** Of the content alone; the tag sent differs for each encoding, as strong tags must. */
  readonly hash: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

const ENCODINGS = ["br", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Below it compression saves no packet. */
const LEAST_COMPRESSED = 1_400;

const COMPRESS: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

export function renderBody(content: string | Uint8Array, mediaType: string): Rendered {
  const body = typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
  const hash = createHash("sha256")
    .update(mediaType)
    .update("\0")
    .update(body)
    .digest("base64url")
    .slice(0, 27);
  return { body, mediaType, hash, compressed: new Map() };
}

export interface SendOptions {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Caches may keep it but ask each time whether it still holds, unless this says otherwise. */
  readonly cacheControl?: string;
}

/** Answers 304 where the client has it already. */
export async function sendRendered(
  request: Request,
  response: Response,
  rendered: Rendered,
  { status = 200, headers = {}, cacheControl = "no-cache" }: SendOptions = {},
): Promise<void> {
  const encoding = chooseEncoding(request, rendered);
  const tag = `"${rendered.hash}${encoding ? `-${encoding}` : ""}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", cacheControl);
  response.vary("Accept-Encoding");
  if (status === 200 && isKnown(request.headers["if-none-match"], tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const body = encoding ? await compress(rendered, encoding) : rendered.body;
  response.statusCode = status;
  response.setHeader("Content-Type", rendered.mediaType);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method === "HEAD") response.end();
  else response.end(body);
}

/** What the client likes best; of what it likes equally, what we put first. */
function chooseEncoding(request: Request, { body }: Rendered): Encoding | null {
  if (body.length < LEAST_COMPRESSED) return null;
  const liking = readLiking(request.headers["accept-encoding"] ?? "");
  const likes = (encoding: string) => liking.get(encoding) ?? liking.get("*") ?? 0;
  const best = Math.max(...ENCODINGS.map(likes), liking.get("identity") ?? 0);
  return best > 0 ? (ENCODINGS.find((encoding) => likes(encoding) === best) ?? null) : null;
}

/** `gzip, br;q=0.5` → how much each is liked, from 0 to 1. What cannot be read is not liked. */
function readLiking(header: string): Map<string, number> {
  const parts = header.split(",").map((part) => {
    const [name = "", ...parameters] = part.toLowerCase().split(";");
    const quality = parameters
      .map((parameter) => /^\s*q=([\d.]{1,5})\s*$/.exec(parameter)?.[1])
      .find(Boolean);
    return [name.trim(), quality === undefined ? 1 : Number(quality) || 0] as const;
  });
  return new Map(parts.filter(([name]) => /^[a-z*]+$/.test(name)));
}

/** One compression for all who ask at the same time. */
function compress(rendered: Rendered, encoding: Encoding): Promise<Buffer> {
  const known = rendered.compressed.get(encoding);
  if (known) return known;
  const fresh = COMPRESS[encoding](rendered.body);
  rendered.compressed.set(encoding, fresh);
  return fresh;
}

/** Weak comparison, as RFC 9110 asks for in If-None-Match. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((part) => {
    const candidate = part.trim().replace(/^W\//, "");
    return candidate === "*" || candidate === tag;
  });
}
