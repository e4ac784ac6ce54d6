/** Environment and paths → configuration. Pure: what it reads is passed in. */
import { errorAt, type Problem, UsageError } from "../graph-data/errors.ts";

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Dossiers, or folders of dossiers, to open beside those that come with the program. */
  readonly paths: readonly string[];
  /** Host names, beyond loopback and addresses, under which the server may be called. */
  readonly hostNames: readonly string[];
  readonly logLevel: LogLevel;
}

export const DEFAULTS = { host: "127.0.0.1", port: 4280 } as const;

export const SERVE_HELP = `Each path is a dossier (a folder with dossier.json, or one JSON file) or a folder of dossiers. Those that come with the
program are served, too. Without a command, narrascope serves.

Environment:
  HOST         address to listen on (default ${DEFAULTS.host}: this machine alone)
  PORT         port to listen on (default ${DEFAULTS.port}; 0 takes any free one)
  HOST_NAMES   names, comma-separated, under which the server may be called, beside localhost, HOST and IP addresses
  LOG_LEVEL    ${LOG_LEVELS.join(", ")} (default: warn at a terminal, else info,
               which logs every request); the log goes to stderr, one JSON object a line`;

/** Throws `UsageError` with every problem. `terminal`: a person, not a log collector, reads stderr. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  paths: readonly string[],
  terminal = false,
): Config {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => problems.push(errorAt(path, message));
  if (paths.includes("")) report("path", "is empty");
  const host = environment.HOST?.trim() || DEFAULTS.host;
  const config: Config = {
    host,
    port: readPort(environment.PORT, report),
    paths,
    hostNames: [host, ...(environment.HOST_NAMES ?? "").split(",")]
      .map((name) => name.trim())
      .filter(Boolean),
    logLevel: readLevel(environment.LOG_LEVEL, terminal, report),
  };
  if (problems.length > 0) throw new UsageError("The server cannot start like this.", problems);
  return config;
}

type Report = (path: string, message: string) => void;

function readPort(text: string | undefined, report: Report): number {
  const wanted = text?.trim() ?? "";
  if (wanted === "") return DEFAULTS.port;
  if (/^\d{1,5}$/.test(wanted) && Number(wanted) <= 65_535) return Number(wanted);
  report("PORT", `"${wanted}" is not a port; allowed: 0 to 65535`);
  return DEFAULTS.port;
}

function readLevel(text: string | undefined, terminal: boolean, report: Report): LogLevel {
  const wanted = text?.trim() ?? "";
  if (wanted === "") return terminal ? "warn" : "info";
  const level = LOG_LEVELS.find((candidate) => candidate === wanted);
  if (!level) report("LOG_LEVEL", `"${wanted}" is not allowed; allowed: ${LOG_LEVELS.join(", ")}`);
  return level ?? "info";
}
