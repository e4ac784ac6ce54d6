/** Pages → Express. */
import { type Request, Router } from "express";
import { styleBriefing } from "../../graph-data/briefing/style.ts";
import { errorAt, type Problem, UsageError } from "../../graph-data/errors.ts";
import { parseLens, readQuery, writeLens } from "../../graph-data/lens/query.ts";
import { parseView, type Theme, VIEW_KEYS } from "../../graph-data/lens/view.ts";
import { queryText } from "../api/query.ts";
import { requireNarrative } from "../api/serve.ts";
import type { Assets } from "../http/assets.ts";
import { BoundedCache } from "../http/cache.ts";
import { closingOf } from "../http/closing.ts";
import { serveReading } from "../http/limits.ts";
import { type Rendered, renderBody, sendRendered } from "../http/rendered.ts";
import { type DossierStore, type Entry, factsOf } from "../stores/store.ts";
import type { ServerWork } from "../work/tasks.ts";
import { buildFrame } from "./frame.ts";
import type { ContentRequest } from "./lens-content.ts";
import { linkDossier } from "./links.ts";
import type { Content, Page } from "./page.ts";
import { PAGES } from "./registry.ts";
import type { Views } from "./views.ts";

export const HTML_TYPE = "text/html; charset=utf-8";

export interface PageOptions {
  readonly stores: DossierStore;
  readonly work: ServerWork;
  readonly views: Views;
  readonly assets: () => Assets;
  readonly version: string;
  /** The style sheet of briefings. */
  readonly briefingStyle: () => string;
  /** Today, ISO 8601. */
  readonly today: () => string;
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
      const closing = closingOf(response);
      const rendered = await keep(request, () => renderPage(page, request, closing, options));
      await sendRendered(request, response, rendered);
    });
  }
  serveReading(router, "/d/:dossier/picture.svg", async (request, response) => {
    const closing = closingOf(response);
    const rendered = await keep(request, () => renderPicture(request, closing, options));
    await sendRendered(request, response, rendered);
  });
  serveReading(router, "/d/:dossier/briefing.css", async (request, response) => {
    const { id, title } = await options.stores.get(String(request.params.dossier));
    const style = styleBriefing(options.briefingStyle(), title ?? id);
    await sendRendered(request, response, renderBody(style, "text/css; charset=utf-8"));
  });
  // The explorer of an opened file has no dossier here; its preview is printed without a running title.
  serveReading(router, "/briefing.css", async (request, response) => {
    await sendRendered(request, response, renderBody(options.briefingStyle(), "text/css; charset=utf-8"));
  });
  return router;
}

type Render = () => Promise<Rendered>;

/** The same address for the same version of a dossier and of the client has the same page. */
function keepRendered({
  stores,
  assets,
  today,
  kept,
}: PageOptions): (request: Request, render: Render) => Promise<Rendered> {
  const pages = new BoundedCache<Rendered>(KEPT_BYTES, ({ body }) => body.length + 1_000);
  return async (request, render) => {
    const { dossier } = request.params as Record<string, string>;
    if (!kept || dossier === undefined) return render();
    const { id, revision } = await stores.get(dossier);
    const key = [id, revision, assets().explorer.script, today(), request.originalUrl].join(" ");
    const known = pages.get(key);
    if (known) return known;
    const fresh = await render();
    pages.set(key, fresh);
    return fresh;
  };
}

async function renderPicture(
  request: Request,
  closing: AbortSignal,
  { stores, work }: PageOptions,
): Promise<Rendered> {
  const entry = await stores.get(String(request.params.dossier));
  const narrative = requireNarrative(entry);
  const { lens, theme } = readAddress(entry, request, []);
  const { select } = parseView(queryText(request.originalUrl), narrative).view;
  const svg = await work.run("picture", narrative, { lens, theme: theme ?? "light", select }, closing);
  return renderBody(svg, "image/svg+xml; charset=utf-8");
}

async function renderPage(
  page: Page,
  request: Request,
  closing: AbortSignal,
  options: PageOptions,
): Promise<Rendered> {
  const { content, entry, lensText } = await buildContent(page, request, closing, options);
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

async function buildContent(
  page: Page,
  request: Request,
  closing: AbortSignal,
  { stores, work, version, today }: PageOptions,
): Promise<Built> {
  const theme = readTheme(request);
  const path = request.params as Record<string, string>;
  const any = { theme, path, own: {}, version, today: today() };
  if (page.scope === "server")
    return { content: await page.build({ ...any, stores }), entry: null, lensText: "" };
  const entry = await stores.get(path.dossier ?? "");
  if (page.scope === "lens") {
    const asked = readAddress(entry, request, page.own ?? []);
    const wanted = { page: page.path, ...asked, version, today: any.today };
    const content = await work.run("page", requireNarrative(entry), wanted, closing);
    return { content, entry, lensText: asked.lensText };
  }
  const own = { ...any, entry, links: linkDossier(entry.id, "", theme) };
  if (page.scope === "entry") return { content: page.build(own), entry, lensText: "" };
  return { content: page.build({ ...own, narrative: requireNarrative(entry) }), entry, lensText: "" };
}

/** What the address of a page about a lens asks for. Throws `UsageError` with every problem. */
function readAddress(
  entry: Entry,
  request: Request,
  keys: readonly string[],
): Omit<ContentRequest, "page" | "version" | "today"> {
  const text = queryText(request.originalUrl);
  const narrative = requireNarrative(entry);
  const { lens, problems: found } = parseLens(text, narrative, [...keys, ...VIEW_KEYS]);
  const { own, repeated } = readOwn(text, keys);
  const all = [...found, ...parseView(text, narrative).problems, ...repeated];
  if (all.length > 0) throw new UsageError("The address asks for what this dossier does not have.", all);
  const path = request.params as Record<string, string>;
  const lensText = writeLens(lens, narrative);
  return { entry: factsOf(entry), path, own, theme: readTheme(request), lens, lensText };
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
