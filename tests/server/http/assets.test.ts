import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { followAssets, NO_ASSETS, readAssets } from "../../../server/http/assets.ts";
import { startTestServer } from "../../support/server.ts";

const base = mkdtempSync(join(tmpdir(), "narrascope-assets-"));
afterAll(() => rmSync(base, { recursive: true }));
const folder = join(base, "client");
mkdirSync(join(folder, "assets"), { recursive: true });
mkdirSync(join(folder, ".vite"));
writeFileSync(join(base, "secret.txt"), "secret");
writeFileSync(join(folder, "assets", "main-abc.js"), `export const words = "${"x".repeat(5_000)}";`);
writeFileSync(join(folder, "plain.txt"), "plain");
const manifest = {
  "_shared.js": { file: "assets/shared-1.js", css: ["assets/shared-1.css"], imports: ["_deep.js"] },
  "_deep.js": { file: "assets/deep-1.js", imports: ["_shared.js"] },
  "main.tsx": { file: "assets/main-abc.js", css: ["assets/main-1.css"], imports: ["_shared.js"] },
  "page.ts": { file: "assets/page-1.js", css: ["assets/shared-1.css", "assets/page-1.css"] },
};
writeFileSync(join(folder, ".vite", "manifest.json"), JSON.stringify(manifest));

const server = await startTestServer([], { clientFolder: folder, assets: () => readAssets(folder) });

test("a page loads what the manifest names, imports before their importers, nothing twice", () => {
  expect(readAssets(folder)).toEqual({
    open: { script: null, styles: [], imports: [] },
    explorer: {
      script: "/assets/main-abc.js",
      styles: ["/assets/shared-1.css", "/assets/main-1.css"],
      imports: ["/assets/deep-1.js", "/assets/shared-1.js"],
    },
    page: {
      script: "/assets/page-1.js",
      styles: ["/assets/shared-1.css", "/assets/page-1.css"],
      imports: [],
    },
  });
});

test("without a built client there is nothing to load, and pages still answer", async () => {
  expect(readAssets(join(base, "nowhere"))).toEqual(NO_ASSETS);
  expect((await server.get("/")).status).toBe(200);
});

test("after another build the new names are given", () => {
  const other = join(base, "other");
  const file = join(other, ".vite", "manifest.json");
  const assets = followAssets(other);
  expect(assets()).toEqual(NO_ASSETS);
  mkdirSync(join(other, ".vite"), { recursive: true });
  for (const [at, name] of ["one", "two"].entries()) {
    writeFileSync(file, JSON.stringify({ "main.tsx": { file: `assets/${name}.js` } }));
    utimesSync(file, 1_000 + at, 1_000 + at);
    expect(assets().explorer.script).toBe(`/assets/${name}.js`);
  }
});

describe("built files", () => {
  test("have a hash in their name and are kept for good; nothing else is served", async () => {
    const hashed = await server.get("/assets/main-abc.js", { headers: { "accept-encoding": "gzip" } });
    expect(hashed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(hashed.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(hashed.headers.get("content-encoding")).toBe("gzip");
    expect((await server.get("/plain.txt")).status).toBe(404);
  });

  test("outside of their folder, or hidden in it, are not served", async () => {
    for (const path of [
      "/.vite/manifest.json",
      "/..%2fsecret.txt",
      "/assets/%2e%2e/%2e%2e/secret.txt",
      "/assets",
      "/assets/",
    ]) {
      const response = await server.get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toMatch(/secret$|"file"/);
    }
  });
});
