/** What a store of dossiers is: the one interface behind which folders, memory and later others stand. */
import { errorAt, type Problem } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";

export interface Entry {
  /** Under which it is listed and addressed: the dossier's id, unless that is taken. */
  readonly id: string;
  readonly title: string;
  /** Where it was read from, as far as it may be shown: never a whole path on this machine. */
  readonly source: string;
  /** Positions complete. `null` when problems keep the dossier from being used. */
  readonly narrative: NarrativeGraph | null;
  readonly problems: readonly Problem[];
  /** Another content has another revision. */
  readonly revision: string;
  /** Of one listed under another's key: the entry as it was, so that several lists can be made one. */
  readonly original?: Entry;
}

/** An entry without its graph: plain data. */
export type EntryFacts = Omit<Entry, "narrative" | "original">;

export function factsOf({ id, title, source, problems, revision }: Entry): EntryFacts {
  return { id, title, source, problems, revision };
}

export interface DossierStore {
  /** All entries, broken ones too, in a fixed order. No two have the same id. */
  list(): Promise<readonly Entry[]>;
  /** Throws `NotFoundError`. Gives the same entry as `list` does. */
  get(id: string): Promise<Entry>;
}

/**
 * Of entries with the same id the first keeps it; each further one becomes a problem under a key of its own.
 * `~` occurs in no dossier's id.
 */
export function separateDuplicates(entries: readonly Entry[]): Entry[] {
  const taken = new Map<string, Entry>();
  for (const entry of entries.map((listed) => listed.original ?? listed)) {
    const first = taken.get(entry.id);
    if (!first) {
      taken.set(entry.id, entry);
      continue;
    }
    let count = 2;
    while (taken.has(`${entry.id}~${count}`)) count += 1;
    const id = `${entry.id}~${count}`;
    const problems = [duplicate(entry, first), ...entry.problems];
    taken.set(id, { ...entry, id, narrative: null, problems, original: entry });
  }
  return [...taken.values()];
}

function duplicate(entry: Entry, first: Entry): Problem {
  const message = `the id "${entry.id}" is already that of ${first.source}, which keeps it; give this dossier another`;
  return errorAt("id", message);
}
