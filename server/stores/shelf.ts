/** One dossier on disk, kept while its files stay as they are. */
import { makeEntry } from "./entry.ts";
import { signFiles } from "./files.ts";
import type { Layout } from "./positions.ts";
import { failedEntry, type Reader } from "./read-entry.ts";
import type { Location } from "./reading.ts";
import type { Entry } from "./store.ts";

/** What a dossier on disk needs from others. */
export interface ShelfTools {
  readonly layout: Layout;
  readonly read: Reader;
  /** Milliseconds; only differences count. */
  readonly clock: () => number;
}

/** Milliseconds between two looks at the disk. */
export const REST = 1_000;

/** One dossier: read when asked for, again when its files changed. All who ask meanwhile share one reading. */
export class ShelvedDossier {
  /** The id it was last listed by: kept while a new version is too broken to say its own. */
  lastId: string | null = null;
  readonly #location: Location;
  readonly #tools: ShelfTools;
  #checked = -Infinity;
  #signature: string | null = null;
  #watched: readonly string[] = [];
  #current: Promise<Entry> | null = null;

  constructor(location: Location, tools: ShelfTools) {
    this.#location = location;
    this.#tools = tools;
  }

  entry(): Promise<Entry> {
    const now = this.#tools.clock();
    if (this.#current && now - this.#checked < REST) return this.#current;
    this.#checked = now;
    this.#current = this.#refresh(this.#current);
    return this.#current;
  }

  async #refresh(current: Promise<Entry> | null): Promise<Entry> {
    const known = await current?.catch(() => null);
    if (known && this.#signature === (await signFiles(this.#watched))) return known;
    return this.#read();
  }

  async #read(): Promise<Entry> {
    const location = this.#location;
    // Signed before reading: a change while reading shows at the next look.
    const before = await signFiles([location.file]);
    const request = { location, fallback: this.lastId ?? location.name };
    const read = await this.#tools.read(request).catch((error) => failedEntry(request, error));
    this.#watched = read.watched;
    const after = await signFiles(read.watched);
    this.#signature = after.startsWith(before) ? after : null;
    const entry = await makeEntry(read, this.#tools.layout);
    this.lastId = entry.id;
    return entry;
  }
}
