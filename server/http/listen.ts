/** A listening server that can be closed within a known time. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { PROBLEM_TYPE, type ProblemDetails } from "./errors.ts";

export interface Listening {
  readonly server: Server;
  readonly address: string;
  /** Lets requests in flight finish, for `grace` milliseconds at most; then ends what is left. */
  close(grace?: number): Promise<void>;
}

const GRACE = 4_000;

/** Rejects when the port cannot be had. */
export function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(
    // Node would refuse a request without Host with nothing said.
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 5_000, requireHostHeader: false },
    (request, response) => (lacksHost(request) ? refuse(response, HOSTLESS) : app(request, response)),
  );
  server.on("checkExpectation", (_request, response) => refuse(response, UNEXPECTED));
  server.on("clientError", refuseUnreadable);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve({ server, address: addressOf(server, host), close: (grace) => close(server, grace) });
    });
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function close(server: Server, grace = GRACE): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), grace);
    // A connection that a request was in flight on falls idle only later.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(force);
      clearInterval(sweep);
      resolve();
    });
  });
}

type Refusal = readonly [status: number, detail: string];

const HOSTLESS: Refusal = [400, "The request lacks the header Host."];
const UNEXPECTED: Refusal = [417, "Of the header Expect only 100-continue is understood."];
const UNREADABLE: Refusal = [400, "This is not a request in HTTP."];
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [431, "The address and headers together are too long."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not arrive in time."],
};

/** HTTP/1.0 knows no Host. */
function lacksHost({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === "1.1" && headers.host === undefined;
}

/** What is wrong with the request as such is answered before the application sees it. */
function refuse(response: ServerResponse, refusal: Refusal): void {
  const { status, body, headers } = writeRefusal(refusal);
  response.writeHead(status, headers).end(body);
}

interface Unreadable extends NodeJS.ErrnoException {
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

/** Requests that never became one: there is no response to write to but the connection itself. */
function refuseUnreadable(error: Unreadable, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, title, body, headers } = writeRefusal(
    REFUSALS[error.code ?? ""] ?? refuseMethod(error) ?? UNREADABLE,
  );
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** A request whose first line is in order but for a method that is none of HTTP's; `null` for anything else. */
function refuseMethod({ code, rawPacket, bytesParsed = 0 }: Unreadable): Refusal | null {
  if (code !== "HPE_INVALID_METHOD" || !rawPacket) return null;
  const text = rawPacket.toString("latin1");
  const line = text.slice(text.lastIndexOf("\n", bytesParsed) + 1);
  const method = /^([\w-]{1,40}) \S+ HTTP\/1\.[01]\r?\n/.exec(line)?.[1];
  return method === undefined ? null : [501, `There is no method ${method} here.`];
}

function writeRefusal([status, detail]: Refusal) {
  const title = STATUS_CODES[status] ?? "Error";
  const problem: ProblemDetails = { type: "about:blank", title, status, detail };
  const body = JSON.stringify(problem);
  const headers = {
    "Content-Type": PROBLEM_TYPE,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  return { status, title, body, headers };
}
