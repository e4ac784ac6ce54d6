/** Routes → Express. What a request asks for is worked out once for each version of a dossier, then kept. */
import { type Request, type RequestHandler, type Response, Router, text } from "express";
import { InvalidDataError } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { parseView, writeAddress } from "../../graph-data/lens/view.ts";
import { BoundedCache } from "../http/cache.ts";
import { closingOf } from "../http/closing.ts";
import { HttpError } from "../http/errors.ts";
import { serveAsking, serveReading } from "../http/limits.ts";
import { type Rendered, renderBody, sendRendered } from "../http/rendered.ts";
import { type DossierStore, type Entry, factsOf } from "../stores/store.ts";
import type { ServerWork } from "../work/tasks.ts";
import { queryText, readLens, readOwnQuery, refuseOtherKeys, refuseProblems } from "./query.ts";
import { type Answer, type ApiRoute, type Asked, expressPath, type LensRoute } from "./route.ts";

export interface ApiOptions {
  readonly stores: DossierStore;
  readonly work: ServerWork;
  readonly version: string;
  readonly routes: readonly ApiRoute[];
}

/** Bytes of bodies kept; each is also kept compressed, which adds about a quarter. */
const KEPT_BYTES = 64 * 2 ** 20;
/** Spellings of queries remembered. */
const KEPT_QUERIES = 2_000;

interface Kept {
  readonly rendered: Rendered;
  readonly headers: Readonly<Record<string, string>>;
}

export function serveApi({ routes, ...given }: ApiOptions): Router {
  const router = Router({ caseSensitive: true });
  const bodies = new BoundedCache<Kept>(KEPT_BYTES, ({ rendered }) => rendered.body.length + 1_000);
  const spellings = new BoundedCache<string>(KEPT_QUERIES);
  for (const route of routes) {
    const answer = makeAnswerer(route, { ...given, bodies, spellings });
    const path = expressPath(route.path);
    const respond: RequestHandler = async (request, response) => {
      const { rendered, headers } = await answer(request, closingOf(response as Response));
      await sendRendered(request, response as Response, rendered, { headers });
    };
    if (route.scope === "lens" && route.takes) serveAsking(router, path, readBody(route.takes), respond);
    else serveReading(router, path, respond);
  }
  return router;
}

/**
 * The body as text. Its media type must be one of the route's: none of them can be sent by a form of another site, and
 * a script of one must ask first, which is refused.
 */
function readBody({ mediaTypes, most }: NonNullable<LensRoute["takes"]>): RequestHandler {
  const read = text({ type: [...mediaTypes], limit: most });
  return (request, response, next) => {
    if (request.is([...mediaTypes]) === false)
      return next(new HttpError(415, `The body must be one of: ${mediaTypes.join(", ")}.`));
    return read(request, response, next);
  };
}

/** What every answer may need, and what is kept between them. */
interface Supplies extends Omit<ApiOptions, "routes"> {
  readonly bodies: BoundedCache<Kept>;
  readonly spellings: BoundedCache<string>;
}

type Answerer = (request: Request, closing: AbortSignal) => Promise<Kept>;

function makeAnswerer(route: ApiRoute, supplies: Supplies): Answerer {
  if (route.scope !== "server")
    return (request, closing) => answerFromDossier(route, request, closing, supplies);
  return async (request) => {
    const text = queryText(request.originalUrl);
    const { values: query, problems } = readOwnQuery(route, text);
    refuseProblems([...problems, ...refuseOtherKeys(route, text)]);
    const { stores, version } = supplies;
    return keep(await route.handle({ stores, version, query, path: {} }), false);
  };
}

/** The same request for the same version of a dossier has the same answer: nothing is read or worked out again. */
async function answerFromDossier(
  route: Exclude<ApiRoute, { scope: "server" }>,
  request: Request,
  closing: AbortSignal,
  { stores, work, version, bodies, spellings }: Supplies,
): Promise<Kept> {
  const path = request.params as Record<string, string>;
  const entry = await stores.get(path.dossier ?? "");
  const asked = route.scope === "lens" && route.takes ? readAsked(request) : null;
  const worked = () => prepare(route, entry, { address: request.originalUrl, path, asked, version }, work);
  // What came with the request is its sender's own: neither it nor its answer is kept for others.
  if (asked?.body != null) {
    const { answer, download } = worked();
    return keep(await answer(closing), download);
  }
  const spelling = `${entry.id} ${entry.revision} ${request.originalUrl} ${JSON.stringify(asked)}`;
  const known = bodies.get(spellings.get(spelling) ?? "");
  if (known) return known;
  const { key, answer, download } = worked();
  const name = `${entry.id} ${entry.revision} ${route.id} ${JSON.stringify(path)} ${key}`;
  spellings.set(spelling, name);
  const kept = bodies.get(name) ?? keep(await answer(closing), download);
  bodies.set(name, kept);
  return kept;
}

function readAsked(request: Request): Asked {
  const body: unknown = request.body;
  return {
    body: typeof body === "string" ? body : null,
    origin: `${request.protocol}://${request.headers.host ?? "localhost"}`,
  };
}

interface Prepared {
  /** Equal for queries that mean the same. */
  readonly key: string;
  readonly download: boolean;
  answer(closing: AbortSignal): Answer | Promise<Answer>;
}

interface AskedFor {
  readonly address: string;
  readonly path: Readonly<Record<string, string>>;
  readonly asked: Asked | null;
  readonly version: string;
}

function prepare(
  route: Exclude<ApiRoute, { scope: "server" }>,
  entry: Entry,
  { address, path, asked, version }: AskedFor,
  work: ServerWork,
): Prepared {
  const text = queryText(address);
  const { values: query, problems } = readOwnQuery(route, text);
  const download = (query as { download?: "1" } | null)?.download === "1";
  const own = { path, entry, query };
  if (route.scope === "entry" || route.scope === "dossier") {
    refuseProblems([...problems, ...refuseOtherKeys(route, text)]);
    const key = JSON.stringify(query);
    if (route.scope === "entry") return { key, download, answer: () => route.handle(own) };
    const narrative = requireNarrative(entry);
    return { key, download, answer: () => route.handle({ ...own, narrative }) };
  }
  const narrative = requireNarrative(entry);
  const read = readLens(route, text, narrative);
  const holdsView = query !== null && route.holdsView?.(query) === true;
  const seen = holdsView ? parseView(text, narrative) : { view: {}, problems: [] };
  refuseProblems([...problems, ...read.problems, ...seen.problems]);
  const { lens } = read;
  const lensText = writeLens(lens, narrative);
  const viewed = writeAddress({ lens, view: seen.view }, narrative);
  const facts = { route: route.id, entry: factsOf(entry), path, query, lens, lensText, address: viewed };
  return {
    key: `${JSON.stringify(query)} ${viewed} ${JSON.stringify(asked)}`,
    download,
    answer: (closing) => work.run("answer", narrative, { ...facts, version, asked }, closing),
  };
}

/** Throws `InvalidDataError` for a dossier that its problems keep from being opened. */
export function requireNarrative({ id, narrative, problems }: Entry): NarrativeGraph {
  if (narrative) return narrative;
  throw new InvalidDataError(`The dossier "${id}" cannot be opened.`, problems);
}

function keep({ text, mediaType, fileName, omitted = [] }: Answer, download: boolean): Kept {
  const headers: Record<string, string> = {};
  if (download && fileName) headers["Content-Disposition"] = disposition(fileName);
  if (omitted.length > 0) headers["X-Narrascope-Omitted"] = headerText(omitted.join("; "));
  return { rendered: renderBody(text, mediaType), headers };
}

/** Headers hold ASCII: all else is percent-encoded, and the percent sign with it. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x24\x26-\x7e]/gu, (mark) => encodeURIComponent(mark));
}

/** RFC 6266: a plain name for those who read no other, and the whole name percent-encoded. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "-");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
