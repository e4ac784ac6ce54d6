/** GraphML's keys: each attribute is declared once, and each value names its key. */
import type { XmlAttributes, XmlWriter } from "./xml.ts";

export interface Key<T> {
  /** An XML name token, unique in the file. */
  readonly id: string;
  readonly kind: "graph" | "node" | "edge";
  readonly name: string;
  readonly type: "string" | "integer" | "double" | "boolean";
  /** `undefined` where there is no value. */
  read(thing: T): string | undefined;
}

/** Attributes of the root. */
export const GRAPHML: XmlAttributes = {
  xmlns: "http://graphml.graphdrawing.org/xmlns",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
};

export function writeKeys(xml: XmlWriter, keys: readonly Omit<Key<never>, "read">[]): void {
  for (const { id, kind, name, type } of keys) {
    const written = type === "integer" ? "int" : type;
    xml.element("key", { id, for: kind, "attr.name": name, "attr.type": written });
  }
}

export function writeData<T>(xml: XmlWriter, thing: T, keys: readonly Key<T>[]): void {
  for (const { id, read } of keys) {
    const value = read(thing);
    if (value !== undefined) xml.element("data", { key: id }, value);
  }
}
