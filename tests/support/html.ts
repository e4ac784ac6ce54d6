/**
 * A strict reader of our own pages: every element closed in its order, every attribute quoted. It is no parser of
 * the web's HTML; what it refuses, our templates should not write.
 */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of the element and all in it. */
  text: string;
}

const VOID = new Set(["meta", "link", "img", "input", "br", "source"]);
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z_:][-\w:.]*(?:="[^"<]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-zA-Z_:][-\w:.]*)(?:="([^"]*)")?/g;

/** All elements of a page in the order in which they begin. Throws where the markup is not as it should be. */
export function readHtml(html: string): Element[] {
  const body = html.replace(/^<!doctype html>\n/, "");
  if (body === html) throw new Error("no doctype");
  return readMarkup(body);
}

/** The same for a piece of markup, such as an SVG. */
export function readMarkup(body: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  for (let at = 0; at < body.length; ) {
    if (body[at] !== "<") {
      const next = body.indexOf("<", at);
      const text = decode(body.slice(at, next === -1 ? undefined : next));
      for (const element of open) element.text += text;
      at = next === -1 ? body.length : next;
      continue;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(body);
    if (!match) throw new Error(`no tag at: ${body.slice(at, at + 80)}`);
    at = TAG.lastIndex;
    const [, closing, name = "", attributes = "", selfClosing] = match;
    if (closing) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
      continue;
    }
    const element = { name, attributes: readAttributes(attributes), text: "" };
    elements.push(element);
    if (!VOID.has(name) && !selfClosing) open.push(element);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return elements;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, decode(value));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#34": '"',
  "#39": "'",
};

function decode(text: string): string {
  return text.replace(/&(#?\w*);?/g, (whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unescaped ampersand: ${whole}`);
    return character;
  });
}

/** Names of elements and of their attributes, in order: what data must not be able to change. */
export function skeleton(elements: readonly Element[]): string[] {
  return elements.map(({ name, attributes }) => [name, ...attributes.keys()].join(" "));
}

export function attributeValues(elements: readonly Element[], attribute: string): string[] {
  return elements.flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}
