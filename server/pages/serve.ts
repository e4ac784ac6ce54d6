/** Pages → Express. */
import { type Request, Router } from "express";
import { errorAt, type Problem, UsageError } from "../../graph-data/errors.ts";
import { parseLens, readQuery, writeLens } from "../../graph-data/lens/query.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseView, type Theme, VIEW_KEYS } from "../../graph-data/lens/view.ts";
import { queryText } from "../api/query.ts";
import { requireNarrative } from "../api/serve.ts";
import type { Assets } from "../http/assets.ts";
import { BoundedCache } from "../http/cache.ts";
import { serveReading } from "../http/limits.ts";
import { type Rendered, renderBody, sendRendered } from "../http/rendered.ts";
import type { DossierStore, Entry } from "../stores/store.ts";
import { about, dossierAbout } from "./about.ts";
import { actor } from "./actor.ts";
import { explorer, writePicture } from "./explorer.ts";
import { buildFrame } from "./frame.ts";
import { home } from "./home.ts";
import { linkDossier } from "./links.ts";
import type { Content, LensPage, Page } from "./page.ts";
import { problems } from "./problems.ts";
import { reading } from "./reading.ts";
import { shift } from "./shift.ts";
import { statements } from "./statements.ts";
import { story } from "./story.ts";
import type { Views } from "./views.ts";

export const PAGES: readonly Page[] = [
  home,
  about,
  explorer,
  reading,
  actor,
  statements,
  shift,
  story,
  problems,
  dossierAbout,
];

export const HTML_TYPE = "text/html; charset=utf-8";

export interface PageOptions {
  readonly stores: DossierStore;
  readonly views: Views;
  readonly assets: () => Assets;
  readonly version: string;
  /** Pages are made once for a version of a dossier; `false` while their templates are being written. */
  readonly kept: boolean;
}

/** Bytes of pages and pictures kept; each is also kept compressed, which adds about a quarter. */
const KEPT_BYTES = 32 * 2 ** 20;

export function servePages(options: PageOptions): Router {
  const router = Router();
  const keep = keepRendered(options);
  for (const page of PAGES) {
    serveReading(router, page.path, async (request, response) => {
      await sendRendered(request, response, await keep(request, () => renderPage(page, request, options)));
    });
  }
  serveReading(router, "/d/:dossier/picture.svg", async (request, response) => {
    await sendRendered(request, response, await keep(request, () => renderPicture(request, options)));
  });
  return router;
}

type Render = () => Promise<Rendered>;

/** The same address for the same version of a dossier and of the client has the same page. */
function keepRendered({
  stores,
  assets,
  kept,
}: PageOptions): (request: Request, render: Render) => Promise<Rendered> {
  const pages = new BoundedCache<Rendered>(KEPT_BYTES, ({ body }) => body.length + 1_000);
  return async (request, render) => {
    const { dossier } = request.params as Record<string, string>;
    if (!kept || dossier === undefined) return render();
    const { id, revision } = await stores.get(dossier);
    const key = [id, revision, assets().explorer.script, request.originalUrl].join(" ");
    const known = pages.get(key);
    if (known) return known;
    const fresh = await render();
    pages.set(key, fresh);
    return fresh;
  };
}

async function renderPicture(request: Request, options: PageOptions): Promise<Rendered> {
  const entry = await options.stores.get(String(request.params.dossier));
  const { slice, theme } = lookThrough(entry, request, options, []);
  const { view } = parseView(queryText(request.originalUrl), slice.narrative);
  const svg = writePicture(slice, theme ?? "light", view.select);
  return renderBody(svg, "image/svg+xml; charset=utf-8");
}

async function renderPage(page: Page, request: Request, options: PageOptions): Promise<Rendered> {
  const { content, entry, lensText } = await buildContent(page, request, options);
  const { views, version } = options;
  const shared = { theme: readTheme(request), assets: options.assets(), version, page };
  const frame = buildFrame({ content, entry, lensText, ...shared });
  return renderBody(await views.render(page.view, { ...content, frame }), HTML_TYPE);
}

interface Built {
  readonly content: Content;
  readonly entry: Entry | null;
  readonly lensText: string;
}

async function buildContent(page: Page, request: Request, options: PageOptions): Promise<Built> {
  const { stores, version } = options;
  const theme = readTheme(request);
  const path = request.params as Record<string, string>;
  const server = { stores, version, theme, path, own: {} };
  if (page.scope === "server") return { content: await page.build(server), entry: null, lensText: "" };
  const entry = await stores.get(path.dossier ?? "");
  if (page.scope === "lens") {
    const context = lookThrough(entry, request, options, page.own ?? []);
    return { content: page.build(context), entry, lensText: context.lensText };
  }
  const own = { ...server, entry, links: linkDossier(entry.id, "", theme) };
  if (page.scope === "entry") return { content: page.build(own), entry, lensText: "" };
  return { content: page.build({ ...own, narrative: requireNarrative(entry) }), entry, lensText: "" };
}

/** Reads the lens of a page's address. Throws `UsageError` with every problem. */
function lookThrough(
  entry: Entry,
  request: Request,
  { stores, version }: PageOptions,
  keys: readonly string[],
): LensPage {
  const text = queryText(request.originalUrl);
  const narrative = requireNarrative(entry);
  const { lens, problems: found } = parseLens(text, narrative, [...keys, ...VIEW_KEYS]);
  const { own, repeated } = readOwn(text, keys);
  const all = [...found, ...parseView(text, narrative).problems, ...repeated];
  if (all.length > 0) throw new UsageError("The address asks for what this dossier does not have.", all);
  const lensText = writeLens(lens, narrative);
  const theme = readTheme(request);
  return {
    ...{ stores, version, theme, own, entry, narrative, lensText },
    path: request.params as Record<string, string>,
    links: linkDossier(entry.id, lensText, theme),
    slice: sliceGraph(narrative, lens),
  };
}

function readOwn(
  text: string,
  keys: readonly string[],
): { own: Record<string, string>; repeated: Problem[] } {
  const own = new Map<string, string>();
  const repeated: Problem[] = [];
  for (const [key, value] of readQuery(text).pairs) {
    if (!keys.includes(key) || value === "") continue;
    if (own.has(key)) repeated.push(errorAt(key, "is given more than once"));
    own.set(key, value);
  }
  return { own: Object.fromEntries(own), repeated };
}

export function readTheme(request: Request): Theme | null {
  const found = readQuery(queryText(request.originalUrl)).pairs.find(([key]) => key === "theme")?.[1];
  return found === "light" || found === "dark" ? found : null;
}
