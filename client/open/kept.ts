/** What was opened, kept in this browser alone, so that a reload shows it again. Nothing is sent anywhere. */
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { Problem } from "../../graph-data/errors.ts";
import type { Report } from "../../graph-data/formats/reader.ts";

/** What came of a file. */
export interface Opened {
  readonly dossier: Dossier;
  readonly report: Report;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

export interface Kept {
  readonly id: string;
  readonly file: File;
  /** When it was handed over, milliseconds since 1970. */
  readonly at: number;
  /** Absent until it has been read. */
  readonly opened?: Opened;
  /** The report was read: the explorer comes first from now on. */
  readonly explored?: boolean;
}

const STORE = "opened";
/** This tab's file; another tab has its own. */
const TAB_KEY = "narrascope.opened";
/** Files that are kept; beyond, the oldest goes. */
const MOST = 6;

/** Keeps a file for this tab, in place of the one before. */
export async function keepFile(file: File): Promise<void> {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  await keep({ id, file, at: Date.now() });
  sessionStorage.setItem(TAB_KEY, id);
  await forgetOldest();
}

export async function keep(kept: Kept): Promise<void> {
  await ask("readwrite", (store) => store.put(kept));
}

/** This tab's file, else the last of any tab: so a link to a view opens in a new one. */
export async function findKept(): Promise<Kept | null> {
  const id = sessionStorage.getItem(TAB_KEY);
  const own = id === null ? undefined : await ask<Kept | undefined>("readonly", (store) => store.get(id));
  return own ?? (await listKept())[0] ?? null;
}

/** The newest first. */
async function listKept(): Promise<Kept[]> {
  const all = await ask<Kept[]>("readonly", (store) => store.getAll());
  return all.sort((a, b) => b.at - a.at);
}

async function forgetOldest(): Promise<void> {
  for (const { id } of (await listKept()).slice(MOST)) await ask("readwrite", (store) => store.delete(id));
}

async function ask<T>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const base = await settle(openBase());
  try {
    return (await settle(request(base.transaction(STORE, mode).objectStore(STORE)))) as T;
  } finally {
    base.close();
  }
}

function openBase(): IDBOpenDBRequest {
  const request = indexedDB.open("narrascope", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return request;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage failed"));
  });
}
