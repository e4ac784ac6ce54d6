/** The client's built files. Their names carry a hash of what is in them, so nobody ever has to ask twice. */
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { type IRouter, Router } from "express";
import { NotFoundError } from "../../graph-data/errors.ts";
import { serveReading } from "./limits.ts";
import { type Rendered, renderBody, sendRendered } from "./rendered.ts";
import { allowWebAssembly } from "./security.ts";

const FOR_GOOD = "public, max-age=31536000, immutable";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".map": "application/json; charset=utf-8",
};

/** A worker has the policy of its own script's answer, not that of the page. */
const WORKERS = /^\/assets\/worker-[\w-]+\.js$/;

/** `/assets/…` from the folder of the same name; read and compressed when first asked for, then kept. */
export function serveClient(folder: string): IRouter {
  const kept = new Map<string, Promise<Rendered>>();
  const read = (name: string) => {
    const known = kept.get(name);
    if (known) return known;
    const fresh = readAsset(join(folder, "assets"), name);
    kept.set(name, fresh);
    // Another build may bring the file.
    fresh.catch(() => kept.delete(name));
    return fresh;
  };
  const router = Router();
  router.use(WORKERS, allowWebAssembly());
  serveReading(router, "/assets/:file", async (request, response) => {
    const asset = await read(String(request.params.file));
    await sendRendered(request, response, asset, { cacheControl: FOR_GOOD });
  });
  return router;
}

/** `/explorer.html`: as text, since it shows nothing before it is filled. */
export function serveTemplate(template: string): IRouter {
  const rendered = renderBody(template, "text/plain; charset=utf-8");
  const router = Router();
  serveReading(router, "/explorer.html", (request, response) => sendRendered(request, response, rendered));
  return router;
}

async function readAsset(folder: string, name: string): Promise<Rendered> {
  const mediaType = MEDIA_TYPES[extname(name)];
  if (!mediaType || !/^[\w-][\w.-]*$/.test(name)) throw unknownAsset(name);
  return renderBody(
    await readFile(join(folder, name)).catch(() => Promise.reject(unknownAsset(name))),
    mediaType,
  );
}

function unknownAsset(name: string): NotFoundError {
  return new NotFoundError(`There is no file ${name.slice(0, 100)} in the client.`);
}
