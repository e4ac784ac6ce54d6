/** Small dossiers for tests, written as lines: "putin blames ukraine", with a voice where there is a fourth word. */

import { parseDossier } from "../../../graph-data/dossier/parse.ts";
import { buildGraph, type NarrativeGraph } from "../../../graph-data/graph/build.ts";

export interface SketchOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly kinds?: Readonly<Record<string, string>>;
  readonly partOf?: Readonly<Record<string, string>>;
  /** Actors that no line names. */
  readonly others?: readonly string[];
  readonly title?: string;
  readonly positions?: Readonly<Record<string, readonly [number, number]>>;
}

export function sketch(lines: readonly string[], options: SketchOptions = {}): NarrativeGraph {
  const words = lines.map((line) => line.split(" "));
  const ids = [
    ...new Set([...words.flatMap(([source, , target]) => [source!, target!]), ...(options.others ?? [])]),
  ];
  const { dossier, problems } = parseDossier({
    format: "narrascope-dossier/1",
    id: "sketch",
    title: options.title ?? "A sketch",
    documents: [{ id: "d1", title: "A text", publisher: "A paper", published: "2024-04-02" }],
    actors: ids.map((id) => ({
      id,
      label: options.labels?.[id] ?? id,
      kind: options.kinds?.[id] ?? "person",
      partOf: options.partOf?.[id] === undefined ? [] : [options.partOf[id]],
    })),
    statements: words.map(([source, type, target, voice], at) => ({
      id: `s${at + 1}`,
      source,
      type,
      target,
      ...(voice === undefined ? {} : { voice }),
      evidence: [{ document: "d1" }],
    })),
    ...(options.positions ? { positions: options.positions } : {}),
  });
  if (!dossier) throw new Error(JSON.stringify(problems));
  return buildGraph(dossier);
}
