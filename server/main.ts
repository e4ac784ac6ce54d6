#!/usr/bin/env node
/** The program: what the process has around it → a command. */
import { listCommands } from "./cli/commands.ts";
import { runCommand } from "./cli/index.ts";
import { findPackage } from "./root.ts";

process.exitCode = await runCommand(listCommands(), process.argv.slice(2), {
  environment: process.env,
  stdin: process.stdin,
  print: (content) =>
    new Promise((resolve, reject) => {
      process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
    }),
  complain: (text) => process.stderr.write(`${text}\n`),
  complainBare: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  ...findPackage(import.meta.url),
});
