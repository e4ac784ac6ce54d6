/** One dossier on disk, kept while its files stay as they are. */
import type { Problem } from "../../graph-data/errors.ts";
import { signFiles } from "./files.ts";
import { makeEntry, sha256 } from "./memory.ts";
import type { Layout } from "./positions.ts";
import { type Location, readDossierFiles } from "./reading.ts";
import type { Entry } from "./store.ts";

/** Milliseconds between two looks at the disk. */
export const REST = 1_000;

/** One dossier: read when asked for, again when its files changed. All who ask meanwhile share one reading. */
export class ShelvedDossier {
  /** The id it was last listed by: kept while a new version is too broken to say its own. */
  lastId: string | null = null;
  readonly #location: Location;
  readonly #layout: Layout;
  readonly #clock: () => number;
  #checked = -Infinity;
  #signature: string | null = null;
  #watched: readonly string[] = [];
  #current: Promise<Entry> | null = null;

  constructor(location: Location, layout: Layout, clock: () => number) {
    this.#location = location;
    this.#layout = layout;
    this.#clock = clock;
  }

  entry(): Promise<Entry> {
    if (this.#current && this.#clock() - this.#checked < REST) return this.#current;
    this.#checked = this.#clock();
    this.#current = this.#refresh(this.#current);
    return this.#current;
  }

  async #refresh(current: Promise<Entry> | null): Promise<Entry> {
    const known = await current?.catch(() => null);
    if (known && this.#signature === (await signFiles(this.#watched))) return known;
    return this.#read();
  }

  async #read(): Promise<Entry> {
    const { file, folder, source, name } = this.#location;
    // Signed before reading: a change while reading shows at the next look.
    const before = await signFiles([file]);
    const reading = await readDossierFiles(this.#location);
    this.#watched = reading.watched;
    const after = await signFiles(reading.watched);
    this.#signature = after.startsWith(before) ? after : null;
    const parts = reading.files.map(({ path, bytes }) => `${path}\0${sha256(bytes)}`);
    const revision = sha256([...parts, ...reading.problems.map(({ message }) => message)].join("\n"));
    const problems = [...reading.problems, ...checkName(reading.value, folder, name)];
    const fallback = this.lastId ?? name;
    const entry = await makeEntry(
      { value: reading.value, name: fallback, source, revision, problems },
      this.#layout,
    );
    this.lastId = entry.id;
    return entry;
  }
}

/** The folder's name is the dossier's id, so that one is found by the other. */
function checkName(value: unknown, folder: string | null, name: string): Problem[] {
  const id = (value as { id?: unknown } | undefined)?.id;
  if (folder === null || typeof id !== "string" || id === name) return [];
  return [{ path: "id", message: `is "${id}", but the folder is named "${name}"`, severity: "warning" }];
}
