/** The peers' page, built by Vite as anybody would build it, and served from a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import { findFreePort } from "../../scripts/server.js";

export async function servePeers(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), "narrascope-peers-"));
  const common = {
    configFile: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    logLevel: "warn",
  } as const;
  await build({
    ...common,
    publicDir: false,
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 1_000 },
  });
  const port = await findFreePort();
  const server = await preview({ ...common, build: { outDir }, preview: { port, host: "127.0.0.1" } });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
