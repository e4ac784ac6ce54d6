/** What the readers of XML networks share: bytes → text → network → records. */
import type { NetworkParser } from "./network-builder.ts";
import { emitNetwork } from "./network-reader.ts";
import { Notes } from "./notes.ts";
import type { Reading, ReadOptions, Sink } from "./reader.ts";
import { createDecoder } from "./text.ts";
import { sniffEncoding } from "./xml-parser.ts";

/** Nothing reaches the sink before the whole file was read and is sound. */
export function openNetwork(
  format: string,
  createParser: (notes: Notes) => NetworkParser,
  sink: Sink,
  options: ReadOptions,
): Reading {
  const notes = new Notes();
  const parser = createParser(notes);
  let decoder: ReturnType<typeof createDecoder> | null = null;
  return {
    push: (bytes) => {
      decoder ??= createDecoder(sniffEncoding(bytes));
      parser.push(decoder.push(bytes));
    },
    end: () => {
      parser.push(decoder?.end() ?? "");
      const network = parser.end();
      return { format, notes: [...emitNetwork(network, sink, options), ...notes.list()] };
    },
  };
}

/** 1 where the root says so, 0.6 for the name alone, in UTF-8 and in what is like ASCII. */
export function recogniseXml(name: string, head: Uint8Array, extension: string, root: RegExp): number {
  const start = decodeAscii(head);
  if (root.test(start)) return 1;
  return name.toLowerCase().endsWith(`.${extension}`) ? 0.6 : 0;
}

/** Roots are ASCII; the zeros of UTF-16 are passed over. */
function decodeAscii(head: Uint8Array): string {
  let text = "";
  for (const byte of head.subarray(0, 8_192)) if (byte !== 0) text += String.fromCharCode(byte);
  return text;
}
