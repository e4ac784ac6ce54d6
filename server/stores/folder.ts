/**
 * Dossiers on disk, under one path: a dossier's folder, a single JSON file, or a folder of such. Changes are noticed
 * when somebody asks, at most once a second; there are no watchers to leak or to miss what happens on a network drive.
 */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { NotFoundError, type Problem } from "../../graph-data/errors.ts";
import { makeEntry, sha256 } from "./memory.ts";
import type { Layout } from "./positions.ts";
import { describeFailure, type Location, readDossierFiles, signFiles } from "./reading.ts";
import { type DossierStore, type Entry, separateDuplicates } from "./store.ts";

export interface FolderOptions {
  readonly layout: Layout;
  /** Milliseconds; only differences count. */
  readonly clock?: () => number;
  /** What is shown as the place of the dossiers; the path's own name when absent. */
  readonly shown?: string;
}

/** Between two looks at the disk. */
const REST = 1_000;
const MOST_DOSSIERS = 1_000;
const MAIN_FILE = "dossier.json";

export function createFolderStore(
  path: string,
  { layout, clock = Date.now, shown }: FolderOptions,
): DossierStore {
  const root = resolve(path);
  const label = shown ?? basename(root);
  const shelf = new Map<string, ShelvedDossier>();
  let looked: { at: number; result: Promise<Found> } | null = null;

  const look = () => {
    if (!looked || clock() - looked.at >= REST) looked = { at: clock(), result: findDossiers(root, label) };
    return looked.result;
  };
  const shelve = (location: Location) => {
    const known = shelf.get(location.file);
    if (known) return known;
    const fresh = new ShelvedDossier(location, layout, clock);
    shelf.set(location.file, fresh);
    return fresh;
  };
  const find = async () => {
    const { locations, problem } = await look();
    const files = new Set(locations.map(({ file }) => file));
    for (const file of shelf.keys()) if (!files.has(file)) shelf.delete(file);
    return { dossiers: locations.map(shelve), problem };
  };
  const list = async () => {
    const { dossiers, problem } = await find();
    const entries = await Promise.all(dossiers.map((dossier) => dossier.entry()));
    return separateDuplicates(problem ? [...entries, brokenEntry(label, problem)] : entries);
  };
  return {
    list,
    async get(id) {
      // One dossier is not kept waiting for the others to be read, once their ids are known.
      const { dossiers } = await find();
      if (dossiers.every((dossier) => dossier.lastId !== null)) {
        const entry = await dossiers.find((dossier) => dossier.lastId === id)?.entry();
        if (entry?.id === id) return entry;
      }
      const entry = (await list()).find((candidate) => candidate.id === id);
      if (!entry) throw new NotFoundError(`There is no dossier "${id}".`);
      return entry;
    },
  };
}

interface Found {
  readonly locations: readonly Location[];
  readonly problem: Problem | null;
}

async function findDossiers(root: string, label: string): Promise<Found> {
  const nothing = (message: string): Found => ({
    locations: [],
    problem: { path: "", message, severity: "error" },
  });
  try {
    if (!(await stat(root)).isDirectory()) return { locations: [locateFile(root, label)], problem: null };
    if (await isFile(join(root, MAIN_FILE))) return { locations: [locateFolder(root, label)], problem: null };
    const names = (await readdir(root)).filter((name) => !name.startsWith(".")).sort();
    const found = await Promise.all(names.map((name) => locateChild(root, label, name)));
    const locations = found.filter((location) => location !== null);
    if (locations.length === 0)
      return nothing(`no dossier: neither ${MAIN_FILE} nor folders or JSON files with one`);
    if (locations.length <= MOST_DOSSIERS) return { locations, problem: null };
    const { problem } = nothing(`has ${locations.length} dossiers; the first ${MOST_DOSSIERS} are opened`);
    return { locations: locations.slice(0, MOST_DOSSIERS), problem };
  } catch (error) {
    return nothing(describeFailure(error));
  }
}

async function locateChild(root: string, label: string, name: string): Promise<Location | null> {
  const path = join(root, name);
  const source = `${label}/${name}`;
  if (extname(name) === ".json") return (await isFile(path)) ? locateFile(path, source) : null;
  return (await isFile(join(path, MAIN_FILE))) ? locateFolder(path, source) : null;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function locateFolder(folder: string, source: string): Location {
  return { name: basename(folder), file: join(folder, MAIN_FILE), folder, source };
}

/** A path to `dossier.json` itself means the folder it is in. */
function locateFile(file: string, source: string): Location {
  if (basename(file) === MAIN_FILE) return locateFolder(dirname(file), source);
  return { name: basename(file, extname(file)), file, folder: null, source };
}

function brokenEntry(name: string, problem: Problem): Entry {
  return {
    id: name || "folder",
    title: name,
    source: name,
    narrative: null,
    problems: [problem],
    revision: sha256(problem.message),
  };
}

/** One dossier: read when asked for, again when its files changed. All who ask meanwhile share one reading. */
class ShelvedDossier {
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
