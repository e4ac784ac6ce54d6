/** Unknown value → entry, in two steps: parsing, which may be long and gives plain data; then the graph. */
import { createHash } from "node:crypto";
import type { Budget } from "../../graph-data/dossier/approximate.ts";
import type { Anchor } from "../../graph-data/dossier/evidence.ts";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { Problem } from "../../graph-data/errors.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { completePositions, type Layout } from "./positions.ts";
import type { Entry, EntryFacts } from "./store.ts";

export const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

export interface Unparsed {
  readonly value: unknown;
  /** Listed under this id when the value does not say a usable one. */
  readonly name: string;
  readonly source: string;
  readonly revision: string;
  /** Found before parsing: in the files, not in the dossier. */
  readonly problems: readonly Problem[];
}

export interface ParsedEntry {
  readonly facts: EntryFacts;
  /** `null` when problems keep it from being used. */
  readonly parsed: { readonly dossier: Dossier; readonly anchors: readonly (readonly Anchor[])[] } | null;
}

/** `budget` is that of the search for quotations, as `parseDossier` takes it. */
export function parseEntry(unparsed: Unparsed, budget?: Budget): ParsedEntry {
  const { value, name, source, revision } = unparsed;
  const claims = claimsOf(value);
  const facts = { id: claims.id ?? name, title: claims.title ?? name, source, revision };
  if (unparsed.problems.some((problem) => problem.severity === "error")) {
    return { facts: { ...facts, problems: unparsed.problems }, parsed: null };
  }
  const { dossier, anchors, problems } = parseDossier(value, { hash: sha256, budget });
  return {
    facts: { ...facts, problems: [...unparsed.problems, ...problems] },
    parsed: dossier && { dossier, anchors },
  };
}

/** The graph built, with positions. */
export async function makeEntry({ facts, parsed }: ParsedEntry, layout: Layout): Promise<Entry> {
  if (parsed === null) return { ...facts, narrative: null };
  const placed = await completePositions(buildGraph(parsed.dossier, parsed.anchors), layout);
  return { ...facts, narrative: placed.narrative, problems: [...facts.problems, ...placed.problems] };
}

/** Id and title that a value claims, as far as they can be used to list it even when the rest is broken. */
function claimsOf(value: unknown): { id?: string; title?: string } {
  if (typeof value !== "object" || value === null) return {};
  const { id, title } = value as { id?: unknown; title?: unknown };
  return {
    ...(typeof id === "string" && /^[a-z0-9-]{1,200}$/.test(id) ? { id } : {}),
    ...(typeof title === "string" && title.trim() !== "" ? { title: title.slice(0, 300) } : {}),
  };
}
