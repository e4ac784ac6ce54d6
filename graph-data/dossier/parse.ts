/** Unknown value → dossier, or every problem with its path. */
import { z } from "zod";
import { type Problem, writePath } from "../errors.ts";
import type { Budget } from "./approximate.ts";
import { type Anchor, anchorStatements, mayBeShown } from "./evidence.ts";
import { dropFollowing, grouped, IN_WORDS } from "./issues.ts";
import { LIMITS } from "./limits.ts";
import type { Dossier } from "./records.ts";
import { checkReferences } from "./references.ts";
import { actorSchema, documentSchema, dossierSchema, statementSchema } from "./schema.ts";

export interface ParseOptions {
  /** SHA-256 of a text in hexadecimal. Without it, recorded hashes are not checked. */
  readonly hash?: (text: string) => string;
  /** For searching quotations, as `anchorStatements` takes it. */
  readonly budget?: Budget;
}

export interface ParsedDossier {
  /** `null` when a problem of severity "error" was found. */
  readonly dossier: Dossier | null;
  /** Anchors of the statements' evidence, statement by statement; empty when `dossier` is `null`. */
  readonly anchors: readonly (readonly Anchor[])[];
  readonly problems: readonly Problem[];
}

/** Problems listed for one dossier; what is beyond is counted. */
const MOST_PROBLEMS = 500;

/**
 * Parses a dossier whose documents carry their `text` inline. Structure, references, dates and every quotation are
 * checked; all problems are reported together.
 */
export function parseDossier(value: unknown, options: ParseOptions = {}): ParsedDossier {
  const { dossier, problems: faults } = parseStructure(value);
  if (!dossier) return { dossier, anchors: [], problems: capProblems(faults) };
  const references = checkReferences(dossier);
  if (references.some((problem) => problem.severity === "error")) {
    return { dossier: null, anchors: [], problems: capProblems(references) };
  }
  const anchors = anchorStatements(dossier, options.budget);
  const problems = [...references, ...checkHashes(dossier, options), ...checkAnchors(dossier, anchors)];
  return { dossier, anchors, problems: capProblems(problems) };
}

/** The lists that may be long, each with the schema of an entry. */
const LONG_LISTS = { documents: documentSchema, actors: actorSchema, statements: statementSchema } as const;

/** A dossier but for its long lists, of which only the length is checked. */
const shellSchema = dossierSchema.extend({
  documents: z.array(z.unknown()).max(LIMITS.documents),
  actors: z.array(z.unknown()).max(LIMITS.actors),
  statements: z.array(z.unknown()).max(LIMITS.statements),
});

/**
 * As `dossierSchema.safeParse`, entry by entry in the long lists, and no further than to `MOST_PROBLEMS`: a file of
 * nothing but faults would otherwise take half a minute and gigabytes.
 */
function parseStructure(value: unknown): { dossier: Dossier | null; problems: Problem[] } {
  const crowded = checkPositionCount(value);
  if (crowded.length > 0) return { dossier: null, problems: crowded };
  const shell = shellSchema.safeParse(value, IN_WORDS);
  const problems = shell.success ? [] : problemsOfSchema(shell.error, []);
  const lists: Record<string, unknown[]> = {};
  for (const [name, schema] of Object.entries(LONG_LISTS)) {
    const list = (value as Record<string, unknown> | null)?.[name];
    if (!Array.isArray(list) || list.length > LIMITS[name as keyof typeof LONG_LISTS]) continue;
    lists[name] = parseEntries(name, list, schema, problems);
  }
  const sound = shell.success && problems.length === 0;
  return { dossier: sound ? ({ ...shell.data, ...lists } as Dossier) : null, problems };
}

function parseEntries(
  name: string,
  list: readonly unknown[],
  schema: z.ZodType,
  problems: Problem[],
): unknown[] {
  const entries: unknown[] = [];
  for (const [at, value] of list.entries()) {
    const parsed = schema.safeParse(value, IN_WORDS);
    if (parsed.success) entries.push(parsed.data);
    else problems.push(...problemsOfSchema(parsed.error, [name, at]));
    if (problems.length <= MOST_PROBLEMS) continue;
    problems.length = MOST_PROBLEMS;
    problems.push({ path: "", message: "there are more; checking stopped here", severity: "error" });
    break;
  }
  return entries;
}

/** A record has no greatest size in the schema. */
function checkPositionCount(value: unknown): Problem[] {
  const positions = (value as Record<string, unknown> | null)?.positions;
  if (typeof positions !== "object" || positions === null) return [];
  const count = Object.keys(positions).length;
  if (count <= LIMITS.actors) return [];
  const message = `there are ${grouped(count)} positions; ${grouped(LIMITS.actors)} are allowed`;
  return [{ path: "positions", message, severity: "error" }];
}

function problemsOfSchema(error: z.ZodError, within: readonly PropertyKey[]): Problem[] {
  return dropFollowing(error.issues).map((issue) => ({
    path: writePath([...within, ...issue.path]),
    message: issue.message,
    severity: "error",
  }));
}

function checkHashes(dossier: Dossier, { hash }: ParseOptions): Problem[] {
  if (!hash) return [];
  return dossier.documents.flatMap((document, at): Problem[] =>
    document.sha256 === undefined || document.text === undefined || hash(document.text) === document.sha256
      ? []
      : [
          {
            path: `documents[${at}].sha256`,
            message: `the text of "${document.id}" is not the one that was coded: its hash differs`,
            severity: "warning",
          },
        ],
  );
}

function checkAnchors(dossier: Dossier, anchors: readonly (readonly Anchor[])[]): Problem[] {
  return dossier.statements.flatMap((statement, s): Problem[] =>
    (anchors[s] ?? []).flatMap((anchor, e): Problem[] => {
      const message = describeAnchor(anchor, statement.evidence[e]);
      if (message === null) return [];
      const withheld = mayBeShown(anchors[s] ?? []) ? "" : `; statement ${statement.id} is withheld`;
      return [{ path: `statements[${s}].evidence[${e}]`, message: message + withheld, severity: "warning" }];
    }),
  );
}

function describeAnchor(anchor: Anchor, evidence?: { start?: number; end?: number }): string | null {
  const place = evidence?.start === undefined ? "" : ` at ${evidence.start}–${evidence.end}`;
  const found = anchor.range ? `${anchor.range.start}–${anchor.range.end}` : "";
  switch (anchor.state) {
    case "moved":
      return place === "" ? null : `the words are not${place} (found at ${found})`;
    case "approximate":
      return `the words are not${place || " in the document"} (nearly found at ${found}, score ${anchor.score.toFixed(2)})`;
    case "missing":
      return `the words are not${place === "" ? "" : `${place}, nor elsewhere`} in the document`;
    case "unchecked":
      return "the dossier does not hold the document's text, so the quotation is not checked";
    default:
      return null;
  }
}

function capProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS + 1) return problems;
  const more = problems.length - MOST_PROBLEMS;
  const severity = problems.some((problem) => problem.severity === "error") ? "error" : "warning";
  return [...problems.slice(0, MOST_PROBLEMS), { path: "", message: `and ${more} more problems`, severity }];
}
