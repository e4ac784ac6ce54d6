/** All routes of the API, in the order in which they are described. A new route is one line here. */
import { briefingRoute, briefingSchemaRoute, wordsSchemaRoute } from "./briefing-routes.ts";
import {
  codebookRoute,
  documentRoute,
  dossierList,
  problemsRoute,
  schemaRoute,
  wholeDossier,
} from "./dossier-routes.ts";
import { actorsRoute, graphRoute, pathsRoute, statementsRoute, tiesRoute } from "./lens-routes.ts";
import { describeApi } from "./openapi.ts";
import { type ApiRoute, answerJson, defineRoute, JSON_TYPE } from "./route.ts";
import { indexShape } from "./shapes.ts";
import { contradictionsRoute, shiftRoute } from "./shift-routes.ts";
import { traceRoute } from "./trace-route.ts";

const indexRoute = defineRoute({
  id: "getIndex",
  scope: "server",
  path: "/api",
  summary: "What the API offers",
  answers: { [JSON_TYPE]: indexShape },
  handle: ({ version }) =>
    answerJson({
      name: "narrascope",
      version,
      description:
        "Who blames, denies, supports and threatens whom, in whose words. Described in /api/openapi.json.",
      routes: ROUTES.map(({ path, summary }) => ({ path, summary })),
    }),
});

const openApiRoute = defineRoute({
  id: "getDescription",
  scope: "server",
  path: "/api/openapi.json",
  summary: "This API, described in OpenAPI 3.1",
  answers: { [JSON_TYPE]: null },
  handle: ({ version }) => answerJson(describeApi(ROUTES, version)),
});

export const ROUTES: readonly ApiRoute[] = [
  indexRoute,
  dossierList,
  wholeDossier,
  graphRoute,
  actorsRoute,
  statementsRoute,
  tiesRoute,
  pathsRoute,
  shiftRoute,
  traceRoute,
  contradictionsRoute,
  briefingRoute,
  documentRoute,
  problemsRoute,
  schemaRoute,
  briefingSchemaRoute,
  wordsSchemaRoute,
  codebookRoute,
  openApiRoute,
];
