/** Dossiers held in memory. */
import { createHash } from "node:crypto";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { NotFoundError, type Problem } from "../../graph-data/errors.ts";
import { buildGraph } from "../../graph-data/graph/build.ts";
import { completePositions, type Layout } from "./positions.ts";
import { type DossierStore, type Entry, separateDuplicates } from "./store.ts";

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

/** Unknown value → entry: parsed, built, with positions; or its problems. */
export async function makeEntry(unparsed: Unparsed, layout: Layout): Promise<Entry> {
  const { value, name, source, revision } = unparsed;
  const claims = claimsOf(value);
  const entry = { id: claims.id ?? name, title: claims.title ?? name, source, revision };
  if (unparsed.problems.some((problem) => problem.severity === "error")) {
    return { ...entry, narrative: null, problems: unparsed.problems };
  }
  const { dossier, anchors, problems } = parseDossier(value, { hash: sha256 });
  const found = [...unparsed.problems, ...problems];
  if (!dossier) return { ...entry, narrative: null, problems: found };
  const placed = await completePositions(buildGraph(dossier, anchors), layout);
  return { ...entry, narrative: placed.narrative, problems: [...found, ...placed.problems] };
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

/** Values as they come out of `JSON.parse`, valid or not. They are parsed once, when first asked for. */
export function createMemoryStore(values: readonly unknown[], layout: Layout): DossierStore {
  let entries: Promise<readonly Entry[]> | null = null;
  const load = async () => {
    const made = values.map((value, at) => {
      const name = `memory-${at + 1}`;
      const revision = sha256(JSON.stringify(value) ?? "");
      return makeEntry({ value, name, source: name, revision, problems: [] }, layout);
    });
    return separateDuplicates(await Promise.all(made));
  };
  const list = () => {
    entries ??= load();
    return entries;
  };
  return {
    list,
    async get(id) {
      const entry = (await list()).find((candidate) => candidate.id === id);
      if (!entry) throw new NotFoundError(`There is no dossier "${id}".`);
      return entry;
    },
  };
}
