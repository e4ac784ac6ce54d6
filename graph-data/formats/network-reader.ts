/**
 * A network that was read → records of a dossier. A network that Narrascope wrote brings its frame along and gives the
 * same statements again; any other one gives actors and statements that refer to the file, and notes on what was guessed.
 */

import type { Network } from "./network.ts";
import { createActors } from "./network-actors.ts";
import { emitFrame, type Frame } from "./network-frame.ts";
import { createStatements } from "./network-statements.ts";
import { Notes } from "./notes.ts";
import type { Note, ReadOptions, Sink } from "./reader.ts";
import { createTypes } from "./relation-types.ts";

/**
 * Gives the network's records to the sink and returns what there is to say of them. Nodes are actors, edges statements,
 * in their order. What the network says of itself is not checked here: `parseDossier` does. Linear.
 */
export function emitNetwork(network: Network, sink: Sink, options: ReadOptions): Note[] {
  const notes = new Notes();
  const frame = emitFrame(network, sink, options, notes);
  const actors = createActors(network, frame, notes);
  const types = createTypes(frame.codebook, notes);
  const makeStatement = createStatements(network, { frame, actors, types, notes });
  const statements = network.edges.map(makeStatement);
  for (const actor of actors.list()) sink.actor(actor);
  for (const statement of statements) sink.statement(statement);
  emitRest(sink, frame, types.added(), actors.positions());
  return [...counts(frame, actors.list().length, statements.length), ...notes.list()];
}

/** What is known only once every edge was seen. */
function emitRest(
  sink: Sink,
  { fallback }: Frame,
  codebook: Parameters<Sink["frame"]>[0],
  positions: ReturnType<ReturnType<typeof createActors>["positions"]>,
): void {
  const document = fallback.used();
  if (document) sink.document(document);
  if (Object.keys(codebook).length > 0) sink.frame(codebook);
  if (positions) sink.frame({ positions });
}

function counts({ own, documents, fallback }: Frame, actors: number, statements: number): Note[] {
  const read = (what: string, count: number): Note[] =>
    count === 0 ? [] : [{ kind: "read", what, count, places: [] }];
  return [
    ...read("documents", documents.size + (fallback.used() && own ? 1 : 0)),
    ...read("actors", actors),
    ...read("statements", statements),
  ];
}
