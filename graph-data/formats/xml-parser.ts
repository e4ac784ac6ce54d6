/**
 * XML portion by portion. A document type declaration is refused, so no entity is ever expanded and nothing is fetched;
 * what is not well-formed is refused with its line and column.
 */
import { SaxesParser } from "saxes";
import { errorAt, InvalidDataError } from "../errors.ts";

export interface XmlHandlers {
  /** Names are local: without their prefix. Attributes keep theirs. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
  instruction(target: string, body: string): void;
}

export interface XmlParser {
  push(text: string): void;
  /** Throws when something is still open. */
  end(): void;
  /** Where it reads: "line 12, column 7". */
  place(): string;
  /** Throws an error with the present place. */
  refuse(message: string): never;
}

/** `format` names the format in errors: "GEXF". */
export function createXmlParser(format: string, handlers: XmlHandlers): XmlParser {
  const parser = new SaxesParser({ xmlns: false });
  // Of the last character read; the parser counts columns from 0 and has the next one's.
  const place = () => `line ${parser.line}, column ${Math.max(1, parser.columnIndex)}`;
  const refuse = (message: string): never => {
    throw new InvalidDataError(`This is no ${format} that can be read: ${place()}: ${message}`, [
      errorAt(place(), message),
    ]);
  };
  parser.on("error", ({ message }) => refuse(message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", () => refuse("a document type declaration is not allowed; take the <!DOCTYPE …> out"));
  parser.on("opentag", ({ name, attributes }) => handlers.open(localName(name), attributes));
  parser.on("closetag", ({ name }) => handlers.close(localName(name)));
  parser.on("text", (text) => handlers.text(text));
  parser.on("cdata", (text) => handlers.text(text));
  parser.on("processinginstruction", ({ target, body }) => handlers.instruction(target, body));
  return { push: (text) => void parser.write(text), end: () => void parser.close(), place, refuse };
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

/** The encoding that an XML declaration names in a file's first bytes; UTF-8 where it names none. */
export function sniffEncoding(head: Uint8Array): string {
  const start = String.fromCharCode(...head.subarray(0, 200));
  return (
    /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(start)?.[1] ??
    "utf-8"
  );
}
