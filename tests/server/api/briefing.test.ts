import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020.js";
import { problemDetailsShape } from "../../../server/api/shapes.ts";
import { FORMS } from "../../../server/briefing/forms.ts";
import { createTasks } from "../../../server/work/tasks.ts";
import { createWork } from "../../../server/work/work.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { readHtml } from "../../support/html.ts";
import { startTestServer } from "../../support/server.ts";
import { TOOLS } from "../../support/tools.ts";

const FIRST = firstDossierGraph();
const server = await startTestServer([FIRST.dossier], { today: () => "2026-11-23" });
/** What a reader of the page sees. */
const textOf = (html: string) => readHtml(html).find(({ name }) => name === "body")!.text;

/** The same, counting what is worked on. */
const worked: string[] = [];
const work = createWork(createTasks(TOOLS));
const countingServer = await startTestServer([FIRST.dossier], {
  work: {
    ...work,
    run: (name, ...given) => {
      worked.push(name);
      return work.run(name, ...given);
    },
  },
});

const API = "/api/dossiers/kremlin-moscow-suburb/briefing";
const PAGE = "/d/kremlin-moscow-suburb/briefing";

const ask = (body: string, type = "application/json", query = "") =>
  server.get(`${API}${query}`, { method: "POST", body, headers: { "Content-Type": type } });

async function refusals(response: Response): Promise<string[]> {
  const { problems } = problemDetailsShape.parse(await response.json());
  return (problems ?? []).map(({ path, message }) => `${path}: ${message}`);
}

describe("a briefing as data", () => {
  test("keeps to the schema that is served", async () => {
    const schema = await server.json("/api/briefing-schema.json");
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const briefing = await server.json(`${API}?family=blame&date=2026-11-23`);
    expect([validate(briefing), validate.errors]).toEqual([true, null]);
    expect(briefing).toMatchObject({ date: "2026-11-23", lens: { query: "family=blame" } });
    expect(validate({ ...briefing, statements: -1 })).toBe(false);
  });

  test("links lead back to where the server was reached", async () => {
    const { evidence } = await server.json(`${API}?family=blame`);
    expect(evidence[0].links.view).toMatch(
      new RegExp(`^${server.address}/d/kremlin-moscow-suburb\\?family=blame&select=s\\d+$`),
    );
  });

  test("bears no date unless it is given one", async () => {
    expect((await server.json(`${API}?family=blame`)).date).toBeNull();
  });
});

describe("the analyst's words", () => {
  test("come by POST, as JSON or YAML", async () => {
    const json = await (await ask('{"title":"Mine","bottomLine":"So [@s1]."}')).json();
    const yaml = await (await ask("title: Mine\nbottomLine: So [@s1].", "application/yaml")).json();
    expect(json).toMatchObject({ title: "Mine", bottomLine: { by: "analyst", markdown: "So [@s1]." } });
    expect(yaml).toEqual(json);
  });

  test("are not kept for others", async () => {
    await ask('{"title":"Mine"}');
    expect((await server.json(API)).title).not.toBe("Mine");
  });

  test("are worked on each time: neither they nor the answer are kept", async () => {
    const post = () =>
      countingServer.get(`${API}?family=denial`, {
        method: "POST",
        body: '{"title":"Mine"}',
        headers: { "Content-Type": "application/json" },
      });
    for (const response of [await post(), await post()]) expect((await response.json()).title).toBe("Mine");
    expect(worked).toEqual(["answer", "answer"]);
    for (const response of [await countingServer.get(API), await countingServer.get(API)])
      expect(response.status).toBe(200);
    expect(worked).toHaveLength(3);
  });

  test("with a fault are refused with line and column", async () => {
    const response = await ask("title: a\nbottomLine: [1", "application/yaml");
    expect(response.status).toBe(400);
    expect((await refusals(response))[0]).toMatch(/^line \d+, column \d+: /);
  });

  test("keep to the schema that is served", async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      await server.json("/api/words-schema.json"),
    );
    expect(validate({ title: "Mine", judgements: [{ text: "So.", likelihood: "likely" }] })).toBe(true);
    expect(validate({ headline: "Mine" })).toBe(false);
  });

  test("of a form of another site are refused", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expect([type, (await ask("title: x", type)).status]).toEqual([type, 415]);
  });

  test("too many are refused", async () => {
    expect((await ask(`title: ${"x".repeat(900_000)}`, "application/yaml")).status).toBe(413);
    expect((await ask(`title: ${"x".repeat(300_000)}`, "application/yaml")).status).toBe(400);
  });
});

describe("refusals", () => {
  test.each([
    ["an unknown form", "?format=rtf", /^format: is not allowed; allowed: .*json/],
    ["an unknown key", "?colour=red", /^colour: /],
    ["an unknown family", "?family=envy", /^family: /],
    ["what is no day", "?date=yesterday", /^date: is a day/],
  ])("%s", async (_, query, wanted) => {
    const response = await server.get(API + query);
    expect(response.status).toBe(400);
    expect((await refusals(response))[0]).toMatch(wanted);
  });

  test("a lens that lets nothing through, with how to widen it", async () => {
    const response = await server.get(`${API}?q=nothinglikethis`);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/^Nothing matches this lens .*widen/);
  });

  test("other methods, with those that are allowed", async () => {
    const response = await server.get(API, { method: "PUT", body: "x" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
    const elsewhere = await server.get("/api/dossiers", { method: "POST", body: "x" });
    expect([elsewhere.status, elsewhere.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("forms", () => {
  test.each(FORMS.map((form) => [form.id, form] as const))("%s: twice the same bytes", async (id, form) => {
    const query = `?format=${id}&family=denial&date=2026-11-23&download=1`;
    const response = await server.get(API + query);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe(form.mediaType);
    expect(response.headers.get("Content-Disposition")).toContain(`.${form.extension}"`);
    const first = Buffer.from(await response.arrayBuffer());
    const second = Buffer.from(await (await ask("{}", "application/json", query)).arrayBuffer());
    expect(first.equals(second)).toBe(true);
  });

  test("the API's description tells of the body", async () => {
    const { paths } = await server.json("/api/openapi.json");
    const { get, post } = paths["/api/dossiers/{dossier}/briefing"];
    expect(get.operationId).toBe("getBriefing");
    expect(post.operationId).toBe("askBriefing");
    expect(Object.keys(post.requestBody.content)).toEqual(["application/json", "application/yaml"]);
  });
});

describe("the page", () => {
  test("says what the data says, and leads to every form", async () => {
    const html = await server.text(`${PAGE}?family=denial`);
    const briefing = await server.json(`${API}?family=denial&date=2026-11-23`);
    for (const { text } of briefing.bottomLine.sentences) expect(textOf(html)).toContain(text);
    for (const { number, quotation } of briefing.evidence) {
      expect(html).toContain(`id="evidence-${number}"`);
      expect(textOf(html)).toContain(quotation);
    }
    for (const { id } of FORMS) expect(html).toContain(`format=${id}&amp;date=2026-11-23`);
    expect(html).toContain("2026-11-23");
  });

  test("a citation leads to its evidence", async () => {
    const html = await server.text(`${PAGE}?family=denial`);
    const ids = new Set([...html.matchAll(/ id="(evidence-\d+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#(evidence-\d+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("of a lens that lets nothing through says how to widen it", async () => {
    const response = await server.get(`${PAGE}?q=nothinglikethis`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(textOf(html)).toContain("Nothing matches this lens");
    const way = /<a href="([^"]*)"[^>]*>Without “nothinglikethis”<\/a>: 80 statements/.exec(html)![1]!;
    expect(textOf(await server.text(way))).toContain("Bottom line");
  });

  test("its style names the dossier at the head of printed pages", async () => {
    const style = await server.text("/d/kremlin-moscow-suburb/briefing.css");
    expect(style).toContain('content: "The Kremlin challenged in a Moscow suburb"');
  });
});
