/** Fixtures read from disk, as tests want them. What each of them proves: `tests/fixtures/README.md`. */
import { readFileSync } from "node:fs";
import { type ParsedDossier, parseDossier } from "../../graph-data/dossier/parse.ts";
import type { Dossier, Statement } from "../../graph-data/dossier/records.ts";
import { buildGraph, type NarrativeGraph } from "../../graph-data/graph/build.ts";

const HARBOUR = readFileSync(new URL("../fixtures/harbour.json", import.meta.url), "utf8");

/** The harbour dossier as an unknown value; each call gives a copy of its own. */
export function harbourValue(): Record<string, unknown> {
  return JSON.parse(HARBOUR);
}

export function parseHarbour(): ParsedDossier & { dossier: Dossier } {
  const parsed = parseDossier(harbourValue());
  if (!parsed.dossier) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return { ...parsed, dossier: parsed.dossier };
}

export function harbourGraph(): NarrativeGraph {
  const { dossier, anchors } = parseHarbour();
  return buildGraph(dossier, anchors);
}

/** A dossier whose text and names are in another script; see `tests/fixtures/README.md`. */
export function scriptGraph(name: "cyrillic" | "arabic"): NarrativeGraph {
  const value = JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), "utf8"));
  const { dossier, anchors, problems } = parseDossier(value);
  if (!dossier) throw new Error(problems.map(({ message }) => message).join("\n"));
  return buildGraph(dossier, anchors);
}

/** A dossier of references alone: `links` are statements `source type target`, named s0, s1 … in their order. */
export function sketchDossier(links: readonly string[], more: Partial<Dossier> = {}): Dossier {
  const statements = links.map((link, at): Statement => {
    const [source = "", type = "", target = ""] = link.split(" ");
    return { id: `s${at}`, source, type, target, evidence: [{ document: "d" }] };
  });
  const ids = new Set(statements.flatMap(({ source, target }) => [source, target]));
  return {
    format: "narrascope-dossier/1",
    id: "sketch",
    title: "Sketch",
    documents: [{ id: "d", title: "D" }],
    actors: [...ids].map((id) => ({ id, label: id, kind: "other" })),
    statements,
    ...more,
  };
}

export function sketchGraph(links: readonly string[], more: Partial<Dossier> = {}): NarrativeGraph {
  return buildGraph(sketchDossier(links, more));
}

/** Ids, in order: what most expectations are about. */
export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
