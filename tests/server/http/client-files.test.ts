import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { startTestServer } from "../../support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "narrascope-client-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** Bytes that are no UTF-8. */
const BYTES = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0xff, 0xfe, 0x80);
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "assets", "sql-1.wasm"), BYTES);
for (const name of ["worker-eKO39x9p.js", "worker-1.css", "my-worker-1.js", "main-1.js"])
  writeFileSync(join(folder, "assets", name), "/* nothing */");

const server = await startTestServer([], { clientFolder: folder });

async function scriptPolicy(path: string): Promise<string | undefined> {
  const policy = (await server.get(path)).headers.get("content-security-policy") ?? "";
  return policy.split(";").find((part) => part.startsWith("script-src "));
}

describe("the client's files", () => {
  test("of WebAssembly are served as what they are, byte for byte", async () => {
    const response = await server.get("/assets/sql-1.wasm");
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
  });

  test("may compile WebAssembly where they are workers", async () => {
    const policy = (await server.get("/assets/worker-eKO39x9p.js")).headers.get("content-security-policy");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("default-src 'none';");
    expect(policy?.match(/unsafe/g)).toHaveLength(1);
  });

  test.each([
    "/assets/main-1.js",
    "/assets/my-worker-1.js",
    "/assets/worker-1.css",
    "/assets/sql-1.wasm",
    "/assets/worker-nowhere/",
    "/worker-1.js",
    "/open",
    "/d/x?worker-1.js",
  ])("and nothing else: %s", async (path) => {
    expect(await scriptPolicy(path)).toBe("script-src 'self'");
  });
});
