/**
 * The analyst's Markdown → paragraphs and lists. `[@s12]` and `[@s12, @s14]` cite statements, as Pandoc has it. Only text
 * comes out: HTML stays as it was typed, pictures become their words, and a link leads to http and https alone.
 */
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { CITATION, idsOf } from "./cited.ts";
import type { Inline, List, Paragraph } from "./document.ts";

export type Prose = Paragraph | List;

/** `numberOf`: the number of a statement's evidence; what has none stays as it was typed. */
export function readProse(markdown: string, numberOf: (statement: string) => number | undefined): Prose[] {
  return fromMarkdown(markdown).children.flatMap((node) => readBlock(node, numberOf));
}

type NumberOf = Parameters<typeof readProse>[1];
interface Marks {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

function readBlock(node: RootContent, numberOf: NumberOf): Prose[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", content: readInlines(node.children, {}, numberOf) }];
    case "heading":
      return [{ kind: "paragraph", content: readInlines(node.children, { strong: true }, numberOf) }];
    case "blockquote":
      return node.children.flatMap((child) => readBlock(child, numberOf));
    case "list":
      return [
        {
          kind: "list",
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap((child) => flatten(child, numberOf))),
        },
      ];
    case "code":
      return [{ kind: "paragraph", content: [{ kind: "text", text: node.value, code: true }] }];
    case "html":
      return [{ kind: "paragraph", content: citeIn(node.value, {}, numberOf) }];
    default:
      return [];
  }
}

/** What stands in an item, lists within it included, as one run. */
function flatten(node: RootContent, numberOf: NumberOf): Inline[] {
  return readBlock(node, numberOf).flatMap((block, at): Inline[] => {
    const content = block.kind === "paragraph" ? block.content : block.items.flatMap(spaceBefore);
    return at === 0 ? [...content] : spaceBefore(content);
  });
}

function spaceBefore(content: readonly Inline[]): Inline[] {
  return [{ kind: "text", text: " " }, ...content];
}

function readInlines(nodes: readonly PhrasingContent[], marks: Marks, numberOf: NumberOf): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case "text":
      case "html":
        return citeIn(node.value, marks, numberOf);
      case "inlineCode":
        return [{ kind: "text", text: node.value, code: true }];
      case "strong":
        return readInlines(node.children, { ...marks, strong: true }, numberOf);
      case "emphasis":
        return readInlines(node.children, { ...marks, emphasis: true }, numberOf);
      case "break":
        return [{ kind: "text", text: " " }];
      case "image":
        return [{ kind: "text", text: node.alt ?? "", ...marks }];
      case "link": {
        const text = textOf(node);
        return isWebAddress(node.url)
          ? [{ kind: "link", text, href: node.url }]
          : citeIn(text, marks, numberOf);
      }
      default:
        return citeIn(textOf(node), marks, numberOf);
    }
  });
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url);
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => textOf(child as Nodes)).join("") : "";
}

/** Text with its citations taken out of it. */
function citeIn(text: string, marks: Marks, numberOf: NumberOf): Inline[] {
  const inlines: Inline[] = [];
  const add = (plain: string) => {
    if (plain !== "") inlines.push({ kind: "text", text: plain.replace(/\s+/g, " "), ...marks });
  };
  let done = 0;
  for (const match of text.matchAll(CITATION)) {
    const numbers = idsOf(match[1]!).map(numberOf);
    if (numbers.some((number) => number === undefined)) continue;
    add(text.slice(done, match.index));
    inlines.push({ kind: "cite", numbers: [...new Set(numbers as number[])].sort((a, b) => a - b) });
    done = match.index + match[0].length;
  }
  add(text.slice(done));
  return inlines;
}
