/** A Word file taken apart: its parts as trees, its paragraphs as text. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

/** Throws where the text is not well-formed. */
export function parseTree(text: string): Node {
  const root: Node = { name: "", attributes: {}, children: [] };
  const open: Node[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (words) => open.at(-1)!.children.push(words));
  parser.write(text).close();
  return root.children.find((child) => typeof child !== "string")!;
}

/** All elements of this name within, in order; those within one of them too. */
export function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === name ? [child, ...all(child, name)] : all(child, name);
  });
}

/** What Word prints of a paragraph; a footnote's mark is its number, as Word counts. */
export function textOf(node: Node): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return "";
      if (child.name === "w:t") return child.children.join("");
      if (child.name === "w:tab") return "\t";
      if (child.name === "w:footnoteReference") return child.attributes["w:id"]!;
      return child.name === "w:pPr" ? "" : textOf(child);
    })
    .join("");
}

export interface Word {
  /** By path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  part(path: string): Node;
  readonly document: Node;
  readonly paragraphs: readonly Node[];
  /** Text of each paragraph of the body that is not empty. */
  readonly texts: readonly string[];
}

export function readWord(bytes: Uint8Array): Word {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const part = (path: string) => parseTree(strFromU8(files.get(path)!));
  const document = part("word/document.xml");
  const paragraphs = all(document, "w:p");
  return {
    files,
    part,
    document,
    paragraphs,
    texts: paragraphs.map(textOf).filter((text) => text !== ""),
  };
}

/** Value of the first element of this name within, `w:val` unless said. */
export function value(node: Node, name: string, attribute = "w:val"): string | undefined {
  return all(node, name)[0]?.attributes[attribute];
}
