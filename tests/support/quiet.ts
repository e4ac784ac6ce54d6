/** Unexpected words on the console fail the test that is running. Loaded before every test file. */

import { format } from "node:util";
import { afterAll, afterEach } from "@jest/globals";

type Level = "warn" | "error";

interface Expected {
  readonly level: Level;
  readonly pattern: RegExp | string;
  met: boolean;
}

const written: { level: Level; text: string }[] = [];
const expected: Expected[] = [];

/** Allows, and demands, that the running test writes to the console what matches. */
export function expectConsole(level: Level, pattern: RegExp | string): void {
  expected.push({ level, pattern, met: false });
}

function matches({ level, pattern }: Expected, line: { level: Level; text: string }): boolean {
  if (level !== line.level) return false;
  return typeof pattern === "string" ? line.text.includes(pattern) : pattern.test(line.text);
}

/** Compares what was written with what was expected, forgets both, and says what differs. */
export function settleConsole(): string[] {
  const surprises = written
    .splice(0)
    .filter((line) => {
      const allowance = expected.find((entry) => matches(entry, line));
      if (allowance) allowance.met = true;
      return !allowance;
    })
    .map(({ level, text }) => `unexpected console.${level}: ${text}`);
  const missed = expected
    .splice(0)
    .filter(({ met }) => !met)
    .map(({ level, pattern }) => `expected console.${level} to be called with ${String(pattern)}`);
  return [...surprises, ...missed];
}

function demandQuiet(): void {
  const differences = settleConsole();
  if (differences.length > 0) throw new Error(differences.join("\n"));
}

for (const level of ["warn", "error"] as const) {
  console[level] = (...values: unknown[]) => {
    written.push({ level, text: format(...values) });
  };
}
afterEach(demandQuiet);
afterAll(demandQuiet);
