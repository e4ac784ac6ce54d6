/** Routes → their description in OpenAPI 3.1. */
import { z } from "zod";
import { LENS_KEYS } from "../../graph-data/lens/query.ts";
import { VIEW_KEYS } from "../../graph-data/lens/view.ts";
import type { ApiRoute } from "./route.ts";
import { problemDetailsShape } from "./shapes.ts";

type Json = Record<string, unknown>;

export function describeApi(routes: readonly ApiRoute[], version: string): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Narrascope",
      version,
      license: { name: "MIT", identifier: "MIT" },
      description:
        "Dossiers of statements, as graphs. Every answer for a lens carries a strong ETag; ask with If-None-Match " +
        "to be told when nothing changed. The query of a page's address may be used as it is.",
    },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(routes.map((route) => [route.path, describePath(route)])),
    components: {
      parameters: { ...lensParameters(), ...viewParameters() },
      responses: { Problem: describeProblem() },
    },
  };
}

/** What takes a body may be asked by POST, too; the answer is the same. */
function describePath(route: ApiRoute): Json {
  const get = describeRoute(route);
  if (route.scope !== "lens" || !route.takes) return { get };
  const { mediaTypes, describe, shape } = route.takes;
  const schema = jsonSchema(shape);
  const requestBody = {
    description: describe,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }])),
  };
  return { get, post: { ...get, operationId: route.id.replace(/^get/, "ask"), requestBody } };
}

function describeRoute(route: ApiRoute): Json {
  const parameters = [...pathParameters(route), ...ownParameters(route), ...sharedParameters(route)];
  return {
    operationId: route.id,
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { "200": describeAnswer(route), ...refusals(route) },
  };
}

function describeAnswer(route: ApiRoute): Json {
  const content = Object.entries(route.answers).map(([mediaType, shape]) => {
    return [mediaType, shape === null ? {} : { schema: jsonSchema(shape) }];
  });
  return {
    description: route.summary,
    headers: { ETag: { description: "Strong", schema: { type: "string" } } },
    content: Object.fromEntries(content),
  };
}

/**
 * 400: a key or id that does not exist. 404: no such dossier. 422: its problems keep it from being opened. 503: it took
 * too long.
 */
function refusals({ scope }: ApiRoute): Json {
  const statuses = {
    server: [400],
    entry: [400, 404],
    dossier: [400, 404, 422],
    lens: [400, 404, 422, 503],
  }[scope];
  const problem = { $ref: "#/components/responses/Problem" };
  return {
    "304": { description: "Not modified" },
    ...Object.fromEntries(statuses.map((status) => [status, problem])),
  };
}

function describeProblem(): Json {
  return {
    description: "What is wrong, and where (RFC 9457)",
    content: { "application/problem+json; charset=utf-8": { schema: jsonSchema(problemDetailsShape) } },
  };
}

function pathParameters({ parts = {} }: ApiRoute): Json[] {
  return Object.entries(parts).map(([name, description]) => {
    return { name, in: "path", required: true, description, schema: { type: "string" } };
  });
}

function ownParameters({ query }: ApiRoute): Json[] {
  return Object.entries(query.shape).map(([name, shape]) => {
    const { description, ...schema } = jsonSchema(shape as z.ZodType);
    return { name, in: "query", ...(description ? { description } : {}), schema };
  });
}

/** A key of the view that a route uses itself, such as `axis`, is described there. */
function sharedParameters({ scope, query }: ApiRoute): Json[] {
  if (scope !== "lens") return [];
  const shared = [...LENS_KEYS.map(({ key }) => key), ...VIEW_KEYS];
  return shared
    .filter((key) => !Object.hasOwn(query.shape, key))
    .map((key) => {
      return { $ref: `#/components/parameters/${key}` };
    });
}

function lensParameters(): Json {
  const described = LENS_KEYS.map(({ key, value, means }) => {
    return [key, { name: key, in: "query", description: `${means} (${value})`, schema: { type: "string" } }];
  });
  return Object.fromEntries(described);
}

function viewParameters(): Json {
  const description = "View state of a page: accepted, without effect here";
  const described = VIEW_KEYS.map((key) => [
    key,
    { name: key, in: "query", description, schema: { type: "string" } },
  ]);
  return Object.fromEntries(described);
}

function jsonSchema(shape: z.ZodType): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: "input" });
  return schema;
}
