/** What an API route is. Express routes and the OpenAPI description are both made from these records. */
import { z } from "zod";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import type { DossierStore, Entry } from "../stores/store.ts";
import type { ServerTools } from "../tools.ts";

export interface Answer {
  readonly text: string | Uint8Array;
  readonly mediaType: string;
  /** Given as the name of the file when the answer is downloaded. */
  readonly fileName?: string;
  /** What the format asked for cannot hold. */
  readonly omitted?: readonly string[];
}

export const JSON_TYPE = "application/json; charset=utf-8";

export function answerJson(value: unknown): Answer {
  return { text: JSON.stringify(value), mediaType: JSON_TYPE };
}

/** What every route's handler is given. */
interface Context<Q> {
  /** The route's own parameters, checked. */
  readonly query: Q;
  /** Named parts of the path. */
  readonly path: Readonly<Record<string, string>>;
}

export interface ServerContext<Q = unknown> extends Context<Q> {
  readonly stores: DossierStore;
  readonly version: string;
}

/** From here on each scope has what the one before it has. */
export interface EntryContext<Q = unknown> extends Context<Q> {
  readonly entry: Entry;
}

export interface DossierContext<Q = unknown> extends EntryContext<Q> {
  readonly narrative: NarrativeGraph;
}

export interface LensContext<Q = unknown> extends DossierContext<Q> {
  readonly slice: Slice;
  /** Canonical. */
  readonly lensText: string;
  /** Canonical text of lens and view; of the lens alone where the route's answer knows no view. */
  readonly address: string;
  /** For formats that need them. */
  readonly tools: ServerTools;
  readonly version: string;
  /** Of a route that takes a body: the text that came with the request, and where the server was reached. */
  readonly asked: Asked | null;
}

/** What came beside the address. */
export interface Asked {
  readonly body: string | null;
  /** `https://host`, for links that lead back here. */
  readonly origin: string;
}

interface Described {
  /** Also the operation's id in the description. */
  readonly id: string;
  /** As OpenAPI writes it: `/api/dossiers/{dossier}`. */
  readonly path: string;
  readonly summary: string;
  /** Of the path's named parts. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly query: z.ZodObject;
  /** Media type → the schema of such an answer, or `null` where the format is described elsewhere. */
  readonly answers: Readonly<Record<string, z.ZodType | null>>;
}

/** Its handler may run in a worker: it knows nothing but what it is given, and changes nothing. */
export type LensRoute = Described & {
  scope: "lens";
  /**
   * Steps of work for each statement of the dossier, of about 60 ns; absent: few. What is much in all is worked out
   * beside the event loop.
   */
  readonly steps?: number;
  /** Whether the answer to such a query depends on the view, too. */
  holdsView?(query: unknown): boolean;
  handle(context: LensContext): Answer | Promise<Answer>;
  /** A body that may come by POST. */
  readonly takes?: {
    readonly mediaTypes: readonly string[];
    /** Bytes. */
    readonly most: number;
    readonly describe: string;
    readonly shape: z.ZodType;
  };
};

/** `server`: needs no dossier. `entry`: broken ones too. `dossier`: readable ones. `lens`: and a lens. */
export type ApiRoute =
  | (Described & { scope: "server"; handle(context: ServerContext): Answer | Promise<Answer> })
  | (Described & { scope: "entry"; handle(context: EntryContext): Answer })
  | (Described & { scope: "dossier"; handle(context: DossierContext): Answer })
  | LensRoute;

type Contexts<Q> = {
  server: ServerContext<Q>;
  entry: EntryContext<Q>;
  dossier: DossierContext<Q>;
  lens: LensContext<Q>;
};

type Definition<S extends ApiRoute["scope"], Q extends z.ZodObject> = Omit<Described, "query"> & {
  readonly scope: S;
  readonly query?: Q;
  readonly steps?: S extends "lens" ? number : never;
  holdsView?(query: z.output<Q>): boolean;
  readonly takes?: S extends "lens" ? LensRoute["takes"] : never;
  handle(context: Contexts<z.output<Q>>[S]): S extends "server" | "lens" ? Answer | Promise<Answer> : Answer;
};

/** A route whose handler knows the types of its own query. */
export function defineRoute<
  S extends ApiRoute["scope"],
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(definition: Definition<S, Q>): ApiRoute {
  return { query: z.object({}), ...definition } as unknown as ApiRoute;
}

/** `/api/dossiers/{dossier}` → `/api/dossiers/:dossier`. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}
