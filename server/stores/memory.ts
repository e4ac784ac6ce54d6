/** Dossiers held in memory. */
import { NotFoundError } from "../../graph-data/errors.ts";
import { makeEntry, parseEntry, sha256 } from "./entry.ts";
import type { Layout } from "./positions.ts";
import { type DossierStore, type Entry, separateDuplicates } from "./store.ts";

/** Values as they come out of `JSON.parse`, valid or not. They are parsed once, when first asked for. */
export function createMemoryStore(values: readonly unknown[], layout: Layout): DossierStore {
  let entries: Promise<readonly Entry[]> | null = null;
  const load = async () => {
    const made = values.map((value, at) => {
      const name = `memory-${at + 1}`;
      const revision = sha256(JSON.stringify(value) ?? "");
      return makeEntry(parseEntry({ value, name, source: name, revision, problems: [] }), layout);
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
