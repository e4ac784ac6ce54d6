import type { Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { type Listening, listen } from "../../../server/http/listen.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function start(answer: (response: ServerResponse) => void): Promise<Listening> {
  return listen((_request, response) => answer(response), "127.0.0.1", 0);
}

/** All that comes back until the server ends the connection. */
function sendBytes(address: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write(bytes, "latin1"));
    let answer = "";
    socket.setEncoding("utf8").on("data", (text) => (answer += text));
    socket.once("error", reject).once("end", () => resolve(answer));
  });
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

describe("a request that no route sees is told why, as a problem", () => {
  const HOST = "Host: localhost\r\n";
  test.each([
    ["GET / HTTP/1.1\r\n", 400, "The request lacks the header Host."],
    [`GET / HTTP/1.1\r\n${HOST}Expect: 200-maybe\r\n`, 417, expect.stringContaining("100-continue")],
    [`FOO / HTTP/1.1\r\n${HOST}`, 501, "There is no method FOO here."],
    [`GETX /a?b HTTP/1.1\r\n${HOST}`, 501, "There is no method GETX here."],
    [`GET / HTTP/1.1\r\n${HOST}\r\nFOO / HTTP/1.1\r\n${HOST}`, 501, "There is no method FOO here."],
    ["FOO\r\n", 400, "This is not a request in HTTP."],
    ["\u0016\u0003\u0001\r\n", 400, "This is not a request in HTTP."],
    [`GET / HTTP/9.9\r\n${HOST}`, 400, "This is not a request in HTTP."],
    [`GET / HTTP/1.1\r\n${HOST}no header\r\n`, 400, "This is not a request in HTTP."],
  ])("%j", async (head, status, detail) => {
    const listening = await start((response) => response.end("ok"));
    const answer = await sendBytes(listening.address, `${head}\r\n`);
    await listening.close();
    const [refusal = "", body = ""] = answer.slice(answer.lastIndexOf("HTTP/1.1 ")).split("\r\n\r\n");
    expect(refusal).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
    expect(refusal).toContain("\r\nContent-Type: application/problem+json; charset=utf-8\r\n");
    expect(JSON.parse(body)).toMatchObject({ type: "about:blank", status, detail });
  });

  test("one in HTTP/1.0 needs no Host, and 100-continue is understood", async () => {
    const listening = await start((response) => response.end("ok"));
    expect(await sendBytes(listening.address, "GET / HTTP/1.0\r\n\r\n")).toMatch(/ 200 OK[\s\S]*ok$/);
    const expecting = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n";
    expect(await sendBytes(listening.address, expecting)).toMatch(/ 100 Continue[\s\S]* 200 OK[\s\S]*ok/);
    await listening.close();
  });
});

test("a port that is taken is refused", async () => {
  const first = await start((response) => response.end());
  const port = Number(new URL(first.address).port);
  await expect(listen(() => {}, "127.0.0.1", port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});
