/** GEXF 1.1 to 1.3 → network. Elements are taken by their local names, since files in use disagree on namespaces. */
import { parseJson } from "../dossier/json.ts";
import { type GexfState, readEdge, readNode, readThing, type Thing } from "./gexf-things.ts";
import { FRAME, type Network, type Value } from "./network.ts";
import { NetworkBuilder, type NetworkParser } from "./network-builder.ts";
import type { Notes } from "./notes.ts";
import { Declarations, type Declared, readTyped } from "./typed-values.ts";
import { createXmlParser, type XmlParser } from "./xml-parser.ts";

type XmlAttributes = Readonly<Record<string, string>>;

/** Linear in the file. */
export function createGexfParser(notes: Notes): NetworkParser {
  return new GexfParser(notes);
}

class GexfParser implements NetworkParser {
  readonly #builder: NetworkBuilder;
  readonly #parser: XmlParser;
  readonly #state: GexfState;
  readonly #about = new Map<string, Value>();
  /** Nodes and edges that are open, from the outside in. */
  readonly #open: Thing[] = [];
  #started = false;
  /** What is being declared: of nodes or of edges, and the attribute whose default may follow. */
  #class: Thing["kind"] = "node";
  #attribute: Declared | null = null;
  /** Text of the element that is open, where it counts. */
  #text: string[] | null = null;

  constructor(notes: Notes) {
    this.#builder = new NetworkBuilder(notes);
    this.#parser = createXmlParser("GEXF", {
      open: (name, attributes) => this.#openElement(name, attributes),
      close: (name) => this.#closeElement(name),
      text: (text) => void this.#text?.push(text),
      instruction: (target, body) => {
        if (target === FRAME) this.#readFrame(body);
      },
    });
    this.#state = {
      notes,
      place: () => this.#parser.place(),
      declared: { node: new Declarations(), edge: new Declarations() },
      directed: false,
    };
  }

  push(text: string): void {
    this.#parser.push(text);
  }

  end(): Network {
    this.#parser.end();
    return this.#builder.build(Object.fromEntries(this.#about));
  }

  #openElement(name: string, attributes: XmlAttributes): void {
    if (!this.#started && name !== "gexf")
      this.#parser.refuse(`the file begins with <${name}>, not with <gexf>`);
    this.#started = true;
    switch (name) {
      case "graph":
        this.#state.directed = attributes.defaultedgetype === "directed";
        return;
      case "attributes":
        this.#class = attributes.class === "edge" ? "edge" : "node";
        return;
      case "attribute":
        this.#attribute = this.#declare(attributes);
        return;
      case "node":
        this.#open.push(readNode(attributes, this.#open, this.#state));
        return;
      case "edge":
        this.#open.push(readEdge(attributes, this.#state));
        return;
      default:
        if (hasText(name)) this.#text = [];
        else readThing(name, attributes, this.#open.at(-1), this.#state);
    }
  }

  #declare({ id = "", title = id, type = "string" }: XmlAttributes): Declared {
    return this.#state.declared[this.#class].declare(id, title, type);
  }

  #closeElement(name: string): void {
    if (name === "attribute") this.#attribute = null;
    else if (name === "node" || name === "edge") this.#closeThing();
    else if (hasText(name)) this.#closeText(name, this.#text?.join("") ?? "");
  }

  #closeText(name: string, text: string): void {
    this.#text = null;
    if (name !== "default") {
      if (text.trim() !== "") this.#about.set(name.toLowerCase(), text.trim());
    } else if (this.#attribute && text !== "") {
      const { declared, notes, place } = this.#state;
      const initial = readTyped(text, this.#attribute, notes, place);
      declared[this.#class].setDefault(this.#attribute, initial);
    }
  }

  #closeThing(): void {
    const thing = this.#open.pop();
    thing?.settle();
    if (!thing?.draft) return;
    const { declared, place } = this.#state;
    this.#builder.fill(thing.draft.attributes, declared[thing.kind].defaults);
    if (thing.kind === "node") this.#builder.addNode(thing.draft, place);
    else this.#builder.addEdge(thing.draft, place);
  }

  /** What we write of the dossier as a whole. */
  #readFrame(body: string): void {
    const read = parseJson(body, "");
    const frame = "value" in read ? read.value : null;
    if (typeof frame !== "object" || frame === null || Array.isArray(frame)) {
      const what = "documents and phases, since they are not written as they should be";
      this.#state.notes.add("left out", what, this.#state.place);
      return;
    }
    this.#about.clear();
    for (const [name, value] of Object.entries(frame)) this.#about.set(name, value as Value);
  }
}

const META = new Set(["creator", "description", "keywords", "title"]);

/** Elements whose text counts. Files write `<Creator>` too. */
function hasText(name: string): boolean {
  return name === "default" || META.has(name.toLowerCase());
}
