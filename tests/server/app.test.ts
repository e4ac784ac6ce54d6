import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { createMemoryStore } from "../../server/stores/memory.ts";
import { harbourValue } from "../support/fixtures.ts";
import { layoutInRow, startTestServer } from "../support/server.ts";

const server = await startTestServer([harbourValue()], { hostNames: ["narrascope.example"] });

const failing = await startTestServer({
  list: () => Promise.reject(new Error("the secret reason")),
  get: () => Promise.reject(new Error("the secret reason")),
});
const bare = await startTestServer(createMemoryStore([], layoutInRow), { viewsFolder: "/nonexistent" });

/** What `fetch` does not let one send. */
function send(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(server.address);
      const outgoing = request({ host: "127.0.0.1", port, path, ...options }, (response) => {
        let body = "";
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end();
    },
  );
}

/** Bytes as they are, and all that comes back. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(server.address).port), "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (answer += chunk));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("every answer", () => {
  test.each(["/", "/d/harbour", "/api/dossiers", "/healthz", "/nowhere", "/api/nowhere"])(
    "%s lets a page load nothing but our own files",
    async (path) => {
      const { headers } = await server.get(path);
      const policy = new Map(
        (headers.get("content-security-policy") ?? "").split(";").map((part) => {
          const [name = "", ...values] = part.trim().split(" ");
          return [name, values];
        }),
      );
      expect(policy.get("default-src")).toEqual(["'none'"]);
      expect(policy.get("script-src")).toEqual(["'self'"]);
      expect(policy.get("style-src")).toEqual(["'self'"]);
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
      expect([...policy.values()].flat().join(" ")).not.toMatch(/unsafe|\*|https?:/);
      expect(policy.has("upgrade-insecure-requests")).toBe(false);
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  test("carries a number that the log has, too", async () => {
    const response = await server.get("/api/dossiers?x=1");
    const id = response.headers.get("x-request-id");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.log.find((line) => line.id === id)).toMatchObject({
      method: "GET",
      url: "/api/dossiers?x=1",
      status: 400,
    });
  });
});

test("healthz says that it lives, and is not kept", async () => {
  const response = await server.get("/healthz");
  expect(await response.json()).toEqual({ status: "ok" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

describe("methods", () => {
  const paths = [
    "/",
    "/about",
    "/d/harbour",
    "/d/harbour/statements",
    "/api",
    "/api/dossiers/harbour/graph",
    "/healthz",
  ];

  test.each(paths)("%s is only read", async (path) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      const response = await server.get(path, { method });
      expect([method, response.status, response.headers.get("allow")]).toEqual([
        method,
        405,
        "GET, HEAD, OPTIONS",
      ]);
    }
    const options = await server.get(path, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  });

  test.each(paths)("HEAD %s is GET without its body", async (path) => {
    const [head, get] = [await send(path, { method: "HEAD" }), await send(path)];
    expect(head.body).toBe("");
    expect(head.status).toBe(get.status);
    for (const name of ["content-type", "content-length", "etag", "cache-control"]) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
  });

  test("where there is nothing, there is nothing to allow", async () => {
    expect((await server.get("/nowhere", { method: "POST" })).status).toBe(404);
  });
});

describe("addresses", () => {
  test.each([
    ["/api/dossiers/%E0%A4%A", 400],
    ["/api/dossiers/harbour/documents/%", 400],
    ["/api/dossiers/harbour/graph?q=%E0%A4%A", 400],
    ["/api/dossiers/nobody", 404],
    ["/api/dossiers/..%2f..%2fetc%2fpasswd", 404],
    ["/api/dossiers/%2e%2e/%2e%2e/etc/passwd", 404],
    ["/api/../../../etc/passwd", 404],
    ["/assets/../../package.json", 404],
    ["/assets/..%2f..%2fpackage.json", 404],
    ["//evil.example/", 404],
    ["/d/harbour%00", 404],
    ["/.vite/manifest.json", 404],
  ])("%s is %i", async (path, status) => {
    const answer = await send(path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('"narrascope"');
    expect(answer.headers["content-type"]).toMatch(
      path.startsWith("/api/") ? /^application\/problem\+json/ : /^text\/html/,
    );
  });

  test("an address of more than 8192 characters is too long; a query of more than 4096 is refused", async () => {
    const long = await server.get(`/api/dossiers/harbour/graph?q=${"x".repeat(9_000)}`);
    expect(long.status).toBe(414);
    const query = await server.get(`/api/dossiers/harbour/graph?q=${"x".repeat(5_000)}`);
    expect(query.status).toBe(400);
    expect(await query.json()).toMatchObject({
      problems: [{ message: expect.stringContaining("4096 are allowed") }],
    });
    expect((await server.get(`/d/harbour?q=${"x".repeat(5_000)}`)).status).toBe(400);
  });

  test("headers beyond all measure get an answer, and the server lives", async () => {
    const answer = await sendBytes(`GET /?${"x".repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect((await server.get("/healthz")).status).toBe(200);
  });

  test.each([
    "\u0000\u0001\u0002\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "hello\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
  ])("%j is no request", async (bytes) => {
    expect(await sendBytes(bytes)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("the name it is called by", () => {
  test.each([
    "127.0.0.1:4280",
    "localhost",
    "LOCALHOST:1",
    "[::1]:4280",
    "a.localhost",
    "narrascope.example",
    "10.1.2.3",
  ])("answers to %s", async (host) => {
    expect((await send("/healthz", { headers: { host } })).status).toBe(200);
  });
  test.each(["evil.example", "evil.example:4280", "localhost.evil.example", "127.0.0.1.evil.example", "a@b"])(
    "does not answer to %j",
    async (host) => {
      const { status, body } = await send("/api/dossiers", { headers: { host } });
      expect(status).toBe(421);
      expect(body).not.toContain("harbour");
    },
  );
});

describe("what goes wrong inside", () => {
  test("is a 500 without its reason, which the log has", async () => {
    for (const path of ["/", "/d/x", "/api/dossiers", "/api/dossiers/x/graph"]) {
      const response = await failing.get(path);
      const body = await response.text();
      expect(response.status).toBe(500);
      expect(body).not.toContain("secret");
    }
    expect(JSON.stringify(failing.log)).toContain("the secret reason");
  });

  test("templates that are missing do not take the error page along", async () => {
    const response = await bare.get("/");
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("500 Internal Server Error");
  });
});
