/** Several stores as one, in their order. */
import { NotFoundError } from "../../graph-data/errors.ts";
import { type DossierStore, type Entry, separateDuplicates } from "./store.ts";

export function combineStores(stores: readonly DossierStore[]): DossierStore {
  const list = async () =>
    separateDuplicates((await Promise.all(stores.map((store) => store.list()))).flat());
  return {
    list,
    async get(id) {
      // Only a listing knows the keys of duplicates; every other id belongs to the first store that has it.
      if (id.includes("~")) return find(await list(), id);
      for (const store of stores) {
        const entry = await store.get(id).catch(absent);
        if (entry) return entry;
      }
      throw new NotFoundError(`There is no dossier "${id}".`);
    },
  };
}

function find(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new NotFoundError(`There is no dossier "${id}".`);
  return entry;
}

function absent(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
