/** What a page is: its address, what it needs, the view that prints it and the model that is printed. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { DossierStore, Entry } from "../stores/store.ts";
import type { Links } from "./links.ts";

interface AnyPage {
  readonly theme: Theme | null;
  /** Named parts of the path. */
  readonly path: Readonly<Record<string, string>>;
  /** The page's own keys of the query. */
  readonly own: Readonly<Record<string, string>>;
  /** Of the program. */
  readonly version: string;
  /** ISO 8601, by the server's clock. */
  readonly today: string;
}

export interface ServerPage extends AnyPage {
  readonly stores: DossierStore;
}

export interface EntryPage extends AnyPage {
  readonly entry: Entry;
  readonly links: Links;
}

export interface DossierPage extends EntryPage {
  readonly narrative: NarrativeGraph;
}

export interface LensPage extends DossierPage {
  readonly slice: Slice;
  readonly lensText: string;
}

/** What the view prints, beside the frame that all pages share. */
export interface Content {
  /** In the browser's title; the program's name is added. */
  readonly title: string;
  /** Which entry of the dossier's menu this page is. */
  readonly current?:
    | "explorer"
    | "statements"
    | "shift"
    | "story"
    | "briefing"
    | "problems"
    | "about"
    | `read ${string}`;
  readonly [key: string]: unknown;
}

interface Described {
  readonly path: string;
  readonly view: string;
  /** Keys of the query that are the page's own. */
  readonly own?: readonly string[];
}

/** Its content may be built in a worker: from nothing but what it is given, and of plain data. */
export type AboutLens = Described & {
  scope: "lens";
  /** As of a route of the API about a lens. */
  readonly steps?: number;
  build(context: LensPage): Content;
};

export type Page =
  | (Described & { scope: "server"; build(context: ServerPage): Content | Promise<Content> })
  | (Described & { scope: "entry"; build(context: EntryPage): Content })
  | (Described & { scope: "dossier"; build(context: DossierPage): Content })
  | AboutLens;
