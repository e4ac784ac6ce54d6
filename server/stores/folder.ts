/**
 * Dossiers on disk, under one path: a dossier's folder, a single JSON file, or a folder of such. Changes are noticed
 * when somebody asks, at most once a second; there are no watchers to leak or to miss what happens on a network drive.
 */
import { basename, resolve } from "node:path";
import { NotFoundError, type Problem } from "../../graph-data/errors.ts";
import { sha256 } from "./entry.ts";
import { type Found, findDossiers } from "./locate.ts";
import type { Layout } from "./positions.ts";
import { type Reader, readEntry } from "./read-entry.ts";
import type { Location } from "./reading.ts";
import { REST, ShelvedDossier } from "./shelf.ts";
import { type DossierStore, type Entry, separateDuplicates } from "./store.ts";

export interface FolderOptions {
  readonly layout: Layout;
  readonly read?: Reader;
  /** Milliseconds; only differences count. */
  readonly clock?: () => number;
  /** What is shown as the place of the dossiers; the path's own name when absent. */
  readonly shown?: string;
}

export function createFolderStore(
  path: string,
  { layout, read = readEntry, clock = Date.now, shown }: FolderOptions,
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
    const fresh = new ShelvedDossier(location, { layout, read, clock });
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
