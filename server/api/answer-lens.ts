/** A request about a lens, read: its answer, which may be long to work out. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import type { EntryFacts } from "../stores/store.ts";
import type { ServerTools } from "../tools.ts";
import { ROUTES } from "./registry.ts";
import type { Answer, Asked, LensRoute } from "./route.ts";

/** Plain data, so that any thread can answer it. */
export interface LensRequest {
  /** The route's id. */
  readonly route: string;
  readonly entry: EntryFacts;
  readonly path: Readonly<Record<string, string>>;
  /** The route's own parameters, checked. */
  readonly query: unknown;
  readonly lens: Lens;
  /** Canonical. */
  readonly lensText: string;
  /** Canonical text of lens and view, of routes that hold a view; else of the lens. */
  readonly address: string;
  readonly version: string;
  readonly asked: Asked | null;
}

export function answerLens(
  narrative: NarrativeGraph,
  { route, lens, ...request }: LensRequest,
  tools: ServerTools,
): Answer | Promise<Answer> {
  const entry = { ...request.entry, narrative };
  return findRoute(route).handle({ ...request, tools, entry, narrative, slice: sliceGraph(narrative, lens) });
}

/** In steps, as a task is weighed. */
export function weighLens({ statements }: NarrativeGraph, { route }: LensRequest): number {
  return (findRoute(route).steps ?? 0) * statements.length;
}

function findRoute(id: string): LensRoute {
  const route = ROUTES.find((candidate) => candidate.id === id);
  if (route?.scope !== "lens") throw new Error(`there is no route "${id}" about a lens`);
  return route;
}
