/**
 * Parsed dossiers on their way between threads. A large one, copied as a whole, would hold up either end for half a
 * second; so it travels as JSON in pieces, and whoever writes or reads them lets the event loop turn after each.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Anchor } from "../../graph-data/dossier/evidence.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";

export interface Unpacked {
  readonly dossier: Dossier;
  /** Statement by statement, in the dossier's order. */
  readonly anchors: readonly (readonly Anchor[])[];
}

export interface Packed {
  /** The dossier without what its long lists hold. */
  readonly shell: string;
  readonly documents: readonly string[];
  readonly actors: readonly string[];
  readonly statements: readonly string[];
  readonly anchors: readonly string[];
}

/** Entries of a list in one piece: a few milliseconds of work, where documents are not uncommonly long. */
const PIECE = 250;

/** Linear; no turn of the event loop is held up for long. */
export async function packDossier({ dossier, anchors }: Unpacked): Promise<Packed> {
  const { documents, actors, statements } = dossier;
  return {
    // The empty lists keep the places of the names: their order is that of the file.
    shell: JSON.stringify({ ...dossier, documents: [], actors: [], statements: [] }),
    documents: await cutList(documents),
    actors: await cutList(actors),
    statements: await cutList(statements),
    anchors: await cutList(anchors),
  };
}

export async function unpackDossier(packed: Packed): Promise<Unpacked> {
  const dossier: Dossier = {
    ...JSON.parse(packed.shell),
    documents: await joinList(packed.documents),
    actors: await joinList(packed.actors),
    statements: await joinList(packed.statements),
  };
  return { dossier, anchors: await joinList(packed.anchors) };
}

/** What a graph was built from. Withheld statements get no anchors, which withholds them again. */
export function packGraph({ dossier, statementById }: NarrativeGraph): Promise<Packed> {
  const anchors = dossier.statements.map(({ id }) => statementById.get(id)?.anchors ?? []);
  return packDossier({ dossier, anchors });
}

async function cutList(list: readonly unknown[]): Promise<string[]> {
  const pieces: string[] = [];
  for (let at = 0; at < list.length; at += PIECE) {
    pieces.push(JSON.stringify(list.slice(at, at + PIECE)));
    await nextTurn();
  }
  return pieces;
}

async function joinList<T>(pieces: readonly string[]): Promise<T[]> {
  const list: T[] = [];
  for (const piece of pieces) {
    list.push(...(JSON.parse(piece) as T[]));
    await nextTurn();
  }
  return list;
}
