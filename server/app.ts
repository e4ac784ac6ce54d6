/** The application: stages in their order. It listens nowhere, reads no environment and owns no state but caches. */
import express, { type Express } from "express";
import type { Logger } from "pino";
import { NotFoundError } from "../graph-data/errors.ts";
import { ROUTES } from "./api/registry.ts";
import { serveApi } from "./api/serve.ts";
import { type Assets, NO_ASSETS } from "./http/assets.ts";
import { readBriefingStyle } from "./http/briefing-style.ts";
import { serveClient, serveTemplate } from "./http/client-files.ts";
import { refuseLongAddress, serveReading } from "./http/limits.ts";
import { logRequests } from "./http/log.ts";
import { checkHost, securityHeaders } from "./http/security.ts";
import { answerErrors } from "./pages/errors.ts";
import { servePages } from "./pages/serve.ts";
import { createViews } from "./pages/views.ts";
import type { DossierStore } from "./stores/store.ts";
import type { ServerWork } from "./work/tasks.ts";

export interface AppOptions {
  readonly stores: DossierStore;
  readonly work: ServerWork;
  readonly log: Logger;
  readonly version: string;
  readonly viewsFolder: string;
  /** Folder of the built client, served as it is; `null` without one. */
  readonly clientFolder?: string | null;
  /** What pages load of it. A function, because a build may replace it while the server runs. */
  readonly assets?: () => Assets;
  /** The built explorer as one page without a dossier, for browsers that fill it themselves. */
  readonly template?: string | null;
  /** Names under which the server answers, beside loopback and addresses. */
  readonly hostNames?: readonly string[];
  /** When this process started, ISO 8601; pages under development reload when it changes. */
  readonly started?: string;
  /** Today, ISO 8601; by the machine's clock unless given. */
  readonly today?: () => string;
  /** Templates are read once; `false` while they are being written. */
  readonly cacheViews?: boolean;
}

export function createApp(options: AppOptions): Express {
  const {
    stores,
    work,
    log,
    version,
    hostNames = [],
    clientFolder = null,
    assets = () => NO_ASSETS,
    template = null,
    today = () => new Date().toISOString().slice(0, 10),
  } = options;
  const briefingStyle = () => readBriefingStyle(options.viewsFolder);
  const views = createViews(options.viewsFolder, options.cacheViews ?? true);
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Queries are read by the lens's own rules; a parser in between would only lose what is odd.
  app.set("query parser", false);
  app.use(logRequests(log));
  app.use(securityHeaders());
  app.use(checkHost(hostNames));
  app.use(refuseLongAddress);
  app.use(serveApi({ stores, work, version, routes: ROUTES }));
  serveReading(app, "/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok", started: options.started });
  });
  if (template !== null) app.use(serveTemplate(template));
  if (clientFolder !== null) app.use(serveClient(clientFolder));
  app.use(
    servePages({
      stores,
      work,
      views,
      assets,
      version,
      today,
      briefingStyle,
      kept: options.cacheViews ?? true,
    }),
  );
  app.use((request) => {
    throw new NotFoundError(`There is nothing at ${request.path.slice(0, 200)}.`);
  });
  app.use(answerErrors({ log, views, assets, version }));
  return app;
}
