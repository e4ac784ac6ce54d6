/** What the schema finds wrong → words. */
import type { z } from "zod";

/** Handed to `safeParse`: words for what the schema has none of its own for. */
export const IN_WORDS: z.core.ParseContext<z.core.$ZodIssue> = { error: describeIssue };

function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_value":
      return describeChoice(issue.values as readonly unknown[], issue.input);
    case "invalid_type":
      return describeType(issue.expected as string, issue.input);
    case "too_small":
      return describeTooSmall(Number(issue.minimum), issue.input);
    case "too_big":
      return describeTooBig(Number(issue.maximum), issue.input);
    default:
      return undefined;
  }
}

function describeChoice(values: readonly unknown[], input: unknown): string {
  const expected = `expected ${values.length > 1 ? "one of " : ""}${values.map(String).join(", ")}`;
  return input === undefined ? `is missing; ${expected}` : expected;
}

function describeType(expected: string, input: unknown): string {
  if (input === undefined) return "is missing";
  if (expected === "int" && typeof input === "number") return "is not a whole number";
  return `expected ${expected === "record" ? "object" : expected}, received ${nameType(input)}`;
}

function nameType(input: unknown): string {
  if (input === null) return "null";
  return Array.isArray(input) ? "array" : typeof input;
}

function describeTooSmall(least: number, input: unknown): string {
  if (typeof input === "number") return `is ${input}; at least ${least} is allowed`;
  return sizeOf(input) === 0 ? "is empty" : `has ${countParts(input)}; at least ${grouped(least)} are needed`;
}

function describeTooBig(most: number, input: unknown): string {
  if (typeof input === "number") return `is ${input}; at most ${most} is allowed`;
  return `has ${countParts(input)}; ${grouped(most)} are allowed`;
}

function countParts(input: unknown): string {
  return `${grouped(sizeOf(input))} ${typeof input === "string" ? "characters" : "entries"}`;
}

function sizeOf(input: unknown): number {
  return (input as string | readonly unknown[]).length;
}

export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** Without what is found in a value that is of the wrong type anyway, such as the length of a list in place of text. */
export function dropFollowing<Issue extends z.core.$ZodIssue>(issues: readonly Issue[]): Issue[] {
  const kept: Issue[] = [];
  for (const issue of issues) {
    const last = kept.at(-1);
    if (last?.code !== "invalid_type" || !samePath(last.path, issue.path)) kept.push(issue);
  }
  return kept;
}

function samePath(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
