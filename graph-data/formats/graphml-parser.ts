/** GraphML → network, with what yEd, NetworkX and igraph make of it. */
import {
  declareKey,
  describeLeftOut,
  type KeyPart,
  type Keys,
  newKeys,
  setDefaults,
} from "./graphml-declarations.ts";
import {
  finishEdge,
  finishNode,
  GRAPHICS,
  readEdge,
  readGraphics,
  readNode,
  type Thing,
} from "./graphml-things.ts";
import type { Network, Value } from "./network.ts";
import { NetworkBuilder, type NetworkParser } from "./network-builder.ts";
import type { Notes } from "./notes.ts";
import { isRepeated, readTyped } from "./typed-values.ts";
import { createXmlParser, type XmlParser } from "./xml-parser.ts";

type XmlAttributes = Readonly<Record<string, string>>;

/** Linear in the file. */
export function createGraphmlParser(notes: Notes): NetworkParser {
  return new GraphmlParser(notes);
}

/** Text directly in the element at this depth. */
interface Capture {
  readonly depth: number;
  readonly parts: string[];
}

class GraphmlParser implements NetworkParser {
  readonly #notes: Notes;
  readonly #builder: NetworkBuilder;
  readonly #parser: XmlParser;
  readonly #about = new Map<string, Value>();
  readonly #keys: Keys = newKeys();
  /** Graphs, nodes and edges that are open, from the outside in. */
  readonly #open: Thing[] = [];
  readonly #captures: Capture[] = [];
  #key: KeyPart | null = null;
  /** The key of the `<data>` that is open. */
  #data: string | null = null;
  #depth = 0;
  #graphs = 0;
  /** Depth of an element that is left out with all that is in it; 0 for none. */
  #skipped = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#builder = new NetworkBuilder(notes);
    this.#parser = createXmlParser("GraphML", {
      open: (name, attributes) => this.#openElement(name, attributes),
      close: (name) => this.#closeElement(name),
      text: (text) => this.#readText(text),
      instruction: () => undefined,
    });
  }

  push(text: string): void {
    this.#parser.push(text);
  }

  end(): Network {
    this.#parser.end();
    return this.#builder.build(Object.fromEntries(this.#about));
  }

  readonly #place = () => this.#parser.place();

  #openElement(name: string, attributes: XmlAttributes): void {
    this.#depth += 1;
    if (this.#depth === 1 && name !== "graphml")
      this.#parser.refuse(`the file begins with <${name}>, not with <graphml>`);
    if (this.#skipped > 0) return;
    const reason =
      this.#data === null ? describeLeftOut(name, this.#open.length === 0 && this.#graphs > 0) : null;
    if (this.#data !== null) this.#openWithinData(name, attributes);
    else if (reason === null) this.#openPart(name, attributes);
    else {
      this.#skipped = this.#depth;
      this.#notes.add("left out", reason, this.#place);
    }
  }

  #openPart(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "key":
        this.#key = declareKey(attributes, this.#keys);
        return;
      case "default":
        this.#capture();
        return;
      case "graph":
        if (this.#open.length === 0) this.#graphs += 1;
        this.#open.push({
          kind: "graph",
          draft: null,
          label: null,
          directed: attributes.edgedefault === "directed",
        });
        return;
      case "node":
        this.#open.push(readNode(attributes, this.#open, this.#notes, this.#place));
        return;
      case "edge":
        this.#open.push(readEdge(attributes, this.#open, this.#notes, this.#place));
        return;
      case "data":
        this.#data = attributes.key ?? "";
        this.#capture();
        return;
    }
  }

  /** What yEd draws. */
  #openWithinData(name: string, attributes: XmlAttributes): void {
    if (LABELS.has(name)) this.#capture();
    else readGraphics(name, attributes, this.#open.at(-1));
  }

  #capture(): void {
    this.#captures.push({ depth: this.#depth, parts: [] });
  }

  #readText(text: string): void {
    const capture = this.#captures.at(-1);
    if (capture?.depth === this.#depth) capture.parts.push(text);
  }

  #closeElement(name: string): void {
    const captured = this.#captures.at(-1)?.depth === this.#depth ? this.#captures.pop() : undefined;
    const text = captured?.parts.join("") ?? "";
    const skipped = this.#skipped;
    if (skipped === this.#depth) this.#skipped = 0;
    this.#depth -= 1;
    if (skipped > 0) return;
    if (name === "data") this.#closeData(text);
    else if (this.#data !== null) this.#closeLabel(name, text);
    else if (name === "default" && this.#key)
      setDefaults(this.#key, text, this.#keys, this.#notes, this.#place);
    else if (name === "key") this.#key = null;
    else if (name === "graph" || name === "node" || name === "edge") this.#closeThing();
  }

  /** The first label counts: a group of yEd has one for when it is open and one for when it is closed. */
  #closeLabel(name: string, text: string): void {
    const thing = this.#open.at(-1);
    if (thing && LABELS.has(name)) thing.label ??= text.trim() || null;
  }

  #closeData(text: string): void {
    const key = this.#data ?? "";
    this.#data = null;
    const thing = this.#open.at(-1);
    const kind = thing?.kind ?? "graph";
    const declared = this.#keys[kind].get(key);
    if (isRepeated(key) || declared?.type === GRAPHICS) return;
    if (!declared)
      this.#notes.add("guessed", "values of keys that are not declared, read as text", this.#place);
    const column = declared ?? { key, title: key, type: "string" };
    if (text === "" && column.type !== "string") return;
    const value = readTyped(text, column, this.#notes, this.#place);
    if (thing?.draft) thing.draft.attributes.set(titleOf(key, column.title), value);
    else if (kind === "graph" && this.#open.length <= 1) this.#about.set(column.title, value);
  }

  #closeThing(): void {
    const thing = this.#open.pop();
    if (!thing?.draft) return;
    this.#builder.fill(thing.draft.attributes, this.#keys[thing.kind].defaults);
    if (thing.kind === "node") this.#builder.addNode(finishNode(thing.draft, thing.label), this.#place);
    else this.#builder.addEdge(finishEdge(thing.draft, thing.label), this.#place);
  }
}

const LABELS = new Set(["NodeLabel", "EdgeLabel"]);

/** What we write of looks keeps its key, so that no attribute of the same name is taken for it. */
function titleOf(key: string, title: string): string {
  return key.includes(":viz:") ? key.slice(key.indexOf(":") + 1) : title;
}
