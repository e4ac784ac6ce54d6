/**
 * What is read, written to a dossier's folder as it comes: statements go straight to the disk, so that a file of a
 * million rows does not fill the memory. Nothing is in the folder asked for until all of it is.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { appendFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Actor, Dossier, DossierDocument, Statement } from "../../graph-data/dossier/records.ts";
import type { Sink } from "../../graph-data/formats/reader.ts";

type Frame = Partial<Omit<Dossier, "documents" | "actors" | "statements">>;

/** Lists of the frame that several files may each add to. */
const SHARED_LISTS = ["families", "relationTypes", "phases", "narratives"] as const;
/** Characters of statements that are gathered before they are written. */
const PORTION = 1_000_000;

export interface FolderSink {
  /** With a prefix, the names of documents and statements get it: files of one dossier may use the same ones. */
  sink(prefix?: string): Sink;
  readonly counts: { readonly actors: number; readonly documents: number; readonly statements: number };
  /** Writes `dossier.json`; returns the folder that holds it, which is still a temporary one. */
  close(id: string, title: string): Promise<string>;
  /** Moves what was written to where it was asked for. */
  moveTo(folder: string): void;
  discard(): void;
}

/** `beside`: the folder that is asked for; the temporary one is made next to it. */
export function createFolderSink(beside: string): FolderSink {
  mkdirSync(dirname(beside), { recursive: true });
  // Not `mkdtemp`, whose folders nobody else may read.
  const folder = join(dirname(beside), `.${basename(beside)}-${randomUUID()}`);
  mkdirSync(join(folder, "documents"), { recursive: true });
  const part = join(folder, "statements.part");
  const file = openSync(part, "w");
  const actors = new Map<string, Actor>();
  const documents = new Map<string, DossierDocument>();
  let frame: Frame = {};
  let statements = 0;
  let waiting = "";
  const flush = () => {
    writeSync(file, waiting);
    waiting = "";
  };
  return {
    sink: (prefix = "") => ({
      actor(actor) {
        if (!actors.has(actor.id)) actors.set(actor.id, actor);
      },
      document(document) {
        const own = { ...document, id: prefix + document.id };
        documents.set(own.id, storeText(own, folder, documents.size + 1));
      },
      statement(statement) {
        waiting += `${statements === 0 ? "" : ",\n"}    ${JSON.stringify(withPrefix(statement, prefix))}`;
        statements += 1;
        if (waiting.length > PORTION) flush();
      },
      frame(next) {
        frame = joinFrames(frame, next);
      },
    }),
    get counts() {
      return { actors: actors.size, documents: documents.size, statements };
    },
    async close(id, title) {
      flush();
      closeSync(file);
      const { format: _f, id: _i, title: own, ...rest } = frame;
      const head = { format: "narrascope-dossier/1", id, title: own ?? title, ...rest };
      await writeMain(
        join(folder, "dossier.json"),
        part,
        head,
        [...documents.values()],
        [...actors.values()],
      );
      rmSync(part);
      return folder;
    },
    moveTo: (goal) => renameSync(folder, goal),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function withPrefix(statement: Statement, prefix: string): Statement {
  if (prefix === "") return statement;
  const evidence = statement.evidence.map((piece) => ({ ...piece, document: prefix + piece.document }));
  return { ...statement, id: prefix + statement.id, evidence };
}

/** The text of a document in a file of its own, under a name that every system takes. */
function storeText({ text, ...document }: DossierDocument, folder: string, number: number): DossierDocument {
  if (text === undefined) return document;
  const file = `documents/d${number}.txt`;
  writeFileSync(join(folder, file), text);
  return { ...document, file, sha256: createHash("sha256").update(text, "utf8").digest("hex") };
}

/** A later part replaces the same part; lists are joined, and of one id the first entry stays. */
function joinFrames(frame: Frame, next: Frame): Frame {
  const lists = SHARED_LISTS.map((name) => {
    const entries = [frame, next].flatMap((part) => (part[name] ?? []) as { id: string }[]);
    const first = new Map([...entries].reverse().map((entry) => [entry.id, entry]));
    return [
      name,
      first.size === 0 ? undefined : entries.filter((entry) => first.get(entry.id) === entry),
    ] as const;
  });
  return { ...frame, ...next, ...Object.fromEntries(lists.filter(([, list]) => list)) };
}

async function writeMain(
  path: string,
  statements: string,
  head: object,
  documents: readonly DossierDocument[],
  actors: readonly Actor[],
): Promise<void> {
  const list = (entries: readonly object[]) =>
    `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  const rows = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  rows.push(`  "documents": ${list(documents)}`, `  "actors": ${list(actors)}`);
  writeFileSync(path, `{\n${rows.join(",\n")},\n  "statements": [\n`);
  for await (const bytes of createReadStream(statements)) await appendFile(path, bytes);
  await appendFile(path, "\n  ]\n}\n");
}
