import { describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import { FORMATS } from "../../../graph-data/formats/index.ts";
import { ROUTES } from "../../../server/api/registry.ts";
import { problemDetailsShape } from "../../../server/api/shapes.ts";
import { harbourGraph, harbourValue, idsOf, sketchDossier } from "../../support/fixtures.ts";
import type { Json } from "../../support/json.ts";
import { startTestServer } from "../../support/server.ts";

const broken = { format: "narrascope-dossier/1", id: "broken" };
/** Two ways at each of its steps: twice as many shortest paths for each. */
const ladder = (steps: number) =>
  sketchDossier(
    Array.from({ length: steps }, (_, at) =>
      ["u", "v"].flatMap((way) => [`n${at} blames ${way}${at}`, `${way}${at} blames n${at + 1}`]),
    ).flat(),
    { id: `ladder${steps}` },
  );
const server = await startTestServer([
  ...[harbourValue(), sketchDossier(["a blames b", "b blames c"]), broken],
  ...[ladder(6), ladder(7)],
]);
const H = "/api/dossiers/harbour";

/** An address for each route that it answers with 200. */
function example(path: string): string {
  const filled = path.replace("{dossier}", "harbour").replace("{document}", "d1");
  if (path.endsWith("/trace")) return `${filled}?pair=mayor~union`;
  return path.endsWith("/paths") ? `${filled}?path=mayor..union` : filled;
}

describe("every route", () => {
  test.each(ROUTES.map((route) => [route.path, route] as const))(
    "%s answers as it is described",
    async (path, route) => {
      const response = await server.get(example(path));
      expect(response.status).toBe(200);
      const type = response.headers.get("content-type") ?? "";
      expect(Object.keys(route.answers)).toContain(type);
      const shape = route.answers[type] as z.ZodType | null;
      const body = await response.json();
      if (shape) expect(shape.safeParse(body).error?.issues ?? []).toEqual([]);
    },
  );

  test.each(ROUTES.map(({ path }) => path))(
    "%s refuses a key it does not have, and names it",
    async (path) => {
      const address = example(path);
      const response = await server.get(`${address}${address.includes("?") ? "&" : "?"}nonsense=1`);
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      const problem = problemDetailsShape.parse(await response.json());
      expect(problem.problems?.map((entry) => entry.path)).toEqual(["nonsense"]);
      expect(problem.problems?.[0]?.message).toContain("allowed");
    },
  );

  test.each(ROUTES.filter(({ scope }) => scope !== "server").map(({ path }) => path))(
    "%s of no dossier is 404",
    async (path) => {
      const response = await server.get(example(path).replace("harbour", "nobody"));
      expect(response.status).toBe(404);
      expect(problemDetailsShape.parse(await response.json()).detail).toContain('"nobody"');
    },
  );

  test.each(ROUTES.filter(({ scope }) => scope === "lens" || scope === "dossier").map(({ path }) => path))(
    "%s of a broken dossier is 422 with its problems",
    async (path) => {
      const response = await server.get(example(path).replace("harbour", "broken").replace(/\?.*/, ""));
      expect(response.status).toBe(422);
      expect(problemDetailsShape.parse(await response.json()).problems?.length).toBeGreaterThan(2);
    },
  );
});

describe("the description", () => {
  test("is OpenAPI 3.1 of exactly these routes, with every reference resolved", async () => {
    const description = await server.json("/api/openapi.json");
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual(ROUTES.map(({ path }) => path));
    const ids = Object.values<Json>(description.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#([^"]*)"/g)].map(
      ([, way = ""]) => way,
    );
    expect(references.length).toBeGreaterThan(10);
    const resolve = (way: string) =>
      way
        .split("/")
        .slice(1)
        .reduce((value, key) => value?.[key], description as Json);
    expect(references.filter((way) => resolve(way) === undefined)).toEqual([]);
  });

  test("names the parameters of each path, and documents every refusal that was seen", async () => {
    const { paths } = await server.json("/api/openapi.json");
    for (const [path, { get }] of Object.entries<Json>(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = (get.parameters ?? []).filter((parameter: Json) => parameter.in === "path");
      expect(described.map(({ name }: Json) => name)).toEqual(named);
      expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(["200", "304", "400"]));
    }
  });

  test("a route that returns a lens's answer says which keys the lens has", async () => {
    const { paths, components } = await server.json("/api/openapi.json");
    const keys = paths["/api/dossiers/{dossier}/graph"].get.parameters.map(
      ({ name, $ref }: Json) => name ?? $ref,
    );
    expect(keys).toEqual(
      expect.arrayContaining(["dossier", "format", "download", "#/components/parameters/phase"]),
    );
    expect(components.parameters.q.description).toContain("words");
  });
});

describe("a lens", () => {
  test.each([
    ["family=nope", "family", "blame"],
    ["phase=nope", "phase", "allowed"],
    ["actor=nope,mayor", "actor", '"nope"'],
    ["depth=0", "depth", "1 to 10"],
    ["depth=99999999999999999999", "depth", "1 to 10"],
    ["credibility=NaN", "credibility", "1 to 6"],
    ["from=yesterday", "from", "EDTF"],
    ["path=mayor", "path", "a..b"],
    ["path=mayor..mayor", "path", "different"],
    ["undated=maybe", "undated", "only, no"],
    ["format=xml", "format", "graphology"],
    ["format=csv&format=csv", "format", "more than once"],
    ["download=yes", "download", "1"],
    ["__proto__=1", "__proto__", "allowed"],
    ["q[]=1", "q[]", "allowed"],
  ])("%s is refused, and why", async (query, key, words) => {
    const response = await server.get(`${H}/graph?${query}`);
    expect(response.status).toBe(400);
    const { problems } = problemDetailsShape.parse(await response.json());
    expect(problems?.map(({ path }) => path)).toEqual([key]);
    expect(problems?.[0]?.message).toContain(words);
  });

  test("all that is wrong is told at once", async () => {
    const { problems } = await server.json(`${H}/graph?format=xml&family=x&voice=y&z=1`);
    expect(problems.map(({ path }: Json) => path).sort()).toEqual(["family", "format", "voice", "z"]);
  });

  test("the view state of a pasted address changes nothing", async () => {
    const plain = await server.get(`${H}/graph?family=blame`);
    const pasted = await server.get(
      `${H}/graph?family=blame&select=mayor&zoom=0~0~100&theme=dark&at=mayor~1~2&expand=`,
    );
    expect(pasted.headers.get("etag")).toBe(plain.headers.get("etag"));
    expect(await pasted.text()).toBe(await plain.text());
  });

  test("means the same however it is spelled", async () => {
    const tags = await Promise.all(
      [
        "family=blame,denial&q=the+mayor",
        "q=the%20mayor&family=denial&family=blame",
        "&family=denial,blame&q=the+mayor&voice=",
      ].map(async (query) => (await server.get(`${H}/graph?${query}`)).headers.get("etag")),
    );
    expect(new Set(tags).size).toBe(1);
  });
});

describe("caching", () => {
  const address = `${H}/graph?family=blame,denial,alliance,threat`;
  const withEncoding = (encoding: string, more: Record<string, string> = {}) =>
    server.get(address, { headers: { "accept-encoding": encoding, ...more } });

  test.each(["/graph", "/actors", "/statements", "/ties", "/paths?path=mayor..union"])(
    "%s carries a strong tag and asks to be revalidated",
    async (path) => {
      const { headers } = await server.get(H + path);
      expect(headers.get("etag")).toMatch(/^"[\w-]+"$/);
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(headers.get("vary")).toContain("Accept-Encoding");
    },
  );

  test("the same content in another encoding has another tag, and the same words", async () => {
    const answers = await Promise.all(["identity", "gzip", "br"].map((encoding) => withEncoding(encoding)));
    expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual([null, "gzip", "br"]);
    expect(new Set(answers.map(({ headers }) => headers.get("etag"))).size).toBe(3);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    const sizes = answers.map(({ headers }) => Number(headers.get("content-length")));
    expect(sizes[1]).toBeLessThan(sizes[0]! / 3);
    expect(sizes[2]).toBeLessThan(sizes[0]! / 3);
  });

  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1, br;q=0.1", "gzip"],
    ["br;q=0, gzip;q=0", null],
    ["deflate", null],
    ["*", "br"],
    [";;;,,garbage=", null],
  ])("Accept-Encoding: %s gets %s", async (accepted, encoding) => {
    expect((await withEncoding(accepted)).headers.get("content-encoding")).toBe(encoding);
  });

  test("who has it already gets 304 and nothing else", async () => {
    const tag = (await withEncoding("br")).headers.get("etag")!;
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const response = await withEncoding("br", { "if-none-match": known });
      expect([response.status, await response.text()]).toEqual([304, ""]);
      expect(response.headers.get("etag")).toBe(tag);
    }
    for (const unknown of ['"other"', "", "garbage", tag.replace("-br", "-gzip")]) {
      expect((await withEncoding("br", { "if-none-match": unknown })).status).toBe(200);
    }
  });

  test("a range is not served: the whole is a right answer to it", async () => {
    for (const range of ["bytes=0-10", "bytes=-1", "bytes=9999999-", "garbage"]) {
      expect((await withEncoding("identity", { range })).status).toBe(200);
    }
  });
});

describe("the graph", () => {
  test.each(FORMATS.map(({ id, mediaType, extension }) => [id, mediaType, extension] as const))(
    "as %s has its media type, and its file says dossier and lens",
    async (id, mediaType, extension) => {
      const response = await server.get(`${H}/graph?format=${id}&family=blame&download=1`);
      expect(response.headers.get("content-type")).toBe(mediaType);
      const disposition = response.headers.get("content-disposition");
      expect(disposition).toBe(
        `attachment; filename="harbour_family-blame.${extension}"; filename*=UTF-8''harbour_family-blame.${extension}`,
      );
      expect((await server.get(`${H}/graph?format=${id}`)).headers.get("content-disposition")).toBeNull();
    },
  );

  test("a file's name with letters of other scripts is sent in both ways", async () => {
    const response = await server.get(`${H}/graph?q=%C3%A9l%22ise&download=1`);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="harbour_q--l-ise.json"; filename*=UTF-8''harbour_q-%C3%A9l-ise.json`,
    );
  });
});

describe("lists", () => {
  test("dossiers: broken ones, too", async () => {
    const { dossiers } = await server.json("/api/dossiers");
    expect(dossiers.map(({ id, usable }: Json) => [id, usable])).toEqual([
      ["harbour", true],
      ["sketch", true],
      ["broken", false],
      ["ladder6", true],
      ["ladder7", true],
    ]);
    expect((await server.json("/api/dossiers/broken/problems")).problems.length).toBeGreaterThan(2);
  });

  test("statements: in the order of the story, page by page", async () => {
    const narrative = harbourGraph();
    const modality = "modality=asserted,insinuated,reported,hypothetical,desired";
    const pages = await Promise.all(
      [1, 2, 3].map((page) => server.json(`${H}/statements?${modality}&per=5&page=${page}`)),
    );
    expect(pages[0].total).toBe(narrative.statements.length);
    expect(pages.flatMap(({ statements }) => idsOf(statements))).toEqual(
      idsOf(narrative.statements).slice(0, 15),
    );
    const beyond = await server.json(`${H}/statements?page=1000`);
    expect(beyond.statements).toEqual([]);
  });

  test("statements: sorted by a column, either way, and nothing lost", async () => {
    const up = idsOf((await server.json(`${H}/statements?sort=source`)).statements);
    const down = idsOf((await server.json(`${H}/statements?sort=-source`)).statements);
    const story = idsOf((await server.json(`${H}/statements`)).statements);
    expect([...up].sort()).toEqual([...story].sort());
    expect([...down].sort()).toEqual([...story].sort());
    expect(up[0]).not.toBe(down[0]);
    expect((await server.get(`${H}/statements?sort=colour`)).status).toBe(400);
    for (const per of ["0", "1001", "-1", "1e2", "01"]) {
      expect([per, (await server.get(`${H}/statements?per=${per}`)).status]).toEqual([per, 400]);
    }
  });

  test("ties weigh as many statements as there are", async () => {
    const { ties } = await server.json(`${H}/ties`);
    const { total } = await server.json(`${H}/statements`);
    expect(ties.reduce((sum: number, { weight }: Json) => sum + weight, 0)).toBe(total);
  });

  test("paths: all shortest ones; none where nothing connects; both ends are needed", async () => {
    const found = await server.json("/api/dossiers/sketch/paths?path=a..c");
    expect(found).toMatchObject({
      from: "a",
      to: "c",
      length: 2,
      paths: [["a", "b", "c"]],
      statements: ["s0", "s1"],
    });
    const none = await server.json(`${H}/paths?path=mayor..museum`);
    expect(none).toMatchObject({ length: null, paths: [], statements: [] });
    const missing = await server.get(`${H}/paths`);
    expect([missing.status, (await missing.json()).problems[0].path]).toEqual([400, "path"]);
  });

  test.each([
    [6, 64, true],
    [7, 100, false],
  ])("paths say whether they are all: %i times two ways", async (steps, listed, complete) => {
    const found = await server.json(`/api/dossiers/ladder${steps}/paths?path=n0..n${steps}`);
    expect(found).toMatchObject({ length: 2 * steps, complete });
    expect(found.paths).toHaveLength(listed);
  });

  test("actors carry every measure", async () => {
    const { actors, measures } = await server.json(`${H}/actors`);
    expect(measures.length).toBeGreaterThan(0);
    for (const actor of actors) expect(Object.keys(actor.measures)).toEqual(idsOf(measures));
  });

  test("a document has its text and where its paragraphs lie", async () => {
    const { text, paragraphs } = await server.json(`${H}/documents/d1`);
    expect(text.slice(paragraphs[0].start, paragraphs[0].end)).toBe("The harbour fire: a report");
    expect((await server.get(`${H}/documents/nope`)).status).toBe(404);
  });
});
