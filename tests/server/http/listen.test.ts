import type { Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { type Listening, listen } from "../../../server/http/listen.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function start(answer: (response: ServerResponse) => void): Promise<Listening> {
  return listen((_request, response) => answer(response), "127.0.0.1", 0);
}

const isOpen = (server: Server) => server.listening;

describe("closing", () => {
  test("lets a request in flight finish, and takes no new one", async () => {
    const { address, close, server } = await start((response) => {
      response.write("first ");
      setTimeout(() => response.end("last"), 300);
    });
    const answer = fetch(address).then((response) => response.text());
    await wait(100);
    const closed = close();
    await wait(20);
    expect(isOpen(server)).toBe(false);
    await expect(fetch(address)).rejects.toThrow("fetch failed");
    expect(await answer).toBe("first last");
    const before = Date.now();
    await closed;
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  test("does not wait for a connection that is only kept open", async () => {
    const { address, close } = await start((response) => response.end("ok"));
    await (await fetch(address)).text();
    const before = Date.now();
    await close();
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  test("does not wait beyond its grace", async () => {
    const { address, close } = await start(() => {});
    const answer = fetch(address).catch((error: Error) => error.message);
    await wait(50);
    const before = Date.now();
    await close(200);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(await answer).toBe("fetch failed");
  });

  test("nor for one that sends its request letter by letter", async () => {
    const { address, close } = await start((response) => response.end("ok"));
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write("GET / HTTP/1.1\r\nHo");
    await wait(50);
    const before = Date.now();
    await close(200);
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});

test("a port that is taken is refused", async () => {
  const first = await start((response) => response.end());
  const port = Number(new URL(first.address).port);
  await expect(listen(() => {}, "127.0.0.1", port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});
