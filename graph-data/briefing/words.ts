/** The analyst's own words: a small YAML or JSON file beside the dossier, or what the editor holds. */
import { isMap, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { errorAt, type Problem, writePath } from "../errors.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { resolveSelected } from "../lens/view.ts";
import { listCited } from "./cited.ts";
import { CONFIDENCES, LIKELIHOOD_WORDS, TLP_MARKS } from "./scales.ts";
import { SECTIONS, type Words } from "./words-model.ts";

/** Characters; beyond them a field is refused. */
export const WORDS_LIMITS = {
  /** Of the whole file. */
  file: 200_000,
  line: 300,
  bottomLine: 10_000,
  paragraph: 3_000,
  judgements: 50,
  comments: 500,
} as const;

const tooLong = (most: number) => `is longer than ${most} characters`;

const line = z.string().trim().min(1).max(WORDS_LIMITS.line, tooLong(WORDS_LIMITS.line));
const markdown = (most: number) =>
  z
    .string()
    .max(most, tooLong(most))
    .refine((text) => text.trim() !== "", "is empty");
const paragraph = markdown(WORDS_LIMITS.paragraph);

export const wordsSchema = z.strictObject({
  title: line.optional().describe("In place of the drafted title"),
  author: line.optional(),
  handling: z
    .strictObject({ tlp: z.enum(TLP_MARKS).optional(), note: line.optional() })
    .optional()
    .describe("Traffic Light Protocol 2.0, and a handling note of your own"),
  bottomLine: markdown(WORDS_LIMITS.bottomLine).optional().describe("Markdown; in place of the draft"),
  judgements: z
    .array(
      z.strictObject({
        text: paragraph.describe("Markdown; [@s12] cites statement s12"),
        likelihood: z.enum(LIKELIHOOD_WORDS as [string, ...string[]]).optional(),
        confidence: z.enum(CONFIDENCES).optional(),
        reason: paragraph.optional().describe("Of the confidence; Markdown"),
      }),
    )
    .max(WORDS_LIMITS.judgements)
    .optional(),
  comments: z
    .record(z.string(), paragraph)
    .refine((comments) => Object.keys(comments).length <= WORDS_LIMITS.comments, "has too many entries")
    .optional()
    .describe("On shifts: a tie, source~target~family, and what you say of it"),
  sections: z
    .strictObject(Object.fromEntries(SECTIONS.map((id) => [id, z.boolean().optional()])))
    .optional()
    .describe("false leaves a section out; evidence, sources and limits always stay"),
});

export interface ParsedWords {
  /** `null` when errors keep them from being used. */
  readonly words: Words | null;
  readonly problems: readonly Problem[];
}

/** YAML or JSON text → the words, or every problem with line and column. An empty text is no words. */
export function parseWords(text: string, narrative: NarrativeGraph): ParsedWords {
  if (text.length > WORDS_LIMITS.file)
    return refuse(errorAt("", `has ${text.length} characters; ${WORDS_LIMITS.file} are read`));
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  if (document.errors.length > 0)
    return refuse(...document.errors.map(({ pos, message }) => errorAt(at(pos[0]), message)));
  const value = readValue(document);
  if ("problem" in value) return refuse(value.problem);
  const where = (path: readonly PropertyKey[]) => {
    const node = findNode(document.contents, path);
    return node?.range ? `${writePath(path)} (${at(node.range[0])})` : writePath(path);
  };
  return checkWords(value.value ?? {}, narrative, where);
}

function readValue(document: ReturnType<typeof parseDocument>): { value: unknown } | { problem: Problem } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { problem: errorAt("", error instanceof Error ? error.message : String(error)) };
  }
}

/** The node of a path, or the nearest above it. */
function findNode(root: unknown, path: readonly PropertyKey[]): Node | null {
  let node = root as Node | null;
  for (const key of path) {
    const holder = node as { get?(key: unknown, keep: true): unknown } | null;
    const next = holder?.get?.(key, true);
    if (next === undefined || next === null || typeof next !== "object") break;
    node = next as Node;
  }
  return node && (isMap(node) || "range" in node) ? node : null;
}

/** Words as plain data → checked against the shape, and against the dossier that they speak of. */
export function checkWords(
  value: unknown,
  narrative: NarrativeGraph,
  where: (path: readonly PropertyKey[]) => string = writePath,
): ParsedWords {
  const parsed = wordsSchema.safeParse(value);
  if (!parsed.success)
    return refuse(...parsed.error.issues.map(({ path, message }) => errorAt(where(path), message)));
  const words = parsed.data as Words;
  const problems = listTexts(words).flatMap(({ path, text }) =>
    listCited(text)
      .filter((id) => !narrative.statementById.has(id))
      .map((id) => errorAt(where(path), `there is no statement "${id}" that could be cited`)),
  );
  for (const tie of Object.keys(words.comments ?? {}))
    if (resolveSelected(tie, narrative)?.kind !== "tie")
      problems.push(errorAt(where(["comments", tie]), "is no tie here; a tie is source~target~family"));
  return problems.length > 0 ? refuse(...problems) : { words, problems };
}

function refuse(...problems: Problem[]): ParsedWords {
  return { words: null, problems };
}

/** All that is Markdown. */
function listTexts({ bottomLine, judgements = [], comments = {} }: Words) {
  const texts: { path: PropertyKey[]; text: string | undefined }[] = [
    { path: ["bottomLine"], text: bottomLine },
    ...judgements.flatMap(({ text, reason }, at) => [
      { path: ["judgements", at, "text"], text },
      { path: ["judgements", at, "reason"], text: reason },
    ]),
    ...Object.entries(comments).map(([tie, text]) => ({ path: ["comments", tie], text })),
  ];
  return texts.filter((entry): entry is { path: PropertyKey[]; text: string } => entry.text !== undefined);
}
