import { createServer } from "node:http";
import { expect, test } from "@jest/globals";
import express from "express";
import { pino } from "pino";
import { logRequests } from "../../../server/http/log.ts";

/** The lines logged at a level while these paths are asked for, one after the other. */
async function linesAt(level: string, paths: readonly string[]) {
  const lines: string[] = [];
  const app = express().use(
    logRequests(pino({ level, base: null }, { write: (line) => void lines.push(line) })),
  );
  const server = createServer(app.use((_request, response) => void response.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  for (const path of paths) await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return lines.map((line) => JSON.parse(line) as { url: string; level: number });
}

const PATHS = ["/healthz", "/d/harbour?q=a", "/healthz/more"];

test("requests are logged, but not the pulse", async () => {
  expect(await linesAt("info", PATHS)).toMatchObject([
    { url: "/d/harbour?q=a", status: 200 },
    { url: "/healthz/more", status: 200 },
  ]);
});

test("the pulse, too, when every detail is wanted", async () => {
  expect((await linesAt("debug", PATHS)).map(({ url }) => url)).toEqual(PATHS);
});
