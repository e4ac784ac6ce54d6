/** A network read from a text, and what the reader had to say. */
import { createGexfParser } from "../../graph-data/formats/gexf-parser.ts";
import { createGraphmlParser } from "../../graph-data/formats/graphml-parser.ts";
import type { Network } from "../../graph-data/formats/network.ts";
import { Notes } from "../../graph-data/formats/notes.ts";
import type { Note } from "../../graph-data/formats/reader.ts";

const PARSERS = { gexf: createGexfParser, graphml: createGraphmlParser };

/** In portions of `size` characters: what is read may not depend on where they end. */
export function readNetwork(
  format: keyof typeof PARSERS,
  text: string,
  size = text.length,
): Network & { readonly notes: readonly Note[] } {
  const notes = new Notes();
  const parser = PARSERS[format](notes);
  for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
  return { ...parser.end(), notes: notes.list() };
}

/** "left out: ports ×2". */
export function noteLines(notes: readonly Note[]): string[] {
  return notes.map(({ kind, what, count }) => `${kind}: ${what} ×${count}`);
}
