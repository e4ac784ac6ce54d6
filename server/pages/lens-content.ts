/** A request for a page about a lens, read: what its view prints, which may be long to work out. */
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { EntryFacts } from "../stores/store.ts";
import { linkDossier } from "./links.ts";
import type { AboutLens, Content, LensPage } from "./page.ts";
import { PAGES } from "./registry.ts";

/** Plain data, so that any thread can build it. */
export interface ContentRequest {
  /** The page's path, as its record has it. */
  readonly page: string;
  readonly entry: EntryFacts;
  readonly path: Readonly<Record<string, string>>;
  /** The page's own keys of the query. */
  readonly own: Readonly<Record<string, string>>;
  readonly theme: Theme | null;
  readonly lens: Lens;
  /** Canonical. */
  readonly lensText: string;
  readonly version: string;
  readonly today: string;
}

export function buildLensContent(narrative: NarrativeGraph, request: ContentRequest): Content {
  return findPage(request.page).build(lookThrough(narrative, request));
}

/** In steps, as a task is weighed. */
export function weighContent({ statements }: NarrativeGraph, { page }: ContentRequest): number {
  return (findPage(page).steps ?? 0) * statements.length;
}

function findPage(path: string): AboutLens {
  const page = PAGES.find((candidate) => candidate.path === path);
  if (page?.scope !== "lens") throw new Error(`there is no page ${path} about a lens`);
  return page;
}

function lookThrough(narrative: NarrativeGraph, request: ContentRequest): LensPage {
  const { entry, path, own, theme, lens, lensText, version, today } = request;
  return {
    ...{ narrative, path, own, theme, lensText, version, today },
    entry: { ...entry, narrative },
    links: linkDossier(entry.id, lensText, theme),
    slice: sliceGraph(narrative, lens),
  };
}
