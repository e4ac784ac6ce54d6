#!/usr/bin/env node
/** The program: what the process has around it → a command. */
import { listCommands } from "./cli/commands.ts";
import { runCommand } from "./cli/index.ts";
import { findPackage } from "./root.ts";

/** As shells count it: 128 and the signal's number. */
const INTERRUPTED = 130;

// Whoever reads stdout may have enough before the end, as `head` has: then there is nothing left to do.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await runCommand(listCommands(), process.argv.slice(2), {
  environment: process.env,
  stdin: process.stdin,
  print: (content) => new Promise((resolve) => process.stdout.write(content, () => resolve())),
  complain: (text) => process.stderr.write(`${text}\n`),
  complainBare: (text) => process.stderr.write(text),
  onInterrupt(action) {
    const end = () => {
      action();
      process.exit(INTERRUPTED);
    };
    process.once("SIGINT", end);
    return () => process.removeListener("SIGINT", end);
  },
  terminal: process.stderr.isTTY === true,
  ...findPackage(import.meta.url),
});
