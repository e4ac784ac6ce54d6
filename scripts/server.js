/** Starts the built server on a free port, for the screenshot, benchmarks and tests. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ROOT } from "./paths.js";

/**
 * @param {{ args?: string[], env?: Record<string, string>, root?: string, timeout?: number }} [options]
 * @returns {Promise<{ address: string, output: () => string, stop: () => Promise<number | null> }>}
 */
export async function startServer({ args = [], env = {}, root = ROOT, timeout = 60_000 } = {}) {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [`${root}/dist/server/main.js`, ...args], {
    cwd: root,
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  if (await answers(`${address}/healthz`, child, timeout)) return { address, output: () => output, stop };
  await stop();
  throw new Error(`the server did not start:\n${output}`);
}

/** A port that nothing listens on now. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url, child, timeout) {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    try {
      if ((await fetch(url)).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}
