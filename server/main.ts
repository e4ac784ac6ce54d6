#!/usr/bin/env node
/** The program: what the process has around it → a command. */
import { listCommands } from "./cli/commands.ts";
import { runCommand } from "./cli/index.ts";
import { printTo } from "./cli/printing.ts";
import { findPackage } from "./root.ts";

const printError = printTo(process.stderr);
/** That stderr cannot be written to can be told to nobody. */
const complain = (text: string) => printError(text).catch(() => undefined);

process.exitCode = await runCommand(listCommands(), process.argv.slice(2), {
  environment: process.env,
  stdin: process.stdin,
  print: printTo(process.stdout),
  complain: (text) => void complain(`${text}\n`),
  complainBare: (text) => void complain(text),
  terminal: process.stderr.isTTY === true,
  ...findPackage(import.meta.url),
});
