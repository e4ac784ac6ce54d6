/** Live counts for the filters: how many statements each choice would let through, the rest of the lens as it is. */

import { earlierLens } from "../../graph-data/display/compared.ts";
import { voiceLabel } from "../../graph-data/display/words.ts";
import { MODALITIES } from "../../graph-data/dossier/limits.ts";
import type { NarrativeGraph, StatementEdge } from "../../graph-data/graph/build.ts";
import { documentsOf } from "../../graph-data/graph/quotations.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";

export type FacetField =
  | "families"
  | "types"
  | "voices"
  | "narratives"
  | "modalities"
  | "documents"
  | "phases";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

const VALUES: Readonly<Record<FacetField, (statement: StatementEdge) => readonly string[]>> = {
  families: (statement) => [statement.family],
  types: (statement) => [statement.type.id],
  voices: (statement) => [statement.voice],
  modalities: (statement) => [statement.modality],
  narratives: ({ record }) => [...new Set((record.narratives ?? []).map(({ id }) => id))],
  documents: documentsOf,
  phases: ({ record }) => (record.phase === undefined ? [] : [record.phase]),
};

/**
 * The choices of one facet in the dossier's order. A slice is cut without the facet's own clause. In a comparison a
 * statement counts that either window holds; a clause that window A has of its own stands.
 */
export function countChoices(
  narrative: NarrativeGraph,
  lens: Lens,
  field: FacetField,
  compare?: Lens,
): Choice[] {
  const open = { ...lens, [field]: field === "modalities" ? MODALITIES : undefined };
  const windows = compare ? [open, earlierLens(open, compare)] : [open];
  const statements = new Set(windows.flatMap((one) => sliceGraph(narrative, one).statements));
  const counts = new Map<string, number>();
  for (const statement of statements) {
    for (const value of VALUES[field](statement)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen = new Set<string>(lens[field] ?? []);
  return listOptions(narrative, field)
    .map(({ id, label }) => ({ id, label, count: counts.get(id) ?? 0, chosen: chosen.has(id) }))
    .filter(({ count, chosen: kept }) => count > 0 || kept || field === "families");
}

function listOptions(narrative: NarrativeGraph, field: FacetField): { id: string; label: string }[] {
  const { codebook, dossier, documents, phases } = narrative;
  switch (field) {
    case "families":
      return [...codebook.families.values()];
    case "types":
      return [...codebook.types.values()];
    case "voices":
      return ["author", ...narrative.actors.keys()].map((id) => ({ id, label: voiceLabel(id, narrative) }));
    case "narratives":
      return dossier.narratives ?? [];
    case "modalities":
      return MODALITIES.map((id) => ({ id, label: id }));
    case "documents":
      return [...documents.values()].map(({ id, title }) => ({ id, label: title }));
    case "phases":
      return [...phases];
  }
}

/**
 * The lens with one choice of a facet added or taken away; without any, the facet restricts nothing. What the lens has
 * and the facet does not offer stays, last.
 */
export function toggleChoice(lens: Lens, field: FacetField, id: string, order: readonly string[]): Lens {
  const chosen = new Set<string>(lens[field] ?? []);
  if (!chosen.delete(id)) chosen.add(id);
  const list = [...order.filter((option) => chosen.delete(option)), ...chosen];
  const { [field]: _, ...rest } = lens;
  return list.length === 0 ? rest : { ...rest, [field]: list };
}
