/**
 * What is read, written to a dossier's folder as it comes: statements go straight to the disk, so that a file of a
 * million rows does not fill the memory. Nothing is in the folder asked for until all of it is. What is read is not
 * judged here: the dossier is checked when it is whole.
 */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Actor, DossierDocument, Statement } from "../../graph-data/dossier/records.ts";
import type { Sink } from "../../graph-data/formats/reader.ts";
import { extendFrame, type Frame, joinFrames } from "./join-frames.ts";
import { storeText, writeMain } from "./write-folder.ts";

/** Characters of statements that are gathered before they are written. */
const PORTION = 1_000_000;

/** For one file. */
export interface FileSink extends Sink {
  /** Actors that its statements name and it does not have: those of another file may be somebody else. */
  readonly lacking: readonly string[];
}

export interface FolderSink {
  /**
   * For one file. With a prefix, documents and statements get it in front of their ids: several files may use the same
   * ones. Actors of one id are one actor.
   */
  sink(prefix?: string): FileSink;
  readonly counts: { readonly actors: number; readonly documents: number; readonly statements: number };
  /** What several files have under one id, and not the same: `actors: ann`. The first is kept. */
  readonly clashes: readonly string[];
  /**
   * Writes `dossier.json`, with these in place of its own fields and `unnamed` where it has none; returns the folder
   * that holds it, which is still a temporary one.
   */
  close(fields: Frame, unnamed: { readonly id: string; readonly title: string }): Promise<string>;
  /** Moves what was written to where it was asked for. */
  moveTo(folder: string): void;
  /** Takes away what was made, and was not moved; at any time, also twice. */
  discard(): void;
}

/** `beside`: the folder that is asked for; the temporary one is made next to it. */
export function createFolderSink(beside: string): FolderSink {
  const above = dirname(beside);
  const highest = makeFolders(above);
  // Not `mkdtemp`, whose folders nobody else may read.
  const folder = join(above, `.${basename(beside)}-${randomUUID()}`);
  mkdirSync(folder);
  mkdirSync(join(folder, "documents"));
  const part = join(folder, "statements.part");
  const file = openSync(part, "w");
  const actors: Actor[] = [];
  const known = new Map<string, { readonly actor: Actor; readonly of: Sink }>();
  const documents: DossierDocument[] = [];
  const frames = new Map<Sink, Frame>();
  const clashes = new Set<string>();
  let moved = false;
  let statements = 0;
  let waiting = "";
  const flush = () => {
    writeSync(file, waiting);
    waiting = "";
  };
  const makeSink = (prefix: string): FileSink => {
    const own = new Set<unknown>();
    const named = new Set<string>();
    const self: FileSink = {
      actor(actor) {
        own.add(actor.id);
        const same = known.get(actor.id);
        if (!same) known.set(actor.id, { actor, of: self });
        // Twice in one file is a fault, which the check tells of.
        if (!same || same.of === self) actors.push(actor);
        else if (same.actor.label !== actor.label) clashes.add(`actors: ${actor.id}`);
      },
      document(document) {
        const renamed = prefix === "" ? document : { ...document, id: prefix + document.id };
        documents.push(storeText(renamed, folder, documents.length + 1));
      },
      statement(statement) {
        named.add(statement.source).add(statement.target);
        waiting += `${statements === 0 ? "" : ",\n"}    ${JSON.stringify(withPrefix(statement, prefix))}`;
        statements += 1;
        if (waiting.length > PORTION) flush();
      },
      get lacking() {
        return [...named].filter((id) => !own.has(id));
      },
      frame: (next) => void frames.set(self, extendFrame(frames.get(self) ?? {}, next)),
    };
    frames.set(self, {});
    return self;
  };
  return {
    sink: (prefix = "") => makeSink(prefix),
    get counts() {
      return { actors: actors.length, documents: documents.length, statements };
    },
    get clashes() {
      return [...clashes];
    },
    async close(fields, unnamed) {
      flush();
      closeSync(file);
      const frame = joinFrames([...frames.values()], (list, id) => clashes.add(`${list}: ${id}`));
      const { format: _f, id, title, ...rest } = { ...frame, ...fields };
      const head = {
        format: "narrascope-dossier/1",
        id: id ?? unnamed.id,
        title: title ?? unnamed.title,
        ...rest,
      };
      await writeMain(join(folder, "dossier.json"), part, head, documents, actors);
      rmSync(part);
      return folder;
    },
    moveTo(goal) {
      renameSync(folder, goal);
      moved = true;
    },
    discard() {
      rmSync(folder, { recursive: true, force: true });
      if (!moved && highest !== undefined) removeEmpty(above, highest);
    },
  };
}

/**
 * The folder and those above it that are not there; returns the highest that was made. Node's own way never ends where
 * the system says of a folder that it is and is not there, as below /proc.
 */
function makeFolders(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const higher = makeFolders(dirname(folder));
  mkdirSync(folder);
  return higher ?? folder;
}

/** The folders from `lowest` up to `highest`, as far as nothing is in them. */
function removeEmpty(lowest: string, highest: string): void {
  for (let folder = lowest; folder.length >= highest.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Evidence that is no list stays as it is. */
function withPrefix(statement: Statement, prefix: string): Statement {
  if (prefix === "") return statement;
  const evidence: unknown = statement.evidence;
  if (!Array.isArray(evidence)) return { ...statement, id: prefix + statement.id };
  return {
    ...statement,
    id: prefix + statement.id,
    evidence: evidence.map((piece) =>
      typeof piece?.document === "string" ? { ...piece, document: prefix + piece.document } : piece,
    ),
  };
}
